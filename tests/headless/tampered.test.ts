import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { newItemId } from '../../shared/bytes/ids.ts'
import type { FolderId, ItemId, TeamId } from '../../shared/bytes/ids.ts'
import { popupView } from '../../extension/keeper/doors/views/popup.ts'
import { bending, flipped } from '../hostile-server/attacks.ts'
import type { Bends } from '../hostile-server/attacks.ts'
import { hostileServer } from '../hostile-server/proxy.ts'
import type { Hostile } from '../hostile-server/proxy.ts'
import { startStack } from '../stack.ts'
import type { Stack } from '../stack.ts'
import { nodeDesk } from './node-desk.ts'
import { fieldsOf, need } from './org.ts'
import { itemsIn, join, look, newPerson, refresh, setUp, sign, unlock } from './person.ts'
import type { Person } from './person.ts'

// One org of three folders behind a lying server. Each test meets the lie on an empty desk or on one that has seen the
// truth; the lies concern the folder `banque`, while `assurance` must keep working.
let hostile: Hostile
let stack: Stack
const owner = newPerson()
const agent = newPerson()
const PIN = 'pin-9x4k'
let banque: FolderId
let assurance: FolderId
let team: TeamId
let first: ItemId
let second: ItemId

const save = async (folder: FolderId, name: string) =>
  (await owner.ask['item.save']({ folder, item: newItemId(), base: null, fields: fieldsOf(name, 'Brume-81') }, '')).item

beforeAll(async () => {
  hostile = await hostileServer()
  stack = await startStack({ PUBLIC_ORIGIN: hostile.origin })
  hostile.aim(await stack.server.origin())
  await setUp(owner, hostile.origin, stack.setupCode, PIN)
  const top = need((await sign(owner, { do: 'create-folder', parent: null, name: 'Direction' })).folder)
  banque = need((await sign(owner, { do: 'create-folder', parent: top, name: 'Banque' })).folder)
  assurance = need((await sign(owner, { do: 'create-folder', parent: top, name: 'Assurance' })).folder)
  team = need((await sign(owner, { do: 'create-team', name: 'Atlas', home: top })).team)
  first = await save(banque, 'portail')
  second = await save(banque, 'extranet')
  await save(assurance, 'contrats')
  for (const folder of [banque, assurance])
    await sign(owner, { do: 'grant', folder, to: { kind: 'team', id: team }, level: 'read' })
  const teams = [team]
  const { code } = await sign(owner, { do: 'invite', name: 'Inès', email: 'ines@atlas.example', role: 'member', teams })
  await join(agent, hostile.origin, need(code), PIN)
  await refresh(owner)
  await sign(owner, { do: 'approve', invitation: need((await look(owner)).invitations[0]).invitation })
  await unlock(agent, PIN)
})
afterAll(async () => {
  await hostile.close()
  await stack.stop()
})
afterEach(() => {
  hostile.attack(null)
})

const lie = (bends: Bends) => hostile.attack(bending(bends))

/** The agent at an empty desk, unlocked while the server lies. */
async function freshDesk(bends: Bends): Promise<Person> {
  const person = newPerson(nodeDesk(), agent.key)
  await person.ask['server.trust']({ address: hostile.origin }, '')
  lie(bends)
  await unlock(person, PIN)
  return person
}

/** The warnings, offers and refusals that the person sees. */
async function seen(person: Person) {
  const { status, folders } = await look(person)
  const view = await person.keeper.look(() => popupView(person.keeper, 'https://portail.example/login'))
  return {
    refused: folders.filter(({ refused }) => refused !== null).map(({ folder }) => folder),
    told: status.state === 'unlocked' ? status.warnings.filter(({ kind }) => kind.startsWith('tampered')) : [],
    offered: view.all.map(({ name }) => name).sort(),
  }
}
const everything = { refused: [], told: [], offered: ['contrats', 'extranet', 'portail'] }
const tellsOf = (folder: FolderId, code: string) => ({ kind: 'tampered-folder', folder, code })

/** That folder refused, the rest works, the person is told; and all is well again once the server tells the truth. */
async function expectRefused(person: Person, code: string): Promise<void> {
  expect(await seen(person)).toEqual({
    refused: [banque],
    told: [expect.objectContaining(tellsOf(banque, code))],
    offered: ['contrats'],
  })
  expect(await itemsIn(person, banque)).toEqual({ folder: banque, refused: code })
  for (const read of [first, second])
    await expect(person.ask['item.read']({ folder: banque, item: read }, '')).rejects.toMatchObject({
      code: 'tampered-folder',
    })
  hostile.attack(null)
  await refresh(person)
  expect(await seen(person)).toEqual(everything)
}

const inBanque = (bend: (journal: Journal) => Journal): Bends => ({
  fetch: (reply) => ({
    ...reply,
    journals: reply.journals.map((journal) => (journal.folder === banque ? bend(journal) : journal)),
  }),
})
type Journal = Parameters<NonNullable<Bends['fetch']>>[0]['journals'][number]

test('with an honest server everything is there', async () => {
  expect(await seen(await freshDesk({}))).toEqual(everything)
})

test.each(['overview', 'secret'] as const)('one changed byte in a sealed %s refuses the folder', async (part) => {
  const bend = inBanque((journal) => ({
    ...journal,
    parts: journal.parts.map((one) =>
      one.item === first && one.part === part ? { ...one, sealed: flipped(one.sealed, 40) } : one,
    ),
  }))
  await expectRefused(await freshDesk(bend), 'part-missing')
})

test('P5 S5: a part of one item swapped for another item’s refuses the folder', async () => {
  const bend = inBanque((journal) => {
    const other = need(journal.parts.find(({ item, part }) => item === second && part === 'secret'))
    const parts = journal.parts.map((one) =>
      one.item === first && one.part === 'secret' ? { ...one, sealed: other.sealed } : one,
    )
    return { ...journal, parts }
  })
  await expectRefused(await freshDesk(bend), 'part-missing')
})

test('a journal entry missing in the middle refuses the folder', async () => {
  const bend = inBanque((journal) => ({ ...journal, entries: journal.entries.slice(1) }))
  await expectRefused(await freshDesk(bend), 'wrong-sequence')
})

test('P5 S7: a last journal entry that is announced but not sent refuses the folder', async () => {
  const bend = inBanque((journal) => ({ ...journal, entries: journal.entries.slice(0, -1) }))
  await expectRefused(await freshDesk(bend), 'entry-missing')
})

test('a changed byte in a journal entry refuses the folder', async () => {
  const bend = inBanque(({ entries: [one, ...rest], ...journal }) => ({
    ...journal,
    entries: [flipped(need(one)), ...rest],
  }))
  await expectRefused(await freshDesk(bend), 'bad-signature')
})

test.each<[string, (said: Said) => Said]>([
  ['rolled back', (all) => all.map((one) => (one.folder === banque ? { ...one, sequence: one.sequence - 1 } : one))],
  ['denied', (all) => all.filter(({ folder }) => folder !== banque)],
])('a journal %s refuses the folder on the desk that has seen more', async (_, bend) => {
  await refresh(agent)
  expect(await seen(agent)).toEqual(everything)
  lie({ ledger: (reply) => ({ ...reply, journals: bend(reply.journals) }) })
  await refresh(agent)
  await expectRefused(agent, 'rolled-back')
})
type Said = Parameters<NonNullable<Bends['ledger']>>[0]['journals']

test('P5 S6: a description swapped for another folder’s refuses the folder, and gives it no false name', async () => {
  const bend: Bends = {
    fetch: (reply) => {
      const other = need(reply.descriptions.find(({ id }) => id === assurance))
      const descriptions = reply.descriptions.map((one) => (one.id === banque ? { ...one, sealed: other.sealed } : one))
      return { ...reply, descriptions }
    },
  }
  const person = await freshDesk(bend)
  const { folders } = await look(person)
  expect(folders.filter(({ name }) => name === 'Assurance').map(({ folder }) => folder)).toEqual([assurance])
  expect(folders.find(({ folder }) => folder === banque)?.name).not.toMatch(/Banque|Assurance/)
  await expectRefused(person, 'wrong-name')
})

test.each<[string, (wraps: Wraps) => Wraps]>([
  [
    'replaced by another folder’s',
    (all) => all.map((one) => (one.id === banque ? { ...one, sealed: alien(all) } : one)),
  ],
  ['held back', (all) => all.filter(({ id }) => id !== banque)],
])('a wrap that is %s refuses the folder', async (_, bend) => {
  await expectRefused(await freshDesk({ fetch: (reply) => ({ ...reply, wraps: bend(reply.wraps) }) }), 'no-key')
})
type Wraps = Parameters<NonNullable<Bends['fetch']>>[0]['wraps']
const alien = (all: Wraps) => need(all.find(({ id }) => id === assurance)).sealed

test('a profile other than the signed one shows no name, and the person is warned', async () => {
  const bend: Bends = {
    fetch: (reply) => ({ ...reply, profiles: reply.profiles.map((one) => ({ ...one, name: 'Somebody Else' })) }),
  }
  const person = await freshDesk(bend)
  const { people } = await look(person)
  expect(people.map(({ name }) => name)).not.toContain('Somebody Else')
  const { told, offered } = await seen(person)
  expect(told).toEqual([{ kind: 'tampered-names', count: 1 }])
  expect(offered).toEqual(everything.offered)
  hostile.attack(null)
  await refresh(person)
  expect(await seen(person)).toEqual(everything)
  expect((await look(person)).people.map(({ name }) => name)).toContain('Inès')
})

test('a team whose sealed name was changed shows none, and the person is warned', async () => {
  const bend: Bends = {
    fetch: (reply) => ({
      ...reply,
      descriptions: reply.descriptions.map((one) =>
        one.kind === 'team' ? { ...one, sealedUnderTeam: flipped(one.sealedUnderTeam) } : one,
      ),
    }),
  }
  const person = await freshDesk(bend)
  expect((await look(person)).teams.map(({ name }) => name)).not.toContain('Atlas')
  expect((await seen(person)).told).toEqual([{ kind: 'tampered-names', count: 1 }])
  hostile.attack(null)
  await refresh(person)
  expect((await look(person)).teams.map(({ name }) => name)).toEqual(['Atlas'])
})

const headOf = async (person: Person) => {
  const { status } = await look(person)
  return status.state === 'unlocked' ? status.head : null
}

test('P4: a changed ledger entry has no effect on the desk, and the person is warned', async () => {
  const before = await headOf(agent)
  await sign(owner, { do: 'create-folder', parent: null, name: 'Nouveau' })
  for (const at of [-1, 60]) {
    lie({ ledger: (reply) => ({ ...reply, entries: reply.entries.map((entry) => flipped(entry, at)) }) })
    await refresh(agent)
    expect(await headOf(agent)).toEqual(before)
    expect(await seen(agent)).toEqual({ ...everything, told: [{ kind: 'tampered-ledger', code: 'tampered-ledger' }] })
  }
  hostile.attack(null)
  await refresh(agent)
  expect(await seen(agent)).toEqual(everything)
  expect((await headOf(agent))?.sequence).toBe(need(before).sequence + 1)
})

test('P5 S7: a rolled-back ledger has no effect on the desk, and the person is warned', async () => {
  const before = await headOf(agent)
  lie({
    ledger: (reply) => ({ ...reply, entries: [], head: { ...reply.head, sequence: reply.head.sequence - 1 } }),
  })
  await refresh(agent)
  expect(await headOf(agent)).toEqual(before)
  expect(await seen(agent)).toEqual({ ...everything, told: [{ kind: 'tampered-ledger', code: 'rolled-back' }] })
})

test('P5 S8: a fresh desk accepts no ledger that ends before the head its key has seen, and no changed one', async () => {
  const shorter: Bends = {
    ledger: (reply) => ({ ...reply, entries: reply.entries.slice(0, 2), head: { ...reply.head, sequence: 2 } }),
  }
  await expect(freshDesk(shorter)).rejects.toMatchObject({ code: 'rolled-back' })
  const changed: Bends = {
    ledger: (reply) => ({ ...reply, entries: reply.entries.map((one, at) => (at === 3 ? flipped(one) : one)) }),
  }
  await expect(freshDesk(changed)).rejects.toMatchObject({ code: 'tampered-ledger' })
})

test('an honest write between two requests of one sync refuses nothing', async () => {
  let written = false
  hostile.attack(null)
  const folderBefore = await itemsIn(agent, banque)
  // The desk gets the ledger, then the owner writes; the next answer names a ledger that this desk has not seen.
  const slow = agent.desk.fetch
  agent.desk.fetch = async (url, init) => {
    if (url.endsWith('/api/fetch') && !written) {
      written = true
      await sign(owner, { do: 'create-folder', parent: null, name: 'Entre-temps' })
      await save(banque, 'nouveau')
    }
    return slow(url, init)
  }
  expect('items' in folderBefore && folderBefore.items.length).toBe(2)
  await save(banque, 'encore')
  await refresh(agent)
  agent.desk.fetch = slow
  expect(written).toBe(true)
  expect(await seen(agent)).toMatchObject({
    refused: [],
    told: [],
    offered: ['contrats', 'encore', 'extranet', 'nouveau', 'portail'],
  })
})
