import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { openDesk, pageUrl } from '../desk.ts'
import type { Desk } from '../desk.ts'
import * as people from '../people.ts'
import { startStack } from '../stack.ts'
import type { Stack } from '../stack.ts'
import * as journey from './fixtures.ts'
import { AGENT, CLIENT, OWNER, TEAM, TOP, heading } from './fixtures.ts'

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
/** What nobody may find on a desk: the host of a login too, and the PIN. */
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
  owner = await journey.ownerDesk(stack)
  await journey.buildTree(owner)
  await people.createLogin(owner, CLIENT, login)
})
test.afterAll(async () => {
  await owner.close()
  await stack.stop()
})

/** A text as a disk might hold it: UTF-8, UTF-16, and base64 at each of its three alignments. */
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

/** The files of the browser's profile in which any of the texts stands, in any spelling. */
function found(profile: string, texts: readonly string[]): string[] {
  const wanted = texts.flatMap((text) => spellings(text).map((bytes) => ({ text, bytes })))
  return filesUnder(profile).flatMap((path) => {
    const content = readFileSync(path)
    return wanted.filter(({ bytes }) => content.includes(bytes)).map(({ text }) => `${text} in ${path}`)
  })
}

/** P10: in clear the server's address and the org id; in the browser's memory nothing; sealed blobs stay sealed. */
async function expectNothingReadable(desk: Desk, texts = canaries): Promise<void> {
  const { local, session, blobs } = await journey.stores(desk)
  expect(session).toEqual({})
  expect(local).toEqual({ trusted: { server: stack.origin, org: expect.stringMatching(/^[\w-]{43}$/) } })
  expect(blobs).toBeGreaterThan(0)
  expect(found(desk.profile, texts)).toEqual([])
}

test('P10: the search of a profile finds what is there: the address of the server', () => {
  expect(found(owner.profile, [stack.origin])).not.toEqual([])
})

test('P10: while unlocked no file of the profile holds a name, an address or a secret', async () => {
  await people.openFolder(owner, CLIENT)
  await owner.page.getByRole('row', { name: login.name }).first().click()
  await expect(heading(owner.page, login.name)).toBeVisible()
  const { session } = await journey.stores(owner)
  expect(session).toHaveProperty('unlocked')
  expect(found(owner.profile, canaries)).toEqual([])
})

test('P10: an agent who joined, searched and looked leaves neither the invitation nor what was shown', async () => {
  const code = await people.invite(owner, { ...AGENT, team: TEAM })
  const agent = await openDesk()
  try {
    await people.join(agent, { code, pin: AGENT.pin })
    await people.letIn(owner, AGENT.name)
    await people.unlock(agent, AGENT.pin)
    await people.grant(owner, CLIENT, TEAM, 'Read')
    await people.openConsole(agent)
    await people.openFolder(agent, CLIENT)
    await agent.page.getByRole('row', { name: login.name }).first().click()
    await agent.page.getByRole('button', { name: 'Show: Password' }).click()
    await expect(agent.page.getByText(login.password)).toBeVisible()
    const popup = await people.openPopup(agent, agent.page)
    await popup.keyboard.type('quetzal')
    await expect(people.popupRow(popup, login.name).first()).toBeVisible()
    const shown = [...canaries, AGENT.name, AGENT.email, AGENT.pin, code.slice(40, 80), code.slice(-40)]
    expect(found(agent.profile, shown)).toEqual([])
    await popup.close()
    await journey.lockByButton(agent)
    await expectNothingReadable(agent, shown)
    // What a browser writes as it ends: its tabs, with what stood in their fields.
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

test('P10: a desk that nobody uses locks itself, and leaves as little', async () => {
  await people.unlock(owner, OWNER.pin)
  await journey.goIdle(owner)
  await owner.page.goto(pageUrl('console.html'))
  await expect(heading(owner.page, 'Cloison is locked')).toBeVisible()
  await expect(owner.page.getByText(/locked by itself/)).toBeVisible()
  await expectNothingReadable(owner)
})

test('P10: a browser that was closed while unlocked comes back locked, with nothing readable on its disk', async () => {
  await people.unlock(owner, OWNER.pin)
  await people.openConsole(owner)
  await people.openFolder(owner, CLIENT)
  const { profile } = owner
  await owner.quit()
  expect(found(profile, canaries)).toEqual([])
  owner = await openDesk({ profile })
  await owner.page.goto(pageUrl('console.html'))
  await expect(heading(owner.page, 'Cloison is locked')).toBeVisible()
  await expectNothingReadable(owner)
})
