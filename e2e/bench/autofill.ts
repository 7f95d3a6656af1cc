/**
 * Measures detection over the corpus of real login forms beside the checkout and over our own pages, and the time that it
 * takes on a page of 5,000 nodes with 200 inputs.
 * `npm run bench -- autofill [--fails] [tag, language or part of an id]…`
 */
import { chromium } from 'playwright'
import { findChromium } from '../../.config/chromium.mjs'
import { detectAll, type Answer } from '../pages/detect-all.ts'
import { readCorpus, readOwn, type Case } from '../pages/labelled.ts'
import { countsOf, measuresOf } from '../pages/measure.ts'
import { timeBigPage } from './big-page.ts'

const words = process.argv.slice(2)
const filters = words.filter((word) => !word.startsWith('--'))
const fits = ({ id, tags, lang }: Case, word: string): boolean =>
  id.includes(word) || tags.includes(word) || lang === word

async function main(): Promise<void> {
  const corpus = readCorpus()
  if (corpus === null) console.log('The corpus of real pages is not beside the checkout: our own pages alone.')
  const browser = await chromium.launch({ executablePath: (await findChromium()) ?? '', args: ['--no-sandbox'] })
  const answers: [Case, Answer][] = []
  for (const set of corpus === null ? [readOwn()] : [corpus, readOwn()]) {
    const cases = set.cases.filter((page) => filters.every((word) => fits(page, word)))
    answers.push(...(await detectAll(browser, { ...set, cases })))
  }
  if (words.includes('--fails')) printFails(answers)
  printMeasures(answers)
  printRoles(answers)
  const times = answers.map(([, { ms }]) => ms)
  console.log(`\nms a page, ${String(times.length)} pages: ${spread(times)}`)
  console.log(`ms a page of 5,000 nodes with 200 inputs: ${spread(await timeBigPage(browser))}`)
  await browser.close()
}

/** Each measure by source, language, kind and tag: right of all. */
function printMeasures(answers: [Case, Answer][]): void {
  const tallies = new Map<string, { right: number; total: number }>()
  for (const [page, { found }] of answers) {
    const real = page.corpus === 'own' ? 'own pages' : 'real pages'
    const groups = [real, `source ${page.corpus}`, `language ${page.lang}`, `kind ${page.kind}`]
    for (const [measure, right] of measuresOf(page, found)) {
      for (const group of [...groups, ...page.tags.map((tag) => `#${tag}`)]) {
        const key = `${group.padEnd(32)} ${measure.padEnd(10)}`
        const tally = tallies.get(key) ?? { right: 0, total: 0 }
        tallies.set(key, { right: tally.right + Number(right), total: tally.total + 1 })
      }
    }
  }
  for (const [key, { right, total }] of [...tallies].sort()) console.log(`${key} ${share(right, total)}`)
}

function printRoles(answers: [Case, Answer][]): void {
  const sums = new Map<string, [number, number, number]>()
  for (const [page, { found }] of answers) {
    for (const [role, right, wrong, missed] of countsOf(page, found)) {
      const [a, b, c] = sums.get(role) ?? [0, 0, 0]
      sums.set(role, [a + right, b + wrong, c + missed])
    }
  }
  console.log('')
  for (const [role, [right, wrong, missed]] of sums)
    console.log(`${role.padEnd(16)} precision ${share(right, right + wrong)}, recall ${share(right, right + missed)}`)
}

function printFails(answers: [Case, Answer][]): void {
  for (const [page, { found }] of answers) {
    const failed = measuresOf(page, found).filter(([, right]) => !right)
    if (failed.length === 0) continue
    const want = Object.entries(page.fields).map(([mark, role]) => `${mark}:${role}`)
    const got = found.map(({ mark, role, why }) => `${mark}:${role} (${why})`)
    const which = [...new Set(failed.map(([measure]) => measure))].join(', ')
    console.log(`FAIL ${page.id} ${page.lang} ${page.kind} [${which}] want ${want.join(' ')} | got ${got.join(' ')}`)
  }
}

const share = (part: number, whole: number): string =>
  `${String(part)}/${String(whole)} ${whole === 0 ? '' : ((100 * part) / whole).toFixed(1)} %`

function spread(times: number[]): string {
  const sorted = times.toSorted((a, b) => a - b)
  const at = (part: number): string => (sorted[Math.floor(sorted.length * part)] ?? 0).toFixed(1)
  return `median ${at(0.5)}, p95 ${at(0.95)}`
}

await main()
