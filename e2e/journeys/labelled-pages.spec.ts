import { chromium, expect, test, type Browser } from '@playwright/test'
import { findChromium } from '../../.config/chromium.mjs'
import { detectAll } from '../pages/detect-all.ts'
import { readKnownFailures } from '../pages/known-failures.ts'
import { readCorpus, readOwn, type Labelled } from '../pages/labelled.ts'
import { measuresOf } from '../pages/measure.ts'
import { isWhole } from '../../shared/testing/whole.ts'
import { onlyWhole } from '../../tests/whole.ts'

// No loss of accuracy goes unnoticed: every page must be detected as labelled, except known failures, which must still fail.
let browser: Browser
test.beforeAll(async () => {
  browser = await chromium.launch({ executablePath: (await findChromium()) ?? '', args: ['--no-sandbox'] })
})
test.afterAll(() => browser.close())

const known = new Set(Object.values(readKnownFailures()).flat())

/** Returns the pages that are wrong but no known failure, and the known failures that are right now. */
async function surprises(pages: Labelled) {
  const wrong: string[] = []
  const mended: string[] = []
  for (const [page, { found }] of await detectAll(browser, pages)) {
    const isRight = measuresOf(page, found).every(([, right]) => right)
    if (isRight && known.has(page.id)) mended.push(page.id)
    if (!isRight && !known.has(page.id)) wrong.push(page.id)
  }
  return { wrong, mended }
}

// `npm test` takes one page in three.
test('every page of our own is detected as labelled, except the known failures', async () => {
  const own = readOwn()
  const cases = own.cases.filter((_, at) => isWhole || at % 3 === 0)
  expect(await surprises({ ...own, cases })).toEqual({ wrong: [], mended: [] })
})

const PARTS = 6
const corpus = readCorpus()
for (let part = 0; part < PARTS; part += 1) {
  test(
    `every real page (${String(part + 1)} of ${String(PARTS)} parts) is detected as labelled, except the known failures`,
    onlyWhole,
    async () => {
      test.skip(corpus === null, 'the corpus of real login forms does not lie beside this checkout')
      if (corpus === null) return
      const cases = corpus.cases.filter((_, at) => at % PARTS === part)
      expect(await surprises({ ...corpus, cases })).toEqual({ wrong: [], mended: [] })
    },
  )
}

test('the list of known failures names each page once, and only pages that exist', () => {
  const ids = Object.values(readKnownFailures()).flat()
  expect(ids).toHaveLength(known.size)
  test.skip(corpus === null, 'the corpus of real login forms does not lie beside this checkout')
  const all = new Set([...(corpus?.cases ?? []), ...readOwn().cases].map(({ id }) => id))
  expect(ids.filter((id) => !all.has(id))).toEqual([])
})
