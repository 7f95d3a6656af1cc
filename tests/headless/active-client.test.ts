import { afterAll, beforeAll, expect, test } from 'vitest'
import { exactAddress } from '../../extension/messages/item-fields.ts'
import { popupView } from '../../extension/keeper/doors/views/popup.ts'
import { newItemId } from '../../shared/bytes/ids.ts'
import type { FolderId, ItemId, TeamId } from '../../shared/bytes/ids.ts'
import { nodeDesk } from './node-desk.ts'
import { PIN, fieldsOf, hire, need, newFolder, newOrg } from './org.ts'
import { newPerson, refresh, sign, unlock } from './person.ts'
import type { Person } from './person.ts'
import { pageAt, tabOf } from './tab.ts'
import type { Stack } from '../stack.ts'

// An agent works for one client at a time: only that client's logins are offered and filled, on any page.
const AZUR = 'https://azur.example'
const AZUR_CARDS = 'https://cartes.azur.example'
const MOBILE = 'https://mobile.example'
const SHARED = 'https://portail.example'

let stack: Stack
let owner: Person
let agent: Person
let team: TeamId
let azur: FolderId
let cards: FolderId
let mobile: FolderId
const items = new Map<string, { folder: FolderId; item: ItemId }>()
let page = ''
let filled: string[] = []

async function save(folder: FolderId, name: string, urls: string[]): Promise<void> {
  const fields = { ...fieldsOf(name), urls: urls.map(exactAddress) }
  const { item } = await owner.ask['item.save']({ folder, item: newItemId(), base: null, fields }, '')
  items.set(name, { folder, item })
}

beforeAll(async () => {
  ;({ stack, owner } = await newOrg())
  const top = await newFolder(owner, 'Direction')
  azur = await newFolder(owner, 'Banque Azur', top)
  cards = await newFolder(owner, 'Cartes', azur)
  mobile = await newFolder(owner, 'Mobile Plus', top)
  team = need((await sign(owner, { do: 'create-team', name: 'Atlas', home: top })).team)
  await sign(owner, { do: 'grant', folder: azur, to: { kind: 'team', id: team }, level: 'fill' })
  await sign(owner, { do: 'grant', folder: mobile, to: { kind: 'team', id: team }, level: 'fill' })
  await save(azur, 'azur', [AZUR, SHARED])
  await save(cards, 'cartes', [AZUR_CARDS])
  await save(mobile, 'mobile', [MOBILE, SHARED])
  const tab = tabOf(
    () => [pageAt(page)],
    ({ values }) => filled.push(values.username),
  )
  agent = newPerson(nodeDesk(), null, tab)
  await hire(stack, owner, 'Inès', 'member', [team], agent)
})
afterAll(() => stack.stop())

const choose = (folder: FolderId | null) => agent.ask['client.choose']({ folder }, '')
const names = (rows: { name: string }[]) => rows.map(({ name }) => name)
async function at(url: string) {
  page = url
  const { here, elsewhere, near, all, client, clients } = await agent.keeper.look(() => popupView(agent.keeper, url))
  return { here: names(here), elsewhere: names(elsewhere), near: near.length, all: names(all), client, clients }
}
/** The values that this login fills on this page, or the failure code. */
async function fillOf(name: string, url: string): Promise<string> {
  page = url
  filled = []
  try {
    await agent.ask.fill({ ...need(items.get(name)), tab: 1 }, '')
  } catch (error) {
    expect(filled).toEqual([])
    return error instanceof Error && 'code' in error ? String(error.code) : 'unknown'
  }
  return filled.join()
}

test('with no client chosen, all logins are offered, and every folder that holds logins is a client', async () => {
  const seen = await at(SHARED)
  expect(seen).toMatchObject({
    here: ['azur', 'mobile'],
    elsewhere: [],
    all: ['azur', 'cartes', 'mobile'],
    client: null,
  })
  expect(seen.clients.map(({ name, path }) => [name, path])).toEqual([
    ['Banque Azur', ['Banque Azur']],
    ['Cartes', ['Banque Azur', 'Cartes']],
    ['Mobile Plus', ['Mobile Plus']],
  ])
})

test('P8: only logins in the active client’s folder and its subfolders are offered and filled', async () => {
  await choose(azur)
  expect(await at(SHARED)).toMatchObject({ here: ['azur'], elsewhere: [], all: ['azur', 'cartes'] })
  expect(await at(AZUR_CARDS)).toMatchObject({ here: ['cartes'], client: { folder: azur, name: 'Banque Azur' } })
  expect(await fillOf('cartes', AZUR_CARDS)).toBe('cartes-user')
  expect(await fillOf('mobile', SHARED)).toBe('other-client')
  expect(await fillOf('mobile', MOBILE)).toBe('other-client')
  await choose(cards)
  expect(await fillOf('azur', AZUR)).toBe('other-client')
  expect(await fillOf('cartes', AZUR_CARDS)).toBe('cartes-user')
})

test('a page of another client names that client; switching to it fills nothing, and then offers its login', async () => {
  await choose(azur)
  filled = []
  expect(await at(MOBILE)).toMatchObject({ here: [], elsewhere: ['Mobile Plus'], near: 0 })
  await choose(mobile)
  expect(filled).toEqual([])
  expect(await at(MOBILE)).toMatchObject({ here: ['mobile'], elsewhere: [] })
  expect(await fillOf('mobile', MOBILE)).toBe('mobile-user')
  expect(await at(`${MOBILE}.evil.example`)).toMatchObject({ here: [], elsewhere: [], near: 0 })
})

test('a folder without a login of this person is not a client', async () => {
  await choose(azur)
  const strange = await newFolder(owner, 'Ailleurs')
  await expect(choose(strange)).rejects.toMatchObject({ code: 'not-allowed' })
  expect(await at(AZUR)).toMatchObject({ client: { folder: azur } })
})

test('the active client survives the worker’s death and ends with the lock', async () => {
  await choose(mobile)
  await agent.keeper.run(() => Promise.resolve())
  const woken = newPerson(agent.desk, agent.key)
  const seen = await woken.keeper.look(() => popupView(woken.keeper, MOBILE))
  expect(seen.client).toMatchObject({ folder: mobile, name: 'Mobile Plus' })
  await agent.ask.lock(null, '')
  await expect(choose(azur)).rejects.toMatchObject({ code: 'locked' })
  await unlock(agent, PIN)
  expect(await at(MOBILE)).toMatchObject({ client: null, here: ['mobile'] })
})

test('a client whose folder is closed or no longer visible is no longer active', async () => {
  await choose(mobile)
  await sign(owner, { do: 'revoke', folder: mobile, to: { kind: 'team', id: team } })
  await refresh(agent)
  expect(await at(AZUR)).toMatchObject({ client: null, here: ['azur'], all: ['azur', 'cartes'] })
  expect(await fillOf('mobile', MOBILE)).toBe('not-allowed')
  // Given back, the client does not become active by itself.
  await sign(owner, { do: 'grant', folder: mobile, to: { kind: 'team', id: team }, level: 'fill' })
  await refresh(agent)
  expect(await at(MOBILE)).toMatchObject({ client: null, here: ['mobile'], all: ['azur', 'cartes', 'mobile'] })
  await sign(owner, { do: 'revoke', folder: mobile, to: { kind: 'team', id: team } })
  await choose(cards)
  await sign(owner, { do: 'close-folder', folder: azur })
  await refresh(agent)
  expect(await at(AZUR)).toMatchObject({ client: null, clients: [], here: [], near: 2 })
  expect(await fillOf('cartes', AZUR_CARDS)).toBe('closed')
})
