import { fileURLToPath } from 'node:url'
import { chromium, expect, test } from '@playwright/test'
import fc from 'fast-check'
import { findChromium } from '../../.config/chromium.mjs'
import { bundle } from '../pages/bundle.ts'
import '../pages/base64url-in-page.ts'

// Chromium has base64url functions of its own, which Node 20 lacks, so here they are compared with ours.
test('P5: Chromium decodes and encodes base64url exactly as Node does: one text for each value, and any other is refused', async () => {
  const letters = fc.string({ unit: fc.constantFrom(...'AQgwBCDEFz09_-=+/ \té\n'), maxLength: 9 })
  const bad = ['AA==', 'AB', 'AAB', 'A', 'AAAAA', '+/AA', 'AA A', 'AAé', 'AA\n', '\nAA', '', '_-__', 'AAAA']
  const short = [...bad, ...fc.sample(letters, 5_000)]
  // We use Chromium's functions for long texts only, so the invalid parts are put at the end and in the middle of long ones.
  const whole = 'AQgw'.repeat(30)
  const texts = [...short, ...short.map((one) => whole + one), ...short.map((one) => whole + one + whole)]
  const lists = fc.sample(fc.uint8Array({ maxLength: 200 }), 1_000).map((bytes) => [...bytes])
  const browser = await chromium.launch({ executablePath: (await findChromium()) ?? '', args: ['--no-sandbox'] })
  const page = await browser.newPage()
  await page.evaluate(await bundle(fileURLToPath(import.meta.resolve('../pages/base64url-in-page.ts'))))
  expect(await page.evaluate(() => 'fromBase64' in Uint8Array && 'toBase64' in Uint8Array.prototype)).toBe(true)
  const there = await page.evaluate(([all, some]) => globalThis.base64url(all, some), [texts, lists] as const)
  await browser.close()
  // Later versions of Node have them too.
  Reflect.deleteProperty(Uint8Array, 'fromBase64')
  Reflect.deleteProperty(Uint8Array.prototype, 'toBase64')
  expect(there).toEqual(globalThis.base64url(texts, lists))
})
