import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { openDesk, pageUrl } from '../desk.ts'
import { heapsOf } from '../heap.ts'
import { blocksOf, unsnap } from '../level-tables.ts'
import type { Desk } from '../desk.ts'
import * as people from '../people.ts'
import { startStack } from '../../tests/stack.ts'
import type { Stack } from '../../tests/stack.ts'
import * as journey from './fixtures.ts'
import { AGENT, CLIENT, OWNER, TEAM, TOP, heading } from './fixtures.ts'
import { sessionKeyOf } from './session-key.ts'

test.describe.configure({ mode: 'serial' })

const login = {
  name: 'Guichet Améthyste',
  username: 'agent-quetzal',
  password: 'Zibeline-6042-q',
  addresses: ['https://guichet-amethyste.example/entree'],
  company: 'KESTREL-77',
  totp: 'JBSWY3DPEHPK3PXQ',
  notes: 'Note du bureau vermeil',
}
/** Texts that must not be found on a desk, including the host of a login and the PIN. */
const canaries = [
  login.name,
  login.username,
  login.password,
  'guichet-amethyste',
  login.company,
  login.totp,
  login.notes,
  CLIENT,
  TOP,
  TEAM,
  journey.ORG,
  OWNER.name,
  OWNER.email,
  OWNER.pin,
]

let stack: Stack
let owner: Desk

test.beforeAll(async () => {
  stack = await startStack()
  owner = await journey.ownerDesk(stack, journey.ORG, { jsFlags: '--heap-snapshot-string-limit=2000000' })
  await journey.buildTree(owner)
  await people.createLogin(owner, CLIENT, login)
})
test.afterAll(async () => {
  await owner.close()
  await stack.stop()
})

/** A text in every form that a disk might hold: UTF-8, UTF-16, and base64 at each of its three alignments. */
function spellings(text: string): Buffer[] {
  const utf8 = Buffer.from(text)
  const base64 = [0, 1, 2].map((shift) => {
    const coded = Buffer.concat([Buffer.alloc(shift), utf8])
      .toString('base64')
      .replace(/=+$/, '')
    return coded.slice(Math.ceil((shift * 4) / 3), -2)
  })
  const urlSafe = base64.map((coded) => coded.replaceAll('+', '-').replaceAll('/', '_'))
  return [utf8, Buffer.from(text, 'utf16le'), ...[...base64, ...urlSafe].map((coded) => Buffer.from(coded))]
}

function filesUnder(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
}

/** A file's content; for a LevelDB table also its uncompressed content. Empty where the browser has deleted the file meanwhile. */
function contentsOf(path: string): Buffer[] {
  if (!existsSync(path)) return []
  const content = readFileSync(path)
  return path.endsWith('.ldb') ? [content, ...blocksOf(content)] : [content]
}

/** The files of the browser's profile that contain any of the texts, in any encoding. */
function found(profile: string, texts: readonly string[]): string[] {
  const wanted = texts.flatMap((text) => spellings(text).map((bytes) => ({ text, bytes })))
  return filesUnder(profile).flatMap((path) => {
    const contents = contentsOf(path)
    return wanted
      .filter(({ bytes }) => contents.some((content) => content.includes(bytes)))
      .map(({ text }) => `${text} in ${path}`)
  })
}

/** P10: only the server's address and the org id are in clear; session storage is empty; blobs are sealed. */
async function expectNothingReadable(desk: Desk, texts = canaries): Promise<void> {
  const { local, session, blobs } = await journey.stores(desk)
  expect(session).toEqual({})
  expect(local).toEqual({ trusted: { server: stack.origin, org: expect.stringMatching(/^[\w-]{43}$/) } })
  expect(blobs).toBeGreaterThan(0)
  expect(await sessionKeyOf(desk)).toBeNull()
  expect(found(desk.profile, texts)).toEqual([])
}

test('P10: the search of a profile works: it finds the address of the server', () => {
  expect(found(owner.profile, [stack.origin])).not.toEqual([])
})

test('P10: the search sees through the compression of the browser’s tables', () => {
  // 'Zibeline' as a literal, then an overlapping copy of it: tag, length, offset.
  const packed = Buffer.concat([
    Buffer.of(24, (8 - 1) << 2),
    Buffer.from('Zibeline'),
    Buffer.of(((16 - 1) << 2) | 2, 8, 0),
  ])
  expect(packed.includes('ZibelineZibeline')).toBe(false)
  const block = Buffer.concat([
    Buffer.of(0, 1, 24),
    Buffer.from('k'),
    unsnap(packed),
    Buffer.alloc(4),
    Buffer.of(1, 0, 0, 0),
  ])
  const literal = Buffer.concat([Buffer.of(block.length, (block.length - 1) << 2), block])
  const index = (handle: Buffer) =>
    Buffer.concat([Buffer.of(0, 1, handle.length), Buffer.from('k'), handle, Buffer.alloc(4), Buffer.of(1, 0, 0, 0)])
  const data = Buffer.concat([literal, Buffer.of(1, 0, 0, 0, 0)])
  const top = index(Buffer.of(0, literal.length))
  const footer = Buffer.alloc(48)
  Buffer.of(0, 0, data.length, top.length).copy(footer)
  footer.writeBigUInt64LE(0xdb4775248b80fb57n, 40)
  const table = Buffer.concat([data, top, Buffer.alloc(5), footer])
  expect(blocksOf(table).map((one) => one.includes('ZibelineZibelineZibeline'))).toEqual([true])
})

test('P10: while unlocked no file of the profile holds a name, an address or a secret, nor the client on the toolbar', async () => {
  await people.workFor(owner, CLIENT)
  await people.openFolder(owner, CLIENT)
  await owner.page.getByRole('row', { name: login.name }).first().click()
  await expect(heading(owner.page, login.name)).toBeVisible()
  const { session } = await journey.stores(owner)
  expect(session).toHaveProperty('unlocked')
  expect(found(owner.profile, canaries)).toEqual([])
})

test('P10: after an agent joined, searched and viewed a login, the disk holds neither the invitation nor what was shown', async () => {
  const code = await people.invite(owner, { ...AGENT, team: TEAM })
  const agent = await openDesk()
  try {
    await people.join(agent, { code, pin: AGENT.pin })
    await people.letIn(owner, AGENT.name)
    await people.unlock(agent, AGENT.pin)
    await people.grant(owner, CLIENT, TEAM, 'Read')
    await people.openConsole(agent)
    // From here on the browser knows the host, from the registration of our content scripts, in memory only.
    await expect.poll(() => journey.registeredPages(agent)).toEqual(['https://guichet-amethyste.example/*'])
    await people.openFolder(agent, CLIENT)
    await agent.page.getByRole('row', { name: login.name }).first().click()
    await agent.page.getByRole('button', { name: 'Show: Password' }).click()
    await expect(agent.page.getByText(login.password)).toBeVisible()
    const popup = await people.openPopup(agent, agent.page)
    await expect(popup.getByRole('combobox', { name: 'Search logins' })).toBeFocused()
    await popup.keyboard.type('quetzal')
    await expect(people.popupRow(popup, login.name).first()).toBeVisible()
    const shown = [...canaries, AGENT.name, AGENT.email, AGENT.pin, code.slice(40, 80), code.slice(-40)]
    expect(found(agent.profile, shown)).toEqual([])
    await popup.close()
    await journey.lockByButton(agent)
    await expectNothingReadable(agent, shown)
    // A closing browser writes its tabs, with the content of their fields.
    await agent.quit()
    expect(found(agent.profile, shown)).toEqual([])
  } finally {
    await agent.close()
  }
})

test('P10: locking by the button leaves no key and no plaintext in any store', async () => {
  await journey.lockByButton(owner)
  await expectNothingReadable(owner)
})

/** The places in the memory of our pages and worker that contain any of the texts. */
async function foundInMemory(desk: Desk, texts: readonly string[]): Promise<string[]> {
  const heaps = await heapsOf(desk.context, pageUrl(''))
  expect(heaps.some(({ url }) => url.endsWith('background.js'))).toBe(true)
  return heaps.flatMap(({ url, strings }) =>
    texts.flatMap((text) =>
      strings.filter((one) => one.includes(text)).map((one) => `${text} in ${url}: ${one.slice(0, 300)}`),
    ),
  )
}

test('P10: the search of memory works: while unlocked it finds what the worker and the console hold', async () => {
  await people.unlock(owner, OWNER.pin)
  await people.openConsole(owner)
  await people.openFolder(owner, CLIENT)
  for (const text of [login.name, 'guichet-amethyste', TEAM])
    for (const place of ['background.js', 'console.html'])
      expect(await foundInMemory(owner, [text])).toContainEqual(expect.stringContaining(`${text} in ${pageUrl(place)}`))
})

test('P10: after the lock no worker or page of ours holds a name, an address, the PIN or a secret as text', async () => {
  await people.openConsole(owner)
  await people.workFor(owner, CLIENT)
  await people.openFolder(owner, CLIENT)
  await owner.page.getByRole('row', { name: login.name }).first().click()
  await owner.page.getByRole('button', { name: 'Show: Password' }).click()
  await expect(owner.page.getByText(login.password)).toBeVisible()
  await owner.page.getByRole('button', { name: /^Lock/ }).click()
  await expect(heading(owner.page, 'Cloison is locked')).toBeVisible()
  expect(await foundInMemory(owner, canaries)).toEqual([])
})

test('P10: an idle desk locks itself, and leaves as little', async () => {
  await people.unlock(owner, OWNER.pin)
  await journey.goIdle(owner)
  await owner.page.goto(pageUrl('console.html'))
  await expect(heading(owner.page, 'Cloison is locked')).toBeVisible()
  await expect(owner.page.getByText(/locked by itself/)).toBeVisible()
  await expectNothingReadable(owner)
})

test('P10: a browser closed while unlocked starts locked, with nothing readable on its disk', async () => {
  await people.unlock(owner, OWNER.pin)
  await people.openConsole(owner)
  await people.openFolder(owner, CLIENT)
  await people.workFor(owner, CLIENT)
  const { profile } = owner
  await owner.quit()
  expect(found(profile, canaries)).toEqual([])
  owner = await openDesk({ profile })
  await owner.page.goto(pageUrl('console.html'))
  await expect(heading(owner.page, 'Cloison is locked')).toBeVisible()
  await expectNothingReadable(owner)
})
