import { cpSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join, resolve } from 'node:path'
import { rotten, takeOut } from './hostile-server/checks-taken-out/apply.ts'
import { judge } from './hostile-server/checks-taken-out/judge.ts'
import { takenOut } from './hostile-server/checks-taken-out/all.ts'

/**
 * Takes the product's checks out, one at a time and in a copy of the tree, and sees the attacks of a malicious server succeed.
 * A check that no test misses is a survivor: there a test is missing, or the check does nothing.
 */
const wanted = process.argv.slice(2)
const numbered = takenOut.map((one) => {
  const nth = takenOut.filter(({ s }) => s === one.s).indexOf(one) + 1
  return { ...one, name: `${one.s}.${String(nth)}` }
})
const chosen = numbered.filter(({ s, name }) => wanted.length === 0 || wanted.includes(s) || wanted.includes(name))
if (chosen.length === 0)
  throw new Error('Say which: S1 to S14, or S3.2 for the second of S3; all of them without a word.')

const root = resolve(import.meta.dirname, '..')
const left = new Set(['node_modules', '.git', '.output', '.wxt', '.data', 'test-results', 'demo-output'])
const tree = mkdtempSync(join(tmpdir(), 'cloison-mutate-'))
process.on('exit', () => {
  rmSync(tree, { recursive: true, force: true })
})
process.on('SIGINT', () => process.exit(130))
cpSync(root, tree, { recursive: true, filter: (path) => !left.has(basename(path)) })
symlinkSync(join(root, 'node_modules'), join(tree, 'node_modules'))

const bad = numbered.flatMap((one) => rotten(tree, one))
if (bad.length > 0) throw new Error(`The product has moved on:\n${bad.join('\n')}`)

let survivors = 0
console.log('| attack | check taken out | file | caught by | because |\n| --- | --- | --- | --- | --- |')
for (const one of chosen) {
  const putBack = takeOut(tree, one)
  const verdict = await judge(tree, one)
  putBack()
  const files = [...new Set(one.edits.map(({ file }) => file))].join(', ')
  const [by, because] = verdict.caught === null ? ['NOTHING', verdict.why] : [verdict.caught.title, `${one.gains}`]
  if (verdict.caught === null) survivors += 1
  console.log(`| ${one.name} | ${one.check} | ${files} | ${by} | ${because} |`)
}
console.log(`${String(chosen.length - survivors)} caught, ${String(survivors)} survived`)
process.exitCode = survivors === 0 ? 0 : 1
