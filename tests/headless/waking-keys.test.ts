import { afterAll, beforeAll, expect, test } from 'vitest'
import { putBlob, readBlob } from '../../extension/keeper/vault/cache.ts'
import { toBase64url } from '../../shared/bytes/base64url.ts'
import type { FolderId } from '../../shared/bytes/ids.ts'
import { sealAead } from '../../shared/crypto/aead.ts'
import { cacheContext } from '../../shared/crypto/contexts.ts'
import { newFolderKey } from '../../shared/crypto/keys.ts'
import type { Wrap } from '../../shared/protocol/objects.ts'
import type { Stack } from '../stack.ts'
import { hire, need, newFolder, newOrg, save } from './org.ts'
import { newPerson, refresh, sign } from './person.ts'
import type { Person } from './person.ts'

// The keys that a new worker finds sealed on its desk.
let stack: Stack
let lena: Person
let banque: FolderId
type Kept = { wraps: Wrap[]; folderKeys: { id: FolderId; generation: number; sealed: string }[] }
let kept: Kept

beforeAll(async () => {
  const org = await newOrg()
  stack = org.stack
  banque = await newFolder(org.owner, 'Banque')
  await newFolder(org.owner, 'Crédit', banque)
  await save(org.owner, banque, 'Guichet')
  const hired = await hire(stack, org.owner, 'Lena')
  lena = hired.person
  await sign(org.owner, { do: 'grant', folder: banque, to: { kind: 'member', id: hired.member }, level: 'read' })
  await refresh(lena)
  kept = (await readBlob(lena.desk, vaultOf(lena), 'ledger', '')) as Kept
})
afterAll(() => stack.stop())

const vaultOf = (person: Person) => person.keeper.needOpen().vault
const keyOf = (person: Person) => vaultOf(person).folderKeys.get(banque)?.get(1)

/** A new worker that starts from the desk's stored data, changed in this way. */
async function woken(change: Partial<Kept>): Promise<Person> {
  await putBlob(lena.desk, vaultOf(lena), 'ledger', '', { ...kept, ...change }, vaultOf(lena).entries)
  const worker = newPerson(lena.desk, lena.key)
  await worker.keeper.look(() => Promise.resolve())
  return worker
}

test('a new worker has its keys without opening a wrap, and reads with them', async () => {
  const worker = await woken({ wraps: [] })
  expect(vaultOf(worker).folderKeys).toEqual(vaultOf(lena).folderKeys)
  expect([...need(vaultOf(worker).shelves.get(banque)).overviews.values()]).toMatchObject([{ name: 'Guichet' }])
  expect(worker.keeper.register.has(need(keyOf(worker)))).toBe(true)
})

test('a new worker keeps the wraps, which a restored server may ask for', async () => {
  expect(vaultOf(await woken({})).wraps).toEqual(vaultOf(lena).wraps)
  expect(vaultOf(lena).wraps.size).toBe(2)
})

test('S4 P4: a kept key that the ledger does not commit to is ignored, and its wrap is opened instead', async () => {
  const { org, me: member, keys } = vaultOf(lena)
  const place = cacheContext({ org, member, kind: 'folder-key', name: `${banque}/1` })
  const sealed = toBase64url(await sealAead(keys.cache, place, newFolderKey()))
  const folderKeys = kept.folderKeys.map((one) => (one.id === banque ? { ...one, sealed } : one))
  expect(keyOf(await woken({ folderKeys }))).toEqual(keyOf(lena))
  expect(keyOf(await woken({ folderKeys, wraps: [] }))).toBeUndefined()
})

test('P5: a key stored in another key’s place is ignored', async () => {
  const [one, other] = kept.folderKeys
  const swapped = [
    { ...need(one), sealed: need(other).sealed },
    { ...need(other), sealed: need(one).sealed },
  ]
  const { folderKeys } = vaultOf(await woken({ folderKeys: swapped, wraps: [] }))
  expect([...folderKeys.values()].flatMap((keys) => [...keys])).toEqual([])
})

test('P10: every stored key is sealed separately within the sealed data', () => {
  const text = JSON.stringify(kept)
  for (const [, keys] of vaultOf(lena).folderKeys)
    for (const [, key] of keys) expect(text).not.toContain(toBase64url(key))
  expect(kept.folderKeys).toHaveLength(2)
})
