import { cpSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join, resolve } from 'node:path'
import { takenOut, takenOutOfPages } from './hostile-server/checks-taken-out/all.ts'
import { rotten, takeOut } from './hostile-server/checks-taken-out/apply.ts'
import { firstLine, judge } from './hostile-server/checks-taken-out/judge.ts'
import { failures } from './hostile-server/checks-taken-out/run-tests.ts'

// Takes the product's checks out, one at a time and in a copy of the tree, and sees the attacks of a malicious server or page succeed.
// A check that no test misses is a survivor: there a test is missing, or the check does nothing.

const wanted = process.argv.slice(2)
const all = [...takenOut, ...takenOutOfPages]
const numbered = all.map((one) => {
  const nth = all.filter(({ s }) => s === one.s).indexOf(one) + 1
  return { ...one, name: `${one.s}.${String(nth)}` }
})
const chosen = numbered.filter(({ s, name }) => wanted.length === 0 || wanted.includes(s) || wanted.includes(name))
if (wanted.some((word) => !chosen.some(({ s, name }) => word === s || word === name)))
  throw new Error('Say which: S1 to S14, P2, P7 or P8, or S3.2 for the second of S3; all of them without a word.')

const tree = copyOfTree(resolve(import.meta.dirname, '..'))
const stop = new AbortController()
process.on('exit', () => {
  rmSync(tree, { recursive: true, force: true })
})
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
  process.on(signal, () => {
    stop.abort()
    process.exit(1)
  })

const moved = numbered.flatMap((one) => rotten(tree, one))
if (moved.length > 0) throw new Error(`The product has moved on:\n${moved.join('\n')}`)
const { failed, broken } = await failures(tree, chosen, stop.signal)
if (failed.length > 0 || broken !== null)
  throw new Error(`With every check in its place: ${broken ?? failed.map(({ title }) => title).join('; ')}`)

console.log('| attack | check taken out (file) | caught by | which sees |\n| --- | --- | --- | --- |')
let survivors = 0
for (const one of chosen) {
  const putBack = takeOut(tree, one)
  const verdict = await judge(tree, one, stop.signal)
  putBack()
  if (verdict.caught === null) survivors += 1
  const files = [...new Set(one.edits.map(({ file }) => file))].join(', ')
  const { title, message } = verdict.caught ?? { title: 'NOTHING', message: verdict.why }
  console.log(`| ${one.name} | ${one.check} (${files}) | ${title} | ${firstLine(message)} |`)
}
console.log(`${String(chosen.length - survivors)} caught, ${String(survivors)} survived`)
process.exitCode = survivors === 0 ? 0 : 1

/** The tree without what is made or installed; packages are the clone's own. */
function copyOfTree(root: string): string {
  const left = new Set(['node_modules', '.git', '.output', '.wxt', '.data', 'test-results', 'demo-output'])
  const copy = mkdtempSync(join(tmpdir(), 'cloison-mutate-'))
  cpSync(root, copy, { recursive: true, filter: (path) => !left.has(basename(path)) })
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'))
  return copy
}
