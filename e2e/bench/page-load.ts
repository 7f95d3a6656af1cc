import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium } from 'playwright'
import type { BrowserContext } from 'playwright'
import { ensureChromium } from '../../.config/chromium.mjs'
import { developmentKey } from '../../extension/extension-key.ts'

/** What one load cost the page: milliseconds of its main thread, of loading, and bytes of its heap after a collection. */
export type Cost = { task: number; load: number; heap: number }

/**
 * Loads an address in a tab of its own, in a process that is warm already, and waits until the page says that it is done. `isPressed`:
 * somebody presses a key then, where the focus is.
 */
export async function costOf(
  context: BrowserContext,
  blank: string,
  address: string,
  isPressed: boolean,
): Promise<Cost> {
  const page = await context.newPage()
  await page.goto(blank)
  const cdp = await context.newCDPSession(page)
  // The thread's own time: a machine that is busy with others does not count.
  await cdp.send('Performance.enable', { timeDomain: 'threadTicks' })
  const metric = async (name: string) => {
    const { metrics } = await cdp.send('Performance.getMetrics')
    return metrics.find((one) => one.name === name)?.value ?? 0
  }
  const before = await metric('TaskDuration')
  await page.goto(address)
  await page.waitForFunction('document.title === "done"', null, { polling: 100 })
  if (isPressed) await page.keyboard.press('i')
  await page.waitForTimeout(400)
  const after = await metric('TaskDuration')
  const load = await page.evaluate<number>('performance.getEntriesByType("navigation")[0].loadEventEnd')
  await cdp.send('HeapProfiler.collectGarbage')
  const heap = await metric('JSHeapUsedSize')
  await page.close()
  // A new process starts its count anew.
  return { task: (after < before ? after : after - before) * 1_000, load, heap }
}

const everyPage = { matches: ['*://*/*'], all_frames: true, run_at: 'document_idle' }

/**
 * It answers any message, and its popup shows a row: what no extension can be faster than. Under our id, so that ours is asked alike.
 * With a script, that one is `0`, and runs where and when ours does: what no script on a page can be cheaper than.
 */
const emptyExtension = (withScript: boolean) => ({
  'manifest.json': JSON.stringify({
    manifest_version: 3,
    name: 'empty',
    version: '1',
    key: developmentKey,

    background: { service_worker: 'worker.js' },
    action: { default_popup: 'popup.html' },
    ...(withScript ? { content_scripts: [{ ...everyPage, js: ['script.js'] }] } : {}),
  }),
  'worker.js': 'chrome.runtime.onMessage.addListener((message, sender, answer) => answer(true))',
  'popup.html': '<!doctype html><p role="row">One</p>',
  'script.js': '0',
})

/** A browser without us: with no extension at all, with one that does nothing, or with one that does nothing on every page. */
export async function plainBrowser(has: 'nothing' | 'empty extension' | 'empty script') {
  const folder = mkdtempSync(join(tmpdir(), 'cloison-bench-'))
  const extension = mkdtempSync(join(tmpdir(), 'cloison-empty-'))
  for (const [name, text] of Object.entries(emptyExtension(has === 'empty script')))
    writeFileSync(join(extension, name), text)
  const context = await chromium.launchPersistentContext(folder, {
    executablePath: await ensureChromium(),
    headless: true,
    viewport: { width: 1280, height: 800 },
    args: [
      ...(has !== 'nothing' ? [`--disable-extensions-except=${extension}`, `--load-extension=${extension}`] : []),
      ...['--no-sandbox', '--disable-quic', '--no-first-run', '--disable-background-networking'],
      ...['--disable-component-update', '--disable-sync'],
    ],
  })
  return {
    context,
    async close() {
      await context.close()
      for (const one of [folder, extension]) rmSync(one, { recursive: true, force: true })
    },
  }
}

/** The value below which so many of a hundred lie. */
export function percentile(values: readonly number[], of: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor((sorted.length * of) / 100))] ?? NaN
}

/** The middle of what was measured. */
export const median = (values: readonly number[]): number => percentile(values, 50)
