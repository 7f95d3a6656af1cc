import { lengthOf } from '../../shared/ledger/replay/chain.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { toBase64url } from '../../shared/bytes/base64url.ts'
import { get } from '../../shared/bytes/table.ts'
import type { FolderId, TeamId } from '../../shared/bytes/ids.ts'
import { backupsOf } from '../backups.ts'
import type { Backups } from '../backups.ts'
import type { Stack } from '../stack.ts'
import { PIN, between, hire, need, newFolder, newOrg, save } from './org.ts'
import { nodeDesk } from './node-desk.ts'
import { itemsIn, look, newPerson, refresh, sign, unlock } from './person.ts'
import type { Person } from './person.ts'
import { signed } from './signed.ts'

// A server restored from a backup that lacks most of its work. `mona` manages a folder and a team that the owner does not
// see; `ines` is in the team; `paul` is a member from the start and gets a grant only later.
let stack: Stack
let backups: Backups
let owner: Person
let mona: Person
let ines: Person
let paul: Person
let banque: FolderId
let secret: FolderId
let team: TeamId

const member = (person: Person) => person.keeper.needOpen().vault.me
const vaultOf = (person: Person) => person.keeper.needOpen().vault
const length = (person: Person) => lengthOf(vaultOf(person).chain)
const told = async (person: Person) => {
  const { status } = await look(person)
  return status.state === 'unlocked' ? status.warnings.filter(({ kind }) => kind !== 'only-one-key') : null
}
const namesIn = async (person: Person, folder: FolderId) => {
  const seen = await itemsIn(person, folder)
  return 'items' in seen ? seen.items.map(({ name }) => name).sort() : seen.refused
}
const toMember = (folder: FolderId, person: Person, level: 'read' | 'edit' | 'manage') =>
  ({ do: 'grant', folder, to: { kind: 'member', id: member(person) }, level }) as const
/** The same key at an empty desk. */
async function freshDesk(person: Person): Promise<Person> {
  const fresh = newPerson(nodeDesk(), person.key)
  await fresh.ask['server.trust']({ address: stack.origin }, '')
  await unlock(fresh, PIN)
  return fresh
}

beforeAll(async () => {
  ;({ stack, owner } = await newOrg())
  backups = backupsOf(stack)
  mona = (await hire(stack, owner, 'Mona', 'owner')).person
  ines = (await hire(stack, owner, 'Inès')).person
  paul = (await hire(stack, owner, 'Paul')).person
  banque = await newFolder(owner, 'Banque')
  await save(owner, banque, 'Portail')
  await sign(owner, toMember(banque, ines, 'edit'))
  for (const person of [mona, ines, paul]) await refresh(person)
  await backups.take()

  // Everything that the backup lacks.
  await save(owner, banque, 'Extranet')
  await refresh(ines)
  await save(ines, banque, 'Contrats')
  secret = await newFolder(mona, 'Direction')
  team = need((await sign(mona, { do: 'create-team', name: 'Atlas', home: secret })).team)
  await sign(mona, { do: 'set-members', team, added: [member(ines)], removed: [] })
  await sign(mona, { do: 'grant', folder: secret, to: { kind: 'team', id: team }, level: 'edit' })
  await sign(mona, toMember(secret, paul, 'read'))
  await save(mona, secret, 'Coffre')
  for (const person of [owner, ines, paul]) await refresh(person)
  await sign(owner, { do: 'rename-folder', folder: banque, name: 'Banque du Nord' })
  await sign(mona, { do: 'revoke', folder: secret, to: { kind: 'member', id: member(paul) } })
  for (const person of [owner, mona, ines, paul]) await refresh(person)
})
afterAll(async () => {
  await backups.close()
  await stack.stop()
})

test('P5 S7: after a restored backup every desk reports it and keeps all its data, also through a new unlock', async () => {
  const before = length(owner)
  await backups.restore()
  for (const person of [owner, mona, ines]) await refresh(person)
  const [warning] = need(await told(owner))
  expect(warning).toMatchObject({ kind: 'restored', canRepair: true })
  const missing = before - Number((await backups.sql`select max(sequence) as last from ledger_entries`)[0]?.['last'])
  expect(warning).toMatchObject({ entries: missing })
  expect(missing).toBeGreaterThan(5)
  expect((await told(ines))?.[0]).toMatchObject({ kind: 'restored', canRepair: false, entries: missing })
  expect(length(owner)).toBe(before)
  expect(await namesIn(owner, banque)).toEqual(['Contrats', 'Extranet', 'Portail'])
  expect(await namesIn(ines, secret)).toEqual(['Coffre'])

  await ines.ask.lock(null, '')
  ines = newPerson(ines.desk, ines.key)
  await unlock(ines, PIN)
  expect(await namesIn(ines, banque)).toEqual(['Contrats', 'Extranet', 'Portail'])
  expect((await told(ines))?.[0]).toMatchObject({ kind: 'restored' })
  await expect(newFolder(owner, 'Nouveau')).rejects.toMatchObject({ code: 'restored' })
})

test('an empty desk shows what the backup holds, which is all that it can know', async () => {
  const late = newPerson(nodeDesk(), owner.key)
  await late.ask['server.trust']({ address: stack.origin }, '')
  await unlock(late, PIN)
  // The backup contains the head of the enrolment, so the desk accepts it: it can know no more.
  expect(await namesIn(late, banque)).toEqual(['Portail'])
  await late.ask.lock(null, '')
})

const asking = async (person: Person, path: string, body: unknown) => {
  const answer = await fetch(`${stack.origin}/api/repair/${path}`, {
    method: 'POST',
    headers: { ...(await signed(person, 'POST', `/api/repair/${path}`)), 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  return (await answer.json()) as { code?: string; field?: string; sequence?: number }
}

test('S7 S8: the server accepts returned entries only from an owner, only on its chain, and only as their authors signed them', async () => {
  const { entries, forkWatch } = vaultOf(owner)
  const from = need(forkWatch.shorter).head.sequence
  const missing = entries.slice(from).map(toBase64url)
  expect(await asking(ines, 'ledger', { entries: missing })).toMatchObject({ code: 'not-allowed' })
  expect(await asking(owner, 'ledger', { entries: missing.slice(1) })).toMatchObject({ code: 'conflict' })
  const bent = Buffer.from(need(missing[0]), 'base64url')
  bent[bent.length - 1] = (bent[bent.length - 1] ?? 0) ^ 1
  expect(await asking(owner, 'ledger', { entries: [bent.toString('base64url')] })).toMatchObject({ code: 'refused' })
  await expect(ines.ask['repair.start'](null, '')).rejects.toMatchObject({ code: 'not-allowed' })
  const [row] = await backups.sql`select max(sequence) as last from ledger_entries`
  expect(Number(row?.['last'])).toBe(from)
})

test('P5: an owner’s desk returns the ledger, resumes after an interruption, and then returns the objects that it holds', async () => {
  const before = length(owner)
  let runs = 0
  const stop = between(owner, async ({ path }, pass) => {
    if (path !== '/api/repair/ledger') return pass()
    runs += 1
    // Half of it arrives, then the browser is closed.
    if (runs === 1) {
      const { entries, forkWatch } = vaultOf(owner)
      const from = need(forkWatch.shorter).head.sequence
      await asking(owner, 'ledger', { entries: entries.slice(from, from + 3).map(toBase64url) })
    }
    throw new TypeError('the network is gone')
  })
  await expect(owner.ask['repair.start'](null, '')).rejects.toMatchObject({ code: 'server-unreachable' })
  stop()
  await refresh(owner)
  expect((await told(owner))?.[0]).toMatchObject({ kind: 'restored' })
  await owner.ask['repair.start'](null, '')
  expect(await told(owner)).toEqual([])
  expect(length(owner)).toBe(before)
  expect((await look(owner)).folders.map(({ name }) => name).sort()).toEqual(['Banque du Nord', 'Direction'])
  expect(await namesIn(owner, banque)).toEqual(['Contrats', 'Extranet', 'Portail'])
  await expect(owner.ask['repair.start'](null, '')).rejects.toMatchObject({ code: 'nothing-to-repair' })
  const { status } = await look(owner)
  expect(status.state === 'unlocked' && status.repair).toBe(null)
})

test('P5: other desks return by themselves what only they hold, and empty desks then receive it', async () => {
  await refresh(mona)
  expect(await told(mona)).toEqual([])
  const fresh = await freshDesk(ines)
  expect(await told(fresh)).toEqual([])
  expect((await look(fresh)).folders.map(({ name }) => name).sort()).toEqual(['Banque du Nord', 'Direction'])
  expect((await look(fresh)).teams.map(({ name }) => name)).toEqual(['Atlas'])
  expect(await namesIn(fresh, secret)).toEqual(['Coffre'])
  expect(await namesIn(fresh, banque)).toEqual(['Contrats', 'Extranet', 'Portail'])
  const other = await freshDesk(owner)
  expect(await namesIn(other, banque)).toEqual(['Contrats', 'Extranet', 'Portail'])
  expect((await look(other)).people.map(({ name }) => name).sort()).toEqual(['Inès', 'Mona', 'Odile Owner', 'Paul'])
})

test('after the repair everybody can write again, and returning the same objects twice changes nothing', async () => {
  for (const person of [owner, mona, ines]) await refresh(person)
  await save(ines, banque, 'Encore')
  await newFolder(owner, 'Nouveau')
  await save(mona, secret, 'Second')
  const count = async () =>
    (await backups.sql`select (select count(*) from wraps) as wraps, (select count(*) from parts) as parts`)[0]
  const before = await count()
  vaultOf(mona).forkWatch.repairedAt = 0
  await refresh(mona)
  expect(await count()).toEqual(before)
  await refresh(ines)
  expect(await namesIn(ines, secret)).toEqual(['Coffre', 'Second'])
})

test('P5: a backup that lacks only a folder’s newest entries is repaired by any desk that has them', async () => {
  await backups.take()
  await save(ines, banque, 'Tardif')
  await backups.restore()
  await refresh(owner)
  expect(await namesIn(owner, banque)).not.toContain('Tardif')
  await refresh(ines)
  expect(await told(ines)).toEqual([])
  expect(await namesIn(ines, banque)).toContain('Tardif')
  await refresh(owner)
  expect(await namesIn(owner, banque)).toContain('Tardif')
})

test('S2: whatever a server says it lacks, keys are sealed only to whom the ledger entitles', async () => {
  const sealed: unknown[] = []
  const { fetch } = mona.desk
  const stranger = member(paul)
  mona.desk.fetch = async (url, init) => {
    if (url.endsWith('/api/repair/objects')) sealed.push(JSON.parse(String(init.body)))
    if (!url.endsWith('/api/repair/lacking')) return fetch(url, init)
    const generation = get(need(vaultOf(mona).chain.last).folders, secret)?.generations.length ?? 0
    const wraps = [
      { kind: 'folder', id: secret, generation, to: { kind: 'member', id: stranger } },
      { kind: 'team', id: team, generation: 1, to: { kind: 'member', id: stranger } },
      { kind: 'folder', id: secret, generation: 1, to: { kind: 'member', id: member(mona) } },
      { kind: 'folder', id: secret, generation, to: { kind: 'folder', id: banque, generation: 1 } },
    ]
    return new Response(JSON.stringify({ wraps, descriptions: [], receiveKeys: [] }))
  }
  vaultOf(mona).forkWatch.repairedAt = 0
  await refresh(mona)
  mona.desk.fetch = fetch
  expect(sealed.flatMap((one) => (one as { wraps: unknown[] }).wraps)).toEqual([])
  // Paul, who lost access to the folder, returns nothing of it and learns nothing about it.
  expect(
    await asking(paul, 'lacking', {
      of: [
        { kind: 'folder', id: secret },
        { kind: 'team', id: team },
      ],
    }),
  ).toEqual({
    wraps: [],
    descriptions: [],
    receiveKeys: [],
  })
  const journal = { folder: secret, entries: [], parts: [] }
  expect(await asking(paul, 'journal', journal)).toMatchObject({ code: 'not-allowed' })
})
