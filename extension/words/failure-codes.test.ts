import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { problemStatus } from '../../shared/protocol/problem.ts'
import { isKnown } from './failures.ts'

/** Codes that no person meets as such, by what becomes of them. */
const internal: Readonly<Record<string, readonly string[]>> = {
  'said in a sentence of its own to whoever starts the server': [
    ...[
      'bad-config',
      'bad-metadata',
      'cluster-closed',
      'cluster-init',
      'cluster-owner',
      'cluster-password',
      'data-folder',
    ],
    ...[
      'folder-in-use',
      'database-in-use',
      'listen',
      'no-postgresql',
      'no-system-user',
      'postgres-start',
      'server-secret',
    ],
  ],
  'told by the server as internal': ['journal-broken', 'ledger-broken', 'CONNECTION_CLOSED'],
  'a folder is refused with it, and told as tampered with': [
    ...['entry-missing', 'shortened', 'wrong-name', 'malformed', 'unknown-author', 'wrong-ledger-head'],
    ...[
      'past-the-cut',
      'before-the-cut',
      'wrong-previous',
      'wrong-sequence',
      'wrong-snapshot',
      'time-runs-back',
      'no-acts',
    ],
  ],
  'the ledger is refused with it, and told as tampered with': ['not-first'],
  'a draft of ours would have to be wrong': ['wrong-generation', 'wrong-revision', 'cut-missing', 'cut-unasked'],
  'caught where it is thrown': ['cache-broken', 'wrong-pin-or-key', 'wrong-commitment', 'wrong-receive-key'],
  'a file that is checked outside the extension': ['bad-evidence', 'bad-export'],
  'bytes that are none of ours: a fault, told as unknown': [
    ...['bad-base64url', 'bad-encoding', 'bad-element', 'bad-integer', 'bad-length', 'bad-padding', 'empty-context'],
    'unknown-variant',
  ],
}

const folders = [
  'shared',
  'server',
  ...['keeper', 'messages', 'unlock', 'console', 'import', 'export', 'popup'].map((one) => `extension/${one}`),
]
const sources = folders
  .flatMap((folder) => readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => `${folder}/${name}`))
  .filter((path) => /\.tsx?$/.test(path) && !/\.test\.|\/testing\//.test(path))
  .map((path) => readFileSync(path, 'utf8'))

const thrown =
  /(?:new (?:Failure|Problem|Refused|AskFailure|ServerRefusal)\(|super\(|refused (?:\?\?)?= )\s*'([\w-]+)'/g
const union = /export type RefusedCode =([^;]*?)\n\n|export type RefusedCode =([\s\S]*)$/.exec(
  readFileSync('shared/ledger/replay/state.ts', 'utf8'),
)
const codes = new Set([
  ...sources.flatMap((source) => [...source.matchAll(thrown)].map(([, code = '']) => code)),
  ...[...(union?.[1] ?? union?.[2] ?? '').matchAll(/'([\w-]+)'/g)].map(([, code = '']) => code),
  ...Object.keys(problemStatus),
])

test('the codes are found', () => {
  expect(codes.size).toBeGreaterThan(90)
  for (const code of ['no-key', 'short-pin', 'last-manager', 'wrong-pin', 'too-many', 'entry-missing', 'worker-gone'])
    expect([code, codes.has(code)]).toEqual([code, true])
})

test('every code that a person can meet has a sentence of its own, and every other a reason why not', () => {
  const reasons = Object.values(internal).flat()
  expect([...codes].filter((code) => !isKnown(code) && !reasons.includes(code)).sort()).toEqual([])
  expect(reasons.filter((code) => isKnown(code))).toEqual([])
})

test('no code is excused that is not there', () => {
  // Given as the second choice of a condition, where the search above does not see it.
  const hidden = ['wrong-name']
  expect(
    Object.values(internal)
      .flat()
      .filter((code) => !codes.has(code) && !hidden.includes(code)),
  ).toEqual([])
})
