/** Who can open what, as the console says it, held against what each person's own keeper opens. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { FolderId, MemberId, TeamId } from '../../shared/bytes/ids.ts'
import type { Level } from '../../shared/ledger/acts.ts'
import { stateOf } from '../../extension/keeper/vault/vault.ts'
import type { Stack } from '../stack.ts'
import { hire, need, newFolder, newOrg, save } from './org.ts'
import { refresh, sign } from './person.ts'
import type { Person } from './person.ts'

const DAY = 86_400_000

let stack: Stack
let owner: Person
let everybody: { person: Person; member: MemberId }[]
let nord: TeamId
const folders: Record<string, FolderId> = {}
const at = (name: string): FolderId => need(folders[name])
const toMember = (id: MemberId) => ({ kind: 'member' as const, id })
const grant = (name: string, to: { kind: 'team'; id: TeamId } | { kind: 'member'; id: MemberId }, level: Level) =>
  sign(owner, { do: 'grant', folder: at(name), to, level })

beforeAll(async () => {
  ;({ stack, owner } = await newOrg())
  const hired = []
  for (const [name, role] of [
    ['Ines', 'member'],
    ['Mona', 'member'],
    ['Aude', 'auditor'],
    ['Adam', 'admin'],
  ] as const)
    hired.push(await hire(stack, owner, name, role))
  everybody = [{ person: owner, member: owner.keeper.needOpen().vault.me }, ...hired]
  const [ines, mona] = hired
  for (const [name, parent] of [
    ['Directions', null],
    ['Banque', 'Directions'],
    ['Cartes', 'Banque'],
    ['Assurance', null],
    ['Teams', null],
  ] as const) {
    folders[name] = await newFolder(owner, name, parent === null ? null : at(parent))
    await save(owner, at(name), `Portail ${name}`)
  }
  nord = need((await sign(owner, { do: 'create-team', name: 'Nord', home: at('Teams') })).team)
  const [a, b] = [need(ines).member, need(mona).member]
  await sign(owner, { do: 'set-members', team: nord, added: [a, b], removed: [] })
  await grant('Banque', { kind: 'team', id: nord }, 'fill')
  await grant('Cartes', toMember(b), 'edit')
  await sign(owner, { do: 'grant', folder: at('Assurance'), to: toMember(a), level: 'read', until: Date.now() + DAY })
  await sign(owner, { do: 'grant', folder: at('Teams'), to: toMember(a), level: 'read', from: Date.now() + DAY })
  await need(ines).person.ask['act.sign']({ do: 'create-personal', name: 'Carnet', recoverable: false }, '')
  for (const { person } of everybody) await refresh(person)
})
afterAll(() => stack.stop())

/** What this person's own desk has keys of, and opens the logins of. */
function opensReally(person: Person): FolderId[] {
  const { vault } = person.keeper.needOpen()
  const { register } = stateOf(vault)
  return [...vault.folderKeys.keys()].filter((folder) => folder !== register).sort()
}

test('D2: what the console says a person can open is what that person’s own desk opens, for everybody', async () => {
  for (const { person, member } of everybody) {
    const { folders: said, personal } = await owner.ask['access.person']({ member }, '')
    const own = await person.ask['access.person']({ member }, '')
    expect(own.folders.map(({ folder }) => folder).sort()).toEqual(opensReally(person))
    expect(said.length + Number(personal), 'a personal folder is said, and not named').toBe(own.folders.length)
    for (const { folder } of said)
      expect(need(person.keeper.needOpen().vault.shelves.get(folder)).overviews.size).toBe(1)
  }
})

test('who can open a folder is the same, from the other side: each person once, with the level that their desk obeys', async () => {
  for (const folder of Object.values(folders)) {
    const { people } = await owner.ask['access.folder']({ folder }, '')
    const opens = everybody.filter(({ person }) => opensReally(person).includes(folder)).map(({ member }) => member)
    expect(people.map(({ member }) => member).sort()).toEqual(opens.sort())
  }
})

test('the strongest reason comes first, others after it; a grant to come is none', async () => {
  const [, ines, mona] = everybody
  const reasons = async (member: MemberId) => {
    const { ways, folders: said } = await owner.ask['access.person']({ member }, '')
    return new Map(said.map(({ folder, why }) => [folder, why.map((place) => need(ways[place]))]))
  }
  const hers = await reasons(need(mona).member)
  expect(hers.get(at('Cartes'))).toMatchObject([
    { level: 'edit', folder: 'Cartes', team: null, ends: null },
    { level: 'fill', folder: 'Banque', team: 'Nord', people: 3 },
  ])
  expect(hers.get(at('Banque'))).toMatchObject([{ level: 'fill', team: 'Nord' }])
  // The owner has a grant of their own on each folder that they made: what comes from above explains them all.
  const [{ member: top }] = [need(everybody[0])]
  expect(need((await reasons(top)).get(at('Cartes'))).map(({ folder }) => folder)).toEqual([
    'Directions',
    'Banque',
    'Cartes',
    'Banque',
  ])
  const other = await reasons(need(ines).member)
  expect(other.get(at('Assurance'))).toMatchObject([{ level: 'read', team: null, to: { kind: 'member' } }])
  expect(need(other.get(at('Assurance'))?.[0]).ends).not.toBe(null)
  expect(other.has(at('Teams'))).toBe(false)
})

test('D2: whoever may not know names gets the same number of people and reasons, without the names', async () => {
  const ines = need(everybody[1]).person
  const { people, ways } = await ines.ask['access.folder']({ folder: at('Cartes') }, '')
  const whole = await owner.ask['access.folder']({ folder: at('Cartes') }, '')
  expect(people).toHaveLength(whole.people.length)
  expect(people.filter(({ name }) => name !== null).map(({ name }) => name)).toEqual(['Ines'])
  expect(ways.map(({ folder }) => folder)).toContain(null)
})
