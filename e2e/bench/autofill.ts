/**
 * Measures detection over the corpus of real login forms beside the checkout (labels.json tells the right answers).
 * `npx tsx e2e/bench/autofill.ts [--fails] [corpus or id part]`. Pages are served under opaque addresses, so that no path tells.
 */
import { existsSync, readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { join } from 'node:path'
import { build } from 'esbuild'
import { chromium } from 'playwright'

const CORPUS = join(import.meta.dirname, '../../../shared/corpus/login-forms')
const LOGIN = ['username', 'currentPassword']

interface Case {
  id: string
  corpus: string
  file: string
  lang: string
  kind: string
  scored: string[]
  tags: string[]
  fields: Record<string, string>
  ignore: string[]
  forms: number[]
}
interface Found {
  mark: string
  role: string
  password: boolean
  why: string
}
interface Answer {
  found: Found[]
  ms: number
  passwords: string[]
}

async function main(): Promise<void> {
  if (!existsSync(join(CORPUS, 'labels.json'))) return console.log('no corpus beside the checkout')
  const showFails = process.argv.includes('--fails')
  const filter = process.argv.slice(2).filter((word) => !word.startsWith('--'))
  const cases = readCases().filter(({ id, tags, lang }) =>
    filter.every((word) => id.includes(word) || tags.includes(word) || lang === word),
  )
  const answers = await detectAll(cases)
  const tallies = new Map<string, [number, number]>()
  for (const page of cases) {
    const answer = answers.get(page.id)
    if (answer === undefined) continue
    for (const [name, ok] of marksOf(page, answer)) {
      for (const key of [
        `all          ${name}`,
        `${page.corpus.padEnd(12)} ${name}`,
        ...page.tags.map((tag) => `#${tag.padEnd(12)} ${name}`),
      ]) {
        const [right, total] = tallies.get(key) ?? [0, 0]
        tallies.set(key, [right + (ok ? 1 : 0), total + 1])
      }
      if (!ok && showFails)
        console.log(`FAIL ${name.padEnd(12)} ${page.id} ${page.lang} ${page.kind} ${explain(page, answer)}`)
    }
  }
  for (const [key, [right, total]] of [...tallies].sort())
    console.log(`${key.padEnd(38)} ${right}/${total} ${((100 * right) / total).toFixed(1)} %`)
  const times = [...answers.values()].map(({ ms }) => ms).sort((a, b) => a - b)
  console.log(
    `ms a page: median ${times[Math.floor(times.length / 2)]?.toFixed(1)}, p95 ${times[Math.floor(times.length * 0.95)]?.toFixed(1)}`,
  )
}

function readCases(): Case[] {
  const parsed: { cases: Case[] } = JSON.parse(readFileSync(join(CORPUS, 'labels.json'), 'utf8'))
  return parsed.cases
}

/** Which of our four measures a page counts for, and whether it was right. */
function marksOf(page: Case, { found, passwords }: Answer): [string, boolean][] {
  const judged = found.filter(({ mark }) => !page.ignore.includes(mark))
  const roles = [
    ...(page.scored.includes('login') ? LOGIN : []),
    ...(page.scored.includes('new') ? ['newPassword'] : []),
    ...(page.scored.includes('otp') ? ['otp'] : []),
  ]
  const want = Object.entries(page.fields).filter(
    ([, role]) => roles.includes(role) || (page.scored.includes('password') && role === 'currentPassword'),
  )
  const have = judged.filter(
    ({ role, password }) =>
      roles.includes(role) || (page.scored.includes('password') && role === 'currentPassword' && password),
  )
  const same = (wanted: [string, string][], had: Found[]): boolean =>
    wanted.length === had.length &&
    wanted.every(([mark, role]) => had.some((field) => field.mark === mark && field.role === role))
  const login = want.filter(([, role]) => LOGIN.includes(role))
  const marks: [string, boolean][] = [['whole page', same(want, have)]]
  if (page.scored.includes('login')) {
    const forms = new Set(login.map(([mark]) => page.forms[Number(mark) - 1]))
    const near = have.filter(({ mark, role }) => LOGIN.includes(role) && forms.has(page.forms[Number(mark) - 1]))
    if (login.length > 0) marks.push(['login form', same(login, near)])
    else if (page.kind !== 'hybrid') marks.push(['silent', !have.some(({ role }) => LOGIN.includes(role))])
  }
  if (passwords.length > 0 && page.scored.includes('new')) {
    for (const [mark, role] of Object.entries(page.fields)) {
      if (role === 'newPassword')
        marks.push(['new safe', !judged.some((field) => field.mark === mark && field.role === 'currentPassword')])
    }
  }
  return marks
}

function explain(page: Case, { found }: Answer): string {
  const want = Object.entries(page.fields).map(([mark, role]) => `${mark}:${role}`)
  return `want ${want.join(' ')} | got ${found.map(({ mark, role, why }) => `${mark}:${role}(${why})`).join(' ')} | ignore ${page.ignore.join(' ')}`
}

async function detectAll(cases: Case[]): Promise<Map<string, Answer>> {
  const bundle = await build({
    stdin: {
      contents: `import { detect } from './detect.ts'
        globalThis.__measure = () => { const start = performance.now(); const { forms } = detect({ document }); const ms = performance.now() - start
        return { ms, passwords: [...document.querySelectorAll('[type=password i]')].map((e) => e.dataset.bm), found: forms.flatMap((form) => form.fields.map((field) => ({ mark: field.element.dataset.bm, role: field.role,
          password: field.element.type === 'password', why: form.kind + ' ' + form.reasons + ' ' + field.reasons }))) } }`,
      resolveDir: join(import.meta.dirname, '../../extension/autofill'),
      loader: 'ts',
    },
    bundle: true,
    write: false,
    target: 'chrome120',
  })
  const script = bundle.outputFiles[0]?.text ?? ''
  const server = createServer((request, response) => {
    const page = cases[Number(request.url?.slice(1))]
    response.writeHead(page === undefined ? 404 : 200, { 'content-type': 'text/html; charset=utf-8' })
    response.end(page === undefined ? '' : readFileSync(join(CORPUS, page.file)))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = address !== null && typeof address === 'object' ? address.port : 0
  const browser = await chromium.launch({
    executablePath: process.env['CLOISON_CHROMIUM'] ?? '/usr/bin/chromium',
    args: ['--no-sandbox'],
  })
  const answers = new Map<string, Answer>()
  const tab = await browser.newPage({ javaScriptEnabled: true })
  for (const [index, page] of cases.entries()) {
    try {
      await tab.goto(`http://127.0.0.1:${port}/${index}`, { waitUntil: 'domcontentloaded', timeout: 15000 })
      await tab.evaluate(script)
      answers.set(page.id, await tab.evaluate('__measure()'))
    } catch (error) {
      console.log(`broken ${page.id} ${String(error).slice(0, 200)}`)
    }
  }
  await browser.close()
  server.close()
  return answers
}

await main()
