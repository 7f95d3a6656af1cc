import { fileURLToPath } from 'node:url'
import type { Browser } from 'playwright'
import { bundle } from './bundle.ts'
import { serveLabelled, type Case, type Labelled } from './labelled.ts'
import type { Found } from './measure.ts'

/** What the detector found on a page, with its reasons, and how long it took. */
export interface Answer {
  ms: number
  found: (Found & { why: string })[]
}

/** Opens each page, runs the detector in it and returns the answers. */
export async function detectAll(browser: Browser, pages: Labelled): Promise<Map<Case, Answer>> {
  const script = await bundle(fileURLToPath(import.meta.resolve('./detect-in-page.ts')))
  const server = await serveLabelled(pages)
  const answers = new Map<Case, Answer>()
  const tab = await browser.newPage()
  try {
    for (const [index, page] of pages.cases.entries()) {
      await tab.goto(`${server.origin}/${String(index)}`, { waitUntil: 'domcontentloaded' })
      await tab.evaluate(script)
      answers.set(page, await tab.evaluate<Answer>('detectMarks()'))
    }
  } finally {
    await tab.close()
    await server.close()
  }
  return answers
}
