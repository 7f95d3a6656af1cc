import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { findBreaches } from './cruise.ts'
import { rooms } from './layers.ts'

let root: string

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'cloison-layers-'))
  write('shared/bytes/failure.ts', `export class Failure extends Error {}`)
  write(
    'shared/crypto/aead.ts',
    `import { Failure } from '../bytes/failure.ts'\nexport const open = () => new Failure()`,
  )
  write('shared/crypto/verify.ts', `export const verify = () => true`)
  write('shared/vault/item.ts', `export interface Item { name: string }`)
  write('server/routes/sync.ts', `import { verify } from '../../shared/crypto/verify.ts'\nexport const sync = verify`)
  write(
    'extension/keeper/vault/vault.ts',
    `import { open } from '../../../shared/crypto/aead.ts'\nexport const vault = open`,
  )
  write('extension/messages/views.ts', `export type { Item } from '../../shared/vault/item.ts'`)
  write(
    'extension/console/frame/page.tsx',
    `import type { Item } from '../../messages/views.ts'\nexport const page = (item: Item) => item`,
  )
})

afterEach(() => {
  rmSync(root, { recursive: true })
})

function write(path: string, source: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true })
  writeFileSync(join(root, path), source)
}

async function rulesBroken(): Promise<string[]> {
  const { modules, breaches } = await findBreaches(root)
  expect(modules).toBeGreaterThan(0)
  return breaches.map((breach) => breach.replace(/:.*/, ''))
}

test('a tree that keeps to the arrows passes, types of the vault in messages included', async () => {
  expect(await rulesBroken()).toEqual([])
})

test('a tree in which no module is seen shows zero modules', async () => {
  const empty = join(root, 'empty')
  write('empty/shared/words.txt', 'no module')
  expect((await findBreaches(empty)).modules).toBe(0)
})

test('P1: the server cannot reach code that opens anything, be it through a helper that may be imported', async () => {
  write('shared/access/review.ts', `import { open } from '../crypto/aead.ts'\nexport const review = open`)
  write(
    'server/routes/review.ts',
    `import { review } from '../../shared/access/review.ts'\nexport const route = review`,
  )
  expect(await rulesBroken()).toContain('the-server-cannot-reach-code-that-opens')
})

test('P1: the server cannot open by importing when it runs either', async () => {
  write('server/late.ts', `export const late = () => import('../shared/crypto/aead.ts')`)
  expect(await rulesBroken()).toContain('the-server-cannot-reach-code-that-opens')
})

test.each(['../server/routes/sync.ts', '../extension/keeper/vault/vault.ts', '../shared/crypto/aead.ts'])(
  'the verifier of exports stands alone: it cannot import %s',
  async (to) => {
    write('verify/verify.ts', `import * as other from '${to}'\nexport const used = other`)
    expect(await rulesBroken()).toContain('the-verifier-stands-alone')
  },
)

test.each(['console', 'popup', 'unlock', 'menu', 'sign-in', 'ui'])(
  '%s cannot reach the keeper through messages',
  async (page) => {
    write(
      'extension/messages/shortcut.ts',
      `import { vault } from '../keeper/vault/vault.ts'\nexport const shortcut = vault`,
    )
    write(
      `extension/${page}/page.ts`,
      `import { shortcut } from '../messages/shortcut.ts'\nexport const page = shortcut`,
    )
    expect(await rulesBroken()).toContain('a-page-cannot-reach-code-that-holds-a-key')
  },
)

test('a page cannot import code that opens, nor messages anything but types of the vault', async () => {
  write('extension/popup/peek.ts', `import { open } from '../../shared/crypto/aead.ts'\nexport const peek = open`)
  write('extension/messages/peek.ts', `import { seal } from '../../shared/vault/seal.ts'\nexport const peek = seal`)
  write('shared/vault/seal.ts', `export const seal = () => null`)
  const broken = await rulesBroken()
  expect(broken).toContain('a-page-cannot-reach-code-that-holds-a-key')
  expect(broken).toContain('layer-messages-types-only')
})

test.each([
  ['shared/bytes/encode.ts', '../crypto/verify.ts', 'layer-bytes'],
  ['shared/crypto/random.ts', 'node:crypto', 'shared-runs-anywhere'],
  ['shared/ledger/entry.ts', '../vault/item.ts', 'layer-ledger'],
  ['shared/rules/levels.ts', '../crypto/verify.ts', 'layer-rules'],
  ['extension/autofill/fill.ts', '../keeper/vault/vault.ts', 'layer-autofill'],
  ['extension/words/words.ts', '../messages/views.ts', 'layer-ui'],
  ['server/config.ts', '../extension/keeper/vault/vault.ts', 'layer-server'],
  ['server/store/ledger.ts', '../routes/sync.ts', 'layer-store'],
  ['server/log.ts', './log.test.ts', 'nobody-imports-tests'],
  ['server/log.ts', './nowhere.ts', 'every-import-is-found'],
])('%s may not import %s', async (from, to, rule) => {
  write('server/log.test.ts', 'export const fixture = 1')
  write(from, `import * as other from '${to}'\nexport const used = other`)
  expect(await rulesBroken()).toContain(rule)
})

test('a page imports the keyless rules, which import nothing of the ledger but types', async () => {
  write('shared/ledger/acts.ts', `export interface Policy { hours: 1 }\nexport const policy = 1`)
  write(
    'shared/rules/policy.ts',
    `import type { Policy } from '../ledger/acts.ts'\nexport const hours = (policy: Policy) => policy.hours`,
  )
  write('extension/console/owners/pane.ts', `export { hours } from '../../../shared/rules/policy.ts'`)
  expect(await rulesBroken()).toEqual([])
  write('shared/rules/policy.ts', `export { policy as hours } from '../ledger/acts.ts'`)
  expect(await rulesBroken()).toEqual(['layer-rules-types-only'])
})

test('what is measured in a page reaches nothing that a page does not have', async () => {
  write('tests/soft-key.ts', `export const key = 1`)
  write('tests/headless/person.ts', `export { key } from '../soft-key.ts'`)
  write('tests/headless/tab.ts', `export const noTab = 1`)
  write('e2e/bench/desk.ts', `export { noTab } from '../../tests/headless/tab.ts'`)
  write('e2e/bench/in-page.ts', `import './desk.ts'`)
  expect(await rulesBroken()).toEqual([])
  write('e2e/bench/desk.ts', `export { key } from '../../tests/headless/person.ts'`)
  expect(new Set(await rulesBroken())).toEqual(new Set(['what-is-measured-in-a-page-runs-in-one']))
})

const pairs = Object.entries(rooms).flatMap(([part, down]) =>
  down.slice(1).map((room, i) => [part, down[i] ?? null, room] as const),
)

test.each(pairs)(
  'the rooms of the %s run downwards: %s may import %s, which may not even import its types',
  async (part, above, below) => {
    const inRoom = (room: string | null, file: string) =>
      `extension/${part}/${room === null ? file : `${room}/${file}`}`
    const from = (room: string | null) => (room === null ? '../../' : '../../../')
    write(inRoom(below, 'low.ts'), `export interface Low { a: 1 }`)
    write(
      inRoom(above, 'high.ts'),
      `import type { Low } from '${from(above)}${inRoom(below, 'low.ts')}'\nexport type High = Low`,
    )
    expect(await rulesBroken()).toEqual([])
    write(inRoom(above, 'high.ts'), `export interface High { a: 1 }`)
    write(
      inRoom(below, 'low.ts'),
      `import type { High } from '${from(below)}${inRoom(above, 'high.ts')}'\nexport type Low = High`,
    )
    expect(await rulesBroken()).toEqual([`layer-${part}-${below ?? 'top'}`])
  },
)

test.each([
  ['keeper', 'doors'],
  ['console', 'frame'],
])('a room of the %s that is in no list is imported by no other', async (part, room) => {
  write(`extension/${part}/cellar/wine.ts`, `export const wine = 1`)
  write(`extension/${part}/${room}/door.ts`, `export { wine } from '../cellar/wine.ts'`)
  expect(await rulesBroken()).toEqual([`layer-${part}-${room}`])
})

const script = (path: string, to: string) => {
  write('extension/browser.ts', `export const browser = 1`)
  write('extension/messages/ask.ts', `export { browser } from '../browser.ts'`)
  write(path, `import type { Item } from '../messages/views.ts'\nexport { browser } from '${to}'\nexport type A = Item`)
}

test.each([
  'extension/autofill/notice.ts',
  'extension/entrypoints/sentinel.ts',
  'extension/entrypoints/open.content.ts',
])('%s runs in web pages: it cannot reach the polyfill, be it through messages', async (path) => {
  script(path, '../messages/ask.ts')
  expect(await rulesBroken()).toEqual(['a-script-in-a-web-page-does-not-carry-the-polyfill'])
})

test('worker and pages have the polyfill from one file', async () => {
  script('extension/popup/popup.ts', '../browser.ts')
  script('extension/entrypoints/background.ts', '../messages/ask.ts')
  expect(await rulesBroken()).toEqual([])
  write('node_modules/webextension-polyfill/package.json', `{"name":"webextension-polyfill","main":"index.js"}`)
  write('node_modules/webextension-polyfill/index.js', `module.exports = 1`)
  write('extension/popup/popup.ts', `export * from 'webextension-polyfill'`)
  expect(await rulesBroken()).toEqual(['one-source-of-browser'])
})

test('the browser starts the keeper by its doors alone', async () => {
  write('extension/entrypoints/background.ts', `export { vault } from '../keeper/vault/vault.ts'`)
  expect(await rulesBroken()).toEqual(['layer-entrypoints'])
})

test('two files of one room that import each other are a circle, be it for a type', async () => {
  write(
    'extension/keeper/acts/draft.ts',
    `import { seal } from './seal.ts'\nexport interface Draft { a: 1 }\nexport const sealed = seal`,
  )
  write(
    'extension/keeper/acts/seal.ts',
    `import type { Draft } from './draft.ts'\nexport const seal = (draft: Draft) => draft`,
  )
  expect(new Set(await rulesBroken())).toEqual(new Set(['no-circle']))
})

test.each(['doors/menus.ts', 'live.ts', 'items/items.ts'])(
  'P8: %s cannot reach the gate: only fill and offers do',
  async (path) => {
    write('extension/keeper/fill/authorize-fill.ts', `export const authorizeFill = () => 1`)
    const gate = (from: string) =>
      write(
        from,
        `export { authorizeFill } from '${'../'.repeat(from.split('/').length - 1)}extension/keeper/fill/authorize-fill.ts'`,
      )
    gate('extension/keeper/fill/fill.ts')
    gate('extension/keeper/offers/generate-in.ts')
    expect(await rulesBroken()).toEqual([])
    gate(`extension/keeper/${path}`)
    expect(await rulesBroken()).toContain('only-fill-and-offers-reach-the-gate')
  },
)
