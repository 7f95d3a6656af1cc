import { fileURLToPath } from 'node:url'
import { chromium, expect, test } from '@playwright/test'
import fc from 'fast-check'
import { findChromium } from '../../.config/chromium.mjs'
import { bundle } from '../pages/bundle.ts'
import '../pages/base64url-in-page.ts'

// Chromium brings a speller of its own, which Node 20 lacks: there ours is tested.
test('P5: Chromium reads and spells base64url exactly as Node does: one text for each value, and no other is read', async () => {
  const letters = fc.string({ unit: fc.constantFrom(...'AQgwBCDEFz09_-=+/ \té\n'), maxLength: 9 })
  const bad = ['AA==', 'AB', 'AAB', 'A', 'AAAAA', '+/AA', 'AA A', 'AAé', 'AA\n', '\nAA', '', '_-__', 'AAAA']
  const short = [...bad, ...fc.sample(letters, 5_000)]
  // Chromium's own reads and spells long ones only; what is wrong lies at their end, or within.
  const whole = 'AQgw'.repeat(30)
  const texts = [...short, ...short.map((one) => whole + one), ...short.map((one) => whole + one + whole)]
  const lists = fc.sample(fc.uint8Array({ maxLength: 200 }), 1_000).map((bytes) => [...bytes])
  const browser = await chromium.launch({ executablePath: (await findChromium()) ?? '', args: ['--no-sandbox'] })
  const page = await browser.newPage()
  await page.evaluate(await bundle(fileURLToPath(import.meta.resolve('../pages/base64url-in-page.ts'))))
  expect(await page.evaluate(() => 'fromBase64' in Uint8Array && 'toBase64' in Uint8Array.prototype)).toBe(true)
  const there = await page.evaluate(([all, some]) => globalThis.base64url(all, some), [texts, lists] as const)
  await browser.close()
  // Later Nodes have one too.
  Reflect.deleteProperty(Uint8Array, 'fromBase64')
  Reflect.deleteProperty(Uint8Array.prototype, 'toBase64')
  expect(there).toEqual(globalThis.base64url(texts, lists))
})
