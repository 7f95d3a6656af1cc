/**
 * Measures detection over the corpus of real login forms beside the checkout.
 * `npx tsx e2e/bench/autofill.ts [--fails] [tag, language or part of an id]…`
 */
import { fileURLToPath } from 'node:url'
import { chromium } from 'playwright'
import { findChromium } from '../../.config/chromium.mjs'
import { bundle } from '../pages/bundle.ts'
import { readCorpus, serveCorpus, type Case } from '../pages/corpus.ts'
import type { Found } from './detect-in-page.ts'

const LOGIN = ['username', 'currentPassword']

interface Answer {
  ms: number
  found: Found[]
}

async function main(words: string[]): Promise<void> {
  const corpus = readCorpus()
  if (corpus === null) return console.log('no corpus beside the checkout')
  const filters = words.filter((word) => !word.startsWith('--'))
  const fits = ({ id, tags, lang }: Case, word: string): boolean =>
    id.includes(word) || tags.includes(word) || lang === word
  const cases = corpus.filter((page) => filters.every((word) => fits(page, word)))
  const tallies = new Map<string, { right: number; total: number }>()
  const times: number[] = []
  for (const [page, answer] of await detectAll(cases)) {
    times.push(answer.ms)
    for (const [measure, right] of measuresOf(page, answer.found)) {
      for (const group of ['all', page.corpus, ...page.tags.map((tag) => `#${tag}`)]) {
        const key = `${group.padEnd(28)} ${measure}`
        const tally = tallies.get(key) ?? { right: 0, total: 0 }
        tallies.set(key, { right: tally.right + Number(right), total: tally.total + 1 })
      }
      if (!right && words.includes('--fails')) console.log(`FAIL ${measure.padEnd(10)} ${explain(page, answer.found)}`)
    }
  }
  for (const [key, { right, total }] of [...tallies].sort()) {
    console.log(`${key.padEnd(42)} ${right}/${total} ${((100 * right) / total).toFixed(1)} %`)
  }
  times.sort((a, b) => a - b)
  const at = (part: number): string => (times[Math.floor(times.length * part)] ?? 0).toFixed(1)
  console.log(`ms a page: median ${at(0.5)}, p95 ${at(0.95)}`)
}

/** What a page counts for, and whether it came out right. Fields on the page's ignore list are neither. */
function measuresOf(page: Case, found: Found[]): [string, boolean][] {
  const judged = found.filter(({ mark }) => !page.ignore.includes(mark))
  const scored = page.scored.flatMap((part) => (part === 'login' ? LOGIN : part === 'new' ? ['newPassword'] : part))
  const counts = (role: string, password: boolean): boolean =>
    scored.includes(role) || (scored.includes('password') && role === 'currentPassword' && password)
  const wanted = Object.entries(page.fields).filter(([, role]) => counts(role, true))
  const had = judged.filter(({ role, password }) => counts(role, password))
  const same = (want: [string, string][], have: Found[]): boolean =>
    want.length === have.length &&
    want.every(([mark, role]) => have.some((field) => field.mark === mark && field.role === role))
  const measures: [string, boolean][] = [['whole page', same(wanted, had)]]
  for (const [mark, role] of Object.entries(page.fields)) {
    if (role !== 'newPassword') continue
    measures.push(['new safe', !judged.some((field) => field.mark === mark && field.role === 'currentPassword')])
  }
  if (!page.scored.includes('login')) return measures
  const login = wanted.filter(([, role]) => LOGIN.includes(role))
  const formOf = (mark: string): number | undefined => page.forms[Number(mark) - 1]
  const forms = new Set(login.map(([mark]) => formOf(mark)))
  const near = had.filter(({ mark, role }) => LOGIN.includes(role) && forms.has(formOf(mark)))
  if (login.length > 0) measures.push(['login form', same(login, near)])
  else if (page.kind !== 'hybrid') measures.push(['silent', !had.some(({ role }) => LOGIN.includes(role))])
  return measures
}

function explain(page: Case, found: Found[]): string {
  const want = Object.entries(page.fields).map(([mark, role]) => `${mark}:${role}`)
  const got = found.map(({ mark, role, why }) => `${mark}:${role} (${why})`)
  return `${page.id} ${page.lang} ${page.kind} want ${want.join(' ')} | got ${got.join(' ')} | ignore ${page.ignore.join(' ')}`
}

async function detectAll(cases: Case[]): Promise<Map<Case, Answer>> {
  const script = await bundle(fileURLToPath(import.meta.resolve('./detect-in-page.ts')))
  const server = await serveCorpus(cases)
  const browser = await chromium.launch({ executablePath: (await findChromium()) ?? '', args: ['--no-sandbox'] })
  const answers = new Map<Case, Answer>()
  const tab = await browser.newPage()
  for (const [index, page] of cases.entries()) {
    await tab.goto(`${server.origin}/${index}`, { waitUntil: 'domcontentloaded' })
    await tab.evaluate(script)
    answers.set(page, await tab.evaluate<Answer>('detectMarks()'))
  }
  await browser.close()
  await server.close()
  return answers
}

await main(process.argv.slice(2))
