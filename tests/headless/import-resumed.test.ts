import { afterAll, beforeAll, expect, test } from 'vitest'
import { MOST_FOLDERS } from '../../extension/messages/intent.ts'
import type { ImportRow } from '../../extension/messages/import-logins.ts'
import { shelfOf, stateOf } from '../../extension/keeper/vault/vault.ts'
import { newItemId } from '../../shared/bytes/ids.ts'
import type { FolderId } from '../../shared/bytes/ids.ts'
import { get, idsIn } from '../../shared/bytes/table.ts'
import type { Stack } from '../stack.ts'
import { between, fieldsOf, hire, losing, need, newFolder, newOrg } from './org.ts'
import { newPerson, refresh, sign } from './person.ts'
import type { Person } from './person.ts'

// An import that ends in the middle, for whatever reason, and goes on.
let stack: Stack
let owner: Person

beforeAll(async () => {
  ;({ stack, owner } = await newOrg())
})
afterAll(() => stack.stop())

type Batches = { folder: FolderId; logins: ImportRow[] }[]
const send = (by: Person, batches: Batches) => by.ask['items.import']({ batches }, '')
const rows = (count: number, name: string): ImportRow[] =>
  Array.from({ length: count }, (_, at) => ({ item: newItemId(), fields: fieldsOf(`${name}-${at}`), history: [] }))
const vaultOf = ({ keeper }: Person) => keeper.needOpen().vault
const namesIn = (by: Person, folder: FolderId) =>
  [...shelfOf(vaultOf(by), folder).overviews.values()].map(({ name }) => name).sort()
const askedOf = ({ fields: { name, username, urls, password } }: ImportRow) => ({
  name,
  username,
  password,
  address: urls[0]?.address ?? '',
})
const namesOf = ({ logins }: Batches[number]) => logins.map(({ fields }) => fields.name).sort()

async function eightFolders(name: string): Promise<Batches> {
  const wanted = Array.from({ length: 8 }, (_, at) => ({ parent: null, name: `${name} ${at}` }))
  const { folders } = await sign(owner, { do: 'create-folders', folders: wanted })
  return folders.map((folder, at) => ({ folder, logins: rows(30, `${name}-${at}`) }))
}

test('an import whose worker dies after some folders ends with exactly the logins of the file, once it is sent again', async () => {
  const batches = await eightFolders('Mort')
  let appended = 0
  const honest = between(owner, async ({ path }, pass) => {
    if (path !== '/api/journal') return pass()
    appended += 1
    if (appended > 3) throw new TypeError('the worker is gone')
    const answer = await pass()
    // The third arrives, and its answer does not.
    if (appended === 3) throw new TypeError('the worker is gone')
    return answer
  })
  await expect(send(owner, batches)).rejects.toMatchObject({ code: 'server-unreachable' })
  honest()
  const worker = newPerson(owner.desk, owner.key)
  expect(await send(worker, batches)).toEqual({ made: 240, refused: [] })
  for (const batch of batches) expect(namesIn(worker, batch.folder)).toEqual(namesOf(batch))
  const { person: other, member } = await hire(stack, worker, 'Ines')
  for (const { folder } of batches)
    await sign(worker, { do: 'grant', folder, to: { kind: 'member', id: member }, level: 'read' })
  await refresh(other)
  for (const batch of batches) expect(namesIn(other, batch.folder)).toEqual(namesOf(batch))
  owner = worker
})

test('a folder that another desk has written to meanwhile takes its logins after a sync, and the other folders too', async () => {
  const batches = await eightFolders('Deux')
  const desk = newPerson(owner.desk, owner.key)
  await refresh(desk)
  const [first] = batches
  const before = rows(1, 'Avant')
  await send(desk, [{ folder: need(first).folder, logins: before }])
  expect(await send(owner, batches)).toEqual({ made: 240, refused: [] })
  await refresh(owner)
  for (const batch of batches) {
    const logins = batch === first ? [...before, ...batch.logins] : batch.logins
    expect(namesIn(owner, batch.folder)).toEqual(namesOf({ ...batch, logins }))
  }
})

test('a file read anew after a page was closed takes each login that is there for one of the file, also where two are alike', async () => {
  const folder = await newFolder(owner, 'Jumeaux')
  const [one, twin, other] = [...rows(1, 'Jumeau'), ...rows(1, 'Jumeau'), ...rows(1, 'Autre')]
  await send(owner, [{ folder, logins: [need(one)] }])
  const logins = [one, twin, other].map((row) => askedOf(need(row)))
  expect(await owner.ask['items.known']({ folder, logins }, '')).toEqual({ known: [0] })
})

test('a file read anew while the import of a page that was closed is still under way finds all that this import makes', async () => {
  const folder = await newFolder(owner, 'Suite')
  const logins = rows(1_000, 'Suite')
  const underway = send(owner, [{ folder, logins }])
  const { known } = await owner.ask['items.known']({ folder, logins: logins.map(askedOf) }, '')
  await underway
  expect(known).toHaveLength(1_000)
})

test('what an import has just sealed is shown as what another desk opens', async () => {
  const folder = await newFolder(owner, 'Pareil')
  const logins = rows(3, 'Pareil')
  need(logins[0]).fields = { ...fieldsOf('Pareil-0'), kind: 'key', urls: [], tags: ['chat', 'voix'], notes: 'é' }
  await send(owner, [{ folder, logins }])
  const own = new Map(shelfOf(vaultOf(owner), folder).overviews)
  const { person: other, member } = await hire(stack, owner, 'Karim')
  await sign(owner, { do: 'grant', folder, to: { kind: 'member', id: member }, level: 'read' })
  await refresh(other)
  expect(shelfOf(vaultOf(other), folder).overviews).toEqual(own)
  expect(shelfOf(vaultOf(other), folder).parts).toEqual(shelfOf(vaultOf(owner), folder).parts)
})

test('many folders are created in one entry, each below the one that it names, and none twice where the answer is lost', async () => {
  const before = stateOf(vaultOf(owner))
  const folders = Array.from({ length: MOST_FOLDERS }, (_, at) => ({
    // A chain of ten, then all others below the last of it.
    parent: at === 0 ? null : Math.min(at - 1, 9),
    name: `${'Très long dossier '.repeat(5)}${at}`.slice(0, 100),
  }))
  const honest = losing(owner, 'POST', '/api/ledger')
  const { folders: made } = await sign(owner, { do: 'create-folders', folders })
  honest()
  const after = stateOf(vaultOf(owner))
  expect(after.head.sequence).toBe(before.head.sequence + 1)
  expect(idsIn(after.folders).length).toBe(idsIn(before.folders).length + MOST_FOLDERS)
  expect(made.map((folder) => vaultOf(owner).folderNames.get(folder))).toEqual(folders.map(({ name }) => name))
  const parents = made.map((folder) => need(get(after.folders, folder)).parent)
  expect(parents).toEqual(folders.map(({ parent }) => (parent === null ? null : made[parent])))
})

test('folders whose place is not before them are not created', async () => {
  const before = stateOf(vaultOf(owner)).head.sequence
  const wrong = [
    { parent: 1, name: 'Un' },
    { parent: null, name: 'Deux' },
  ]
  await expect(sign(owner, { do: 'create-folders', folders: wrong })).rejects.toMatchObject({ code: 'unknown-folder' })
  expect(stateOf(vaultOf(owner)).head.sequence).toBe(before)
})
