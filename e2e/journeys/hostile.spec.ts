import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { toBase64url } from '../../shared/bytes/base64url.ts'
import { newItemId } from '../../shared/bytes/ids.ts'
import type { FolderId } from '../../shared/bytes/ids.ts'
import { receiveKeysFrom } from '../../shared/crypto/hpke.ts'
import { randomBytes } from '../../shared/crypto/random.ts'
import { readInvitation } from '../../extension/keeper/unlock/invitation-code.ts'
import { openDesk } from '../desk.ts'
import type { Desk } from '../desk.ts'
import { need } from '../../tests/headless/org.ts'
import { nodeDesk } from '../../tests/headless/node-desk.ts'
import { look, newPerson, refresh, setUp, sign } from '../../tests/headless/person.ts'
import { bend, flipped } from '../../tests/hostile-server/attacks.ts'
import { canaryFields, searchFor, textsOf } from '../../tests/hostile-server/canaries.ts'
import { inJournal } from '../../tests/hostile-server/forge.ts'
import { hostileServer } from '../../tests/hostile-server/proxy.ts'
import type { Hostile } from '../../tests/hostile-server/proxy.ts'
import { servePages } from '../pages/serve.ts'
import type { PagesServer } from '../pages/serve.ts'
import * as people from '../people.ts'
import { pick } from '../pick.ts'
import { startStack } from '../../tests/stack.ts'
import type { Stack } from '../../tests/stack.ts'
import { exactAddress } from '../../extension/messages/item-fields.ts'
import { fieldsOf, forgetBlobs, lockByButton } from './fixtures.ts'

// What a person sees when the server attacks; tests/hostile-server tries every attack without a screen. Inès's browser talks to the
// hostile server: she manages one client and reads another. Odile's device talks to the honest server behind it.
test.describe.configure({ mode: 'serial' })

const PIN = 'canary-pin-9035'
const BANQUE = 'canary-of-banque'
const ASSURANCE = 'canary-of-assurance'
const TEAM = 'canary-of-atlas'
const OTHER_TEAM = 'canary-of-atlas-2'
/** The values typed into the console's form: every field holds a canary, a text that is searched for later. */
const TYPED: people.Login = {
  name: 'canary-typed-name',
  username: 'canary-typed-user',
  password: 'canary-typed-password',
  addresses: [],
  company: 'canary-typed-company',
  totp: 'CANARYTYPEDSEED2',
  notes: 'canary-typed-notes, été',
}
let code = ''
let hostile: Hostile
let stack: Stack
let site: PagesServer
let agent: Desk
let direct = ''
const folder = mkdtempSync(join(tmpdir(), 'cloison-net-'))
const netLog = join(folder, 'net.json')
const owner = newPerson({ ...nodeDesk(), fetch: (url, init) => fetch(url.replace(hostile.origin, direct), init) })
const ids: Record<string, FolderId> = {}

test.beforeAll(async () => {
  ;[hostile, site] = await Promise.all([hostileServer(), servePages()])
  stack = await startStack({ PUBLIC_ORIGIN: hostile.origin })
  direct = await stack.server.origin()
  hostile.aim(direct)
  await setUp(owner, hostile.origin, stack.setupCode, 'canary-pin-owner')
  const home = need((await sign(owner, { do: 'create-folder', parent: null, name: 'canary-of-home' })).folder)
  const team = need((await sign(owner, { do: 'create-team', name: TEAM, home })).team)
  for (const name of [BANQUE, ASSURANCE]) {
    ids[name] = need((await sign(owner, { do: 'create-folder', parent: null, name })).folder)
    await save(name, `canary-portail-${name}`)
  }
  const to = { kind: 'team' as const, id: team }
  await sign(owner, { do: 'grant', folder: need(ids[ASSURANCE]), to, level: 'read' })
  const invited = { do: 'invite', name: 'Inès Martin', email: 'ines@atlas.example', role: 'member' } as const
  code = need((await sign(owner, { ...invited, teams: [team] })).code)
  agent = await openDesk({ netLog })
  await people.join(agent, { code, pin: PIN })
  await refresh(owner)
  await sign(owner, { do: 'approve', invitation: need((await look(owner)).invitations[0]).invitation })
  const ines = {
    kind: 'member' as const,
    id: need((await look(owner)).people.find((one) => one.name === 'Inès Martin')).member,
  }
  await sign(owner, { do: 'grant', folder: home, to: ines, level: 'read' })
  // Inès is not in this team, so her device does not have its receive key.
  await sign(owner, { do: 'create-team', name: OTHER_TEAM, home })
  await sign(owner, { do: 'grant', folder: need(ids[BANQUE]), to: ines, level: 'manage' })
  await people.unlock(agent, PIN)
  await people.openConsole(agent)
})
test.afterAll(async () => {
  await agent.close()
  await Promise.all([hostile.close(), site.close()])
  await stack.stop()
  rmSync(folder, { recursive: true, force: true })
})
test.afterEach(() => {
  hostile.attack(null)
})

const save = (at: string, name: string) =>
  owner.ask['item.save'](
    {
      folder: need(ids[at]),
      item: newItemId(),
      base: null,
      fields: { ...canaryFields(at), name, urls: [exactAddress(site.origin)] },
    },
    '',
  )
const alert = (text: string) => agent.page.getByRole('alert').filter({ hasText: text })
const row = (name: string) => agent.page.getByRole('row', { name })

test('S2: a grant for which the server has replaced the receive key is not signed, and the sheet says why', async () => {
  const evil = toBase64url((await receiveKeysFrom(randomBytes(32))).publicKey)
  hostile.attack(bend('fetch', (reply) => ({ ...reply, receiveKeys: reply.receiveKeys.map(() => evil) })))
  const mark = hostile.log.length
  const { page } = agent
  await people.openFolder(agent, BANQUE)
  await page.getByRole('button', { name: 'Grant access' }).first().click()
  const dialog = page.getByRole('dialog')
  await pick(page, 'To', OTHER_TEAM)
  await dialog.getByRole('button', { name: 'Review' }).click()
  // The key is fetched when something is encrypted for it, at the signature, which is then refused.
  await page.getByRole('dialog').getByRole('button', { name: 'Sign' }).click()
  await expect(page.getByText('The server holds back the key of somebody who is to get access.')).toBeVisible()
  expect(hostile.log.slice(mark).filter(({ sent }) => sent.endpoint === 'appendLedger')).toEqual([])
  await page.getByRole('dialog').getByRole('button', { name: 'Close' }).last().click()
})

test('S5 P5: a folder with changed ciphertexts is refused, and the screen says so; the other folder still fills', async () => {
  const { page } = agent
  const at = need(ids[BANQUE])
  hostile.attack(
    bend('fetch', (reply) =>
      inJournal(reply, at, (one) => ({
        ...one,
        parts: one.parts.map((part) => ({ ...part, sealed: flipped(part.sealed) })),
      })),
    ),
  )
  await save(BANQUE, 'canary-extranet')
  await expect(alert(`The server’s data for “${BANQUE}” is not what its members signed`)).toBeVisible()
  await people.openFolder(agent, BANQUE)
  await expect(page.getByText('This folder is refused', { exact: true })).toBeVisible()
  await expect(row('canary-extranet')).toHaveCount(0)
  const tab = await agent.context.newPage()
  await tab.goto(`${site.origin}/login.html`)
  await people.fillFromPopup(await people.openPopup(agent, tab), `canary-portail-${ASSURANCE}`)
  expect(await fieldsOf(tab)).toMatchObject({ login: `canary-user-of-${ASSURANCE}` })
  await tab.close()
  hostile.attack(null)
  await save(ASSURANCE, 'canary-contrats')
  await expect(page.getByRole('alert')).toHaveCount(0)
  await expect(row('canary-extranet')).toBeVisible()
})

test('S7 P5: a rolled-back ledger is reported, and the screen keeps its data', async () => {
  const { page } = agent
  await expect(page.getByText(/entry \d+/).first()).toBeVisible()
  hostile.attack(
    bend('ledger', (reply) => ({
      ...reply,
      entries: [],
      head: { sequence: reply.head.sequence - 2, hash: toBase64url(randomBytes(32)) as typeof reply.head.hash },
    })),
  )
  await save(ASSURANCE, 'canary-after')
  await expect(alert('The server shows an older state than this desk has already seen.')).toContainText('security team')
  await expect(page.getByRole('treeitem', { name: BANQUE })).toBeVisible()
  hostile.attack(null)
  await save(ASSURANCE, 'canary-after-that')
  await expect(page.getByRole('alert')).toHaveCount(0)
})

test('S4 P4: a new device that gets another folder’s key for a folder refuses that folder only', async () => {
  const { page } = agent
  await lockByButton(agent)
  await forgetBlobs(agent)
  let other: string | undefined
  hostile.attack(
    bend('fetch', (reply) => {
      other ??= reply.wraps.find((one) => one.kind === 'folder' && one.id === ids[ASSURANCE])?.sealed
      const wraps = reply.wraps.map((one) =>
        one.kind === 'folder' && one.id === ids[BANQUE] ? { ...one, sealed: other ?? one.sealed } : one,
      )
      return { ...reply, wraps }
    }),
  )
  await people.unlock(agent, PIN)
  await people.openConsole(agent)
  await expect(alert('The server’s data for a folder is not what its members signed')).toBeVisible()
  await expect(page.getByRole('treeitem', { name: BANQUE })).toHaveCount(0)
  await expect(page.getByRole('treeitem', { name: ASSURANCE })).toBeVisible()
  hostile.attack(null)
  await save(ASSURANCE, 'canary-at-last')
  await expect(page.getByRole('treeitem', { name: BANQUE })).toBeVisible()
})

test('S13 P1 P9: a login is typed, shown, copied, searched for and changed in the browser itself', async () => {
  const { page } = agent
  await people.createLogin(agent, BANQUE, { ...TYPED, addresses: [site.origin] })
  await page.getByRole('button', { name: 'Show: Password' }).click()
  await expect(page.getByText(TYPED.password)).toBeVisible()
  for (const copy of await page.getByRole('button', { name: /^Copy: / }).all()) await copy.click()
  await people.changePassword(agent, BANQUE, TYPED.name, 'canary-typed-password-2')
  const tab = await agent.context.newPage()
  await tab.goto(`${site.origin}/login.html`)
  const popup = await people.openPopup(agent, tab)
  await popup.getByRole('combobox').or(popup.getByRole('searchbox')).first().fill('canary-typed')
  await people.fillFromPopup(popup, TYPED.name)
  expect(await fieldsOf(tab)).toMatchObject({ login: TYPED.username })
  await tab.close()
})

test('S13 P1 P9: nothing that was typed into the vault is in any byte that the browser has sent, to any server', async () => {
  await agent.quit()
  expect(existsSync(netLog)).toBe(true)
  const log = JSON.parse(readFileSync(netLog, 'utf8')) as {
    constants: { logEventTypes: Record<string, number> }
    events: { type: number; params?: { url?: string; initiator?: string; bytes?: string } }[]
  }
  const of = (name: string) => log.events.filter(({ type }) => type === log.constants.logEventTypes[name])
  const asked = of('URL_REQUEST_START_JOB').flatMap(({ params }) => (params?.url?.startsWith('http') ? [params] : []))
  // Requests of the browser itself to its vendor have no initiator; all others are by pages or by the extension.
  const others = asked.filter(({ url = '' }) => ![hostile.origin, site.origin].includes(new URL(url).origin))
  expect(others.filter(({ initiator = '' }) => initiator !== 'not an origin')).toEqual([])
  const ours = asked.filter(({ initiator = '' }) => initiator.startsWith('chrome-extension:'))
  expect(new Set(ours.map(({ url = '' }) => new URL(url).origin))).toEqual(new Set([hostile.origin]))
  const urls = asked.map(({ url = '' }) => url)
  const sent = of('SOCKET_BYTES_SENT').map(({ params }) => Buffer.from(params?.bytes ?? '', 'base64'))
  expect(sent.some((bytes) => bytes.includes('/api/ledger?from='))).toBe(true)
  const known = [BANQUE, ASSURANCE].flatMap((name) => textsOf(canaryFields(name)))
  const typed = Object.values(TYPED).filter((one) => typeof one === 'string')
  // The invitation code is pasted, and its secret must be in no page and no address of the server.
  const invited = [code.slice(8), readInvitation(code).secret]
  const search = searchFor([...known, ...typed, 'canary-typed-password-2', 'canary', PIN, TEAM, OTHER_TEAM, ...invited])
  const requests = hostile.log.map(
    ({ sent }) => `${sent.url}\n${JSON.stringify(sent.headers)}\n${sent.body.toString()}`,
  )
  for (const one of [...urls, ...requests, ...hostile.hints.heard]) expect(search(one)).toEqual([])
  expect(sent.flatMap((bytes) => search(bytes))).toEqual([])
})
