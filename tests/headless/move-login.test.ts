import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { callAs } from '../../extension/keeper/desk/call-as.ts'
import { shelfOf } from '../../extension/keeper/vault/vault.ts'
import { openPart } from '../../shared/vault/seal-item.ts'
import { fromBase64url } from '../../shared/bytes/base64url.ts'
import { newItemId } from '../../shared/bytes/ids.ts'
import type { FolderId, ItemId } from '../../shared/bytes/ids.ts'
import { get } from '../../shared/bytes/table.ts'
import { between, fieldsOf, hire, need, newFolder, save } from './org.ts'
import { refresh, sign } from './person.ts'
import type { Person } from './person.ts'
import { offline, read, rowsOf, twoEditors, waiting } from './unsent-desk.ts'
import type { Two } from './unsent-desk.ts'

// A login goes from one folder to another: sealed anew there first, and only then deleted here.
let two: Two
let owner: Person
let mate: Person
let banque: FolderId
let assurance: FolderId
let restore = () => {}

beforeAll(async () => {
  two = await twoEditors()
  ;({ owner, mate, folder: banque } = two)
  assurance = await newFolder(owner, 'Assurance')
})
afterEach(async () => {
  restore()
  restore = () => {}
  await refresh(owner)
})
afterAll(() => two.stack.stop())

const carry = (by: Person, as: 'move' | 'copy', item: ItemId, from = banque, to = assurance) =>
  by.ask['item.carry']({ as, folder: from, item, to, fresh: newItemId() }, '')
const namesIn = async (folder: FolderId, by = owner) => (await rowsOf(by, folder)).map(([name]) => name)
const historyOf = async (folder: FolderId, item: ItemId) =>
  (await owner.ask['item.history']({ folder, item }, '')).history.map(({ password }) => password)
const change = (by: Person, item: ItemId, name: string, password: string) => {
  const [was, fields] = [fieldsOf(name), fieldsOf(name, password)]
  return by.ask['item.save']({ folder: banque, item, base: 1, was, fields }, '')
}

test('a move takes all fields and the earlier passwords along; a copy takes the fields and leaves all', async () => {
  const { item } = await save(owner, banque, 'Portail')
  await change(owner, item, 'Portail', 'Marée-17')
  const copied = await carry(owner, 'copy', item)
  expect(await read(owner, assurance, copied.item)).toEqual(fieldsOf('Portail', 'Marée-17'))
  expect(await historyOf(assurance, copied.item)).toEqual([])
  expect(await namesIn(banque)).toEqual(['Portail'])
  const moved = await carry(owner, 'move', item)
  expect(moved.unsent).toBeNull()
  expect(await historyOf(assurance, moved.item)).toEqual([fieldsOf('Portail').password])
  expect(await namesIn(banque)).toEqual([])
  const nowhere = carry(owner, 'move', copied.item, assurance, assurance)
  await expect(nowhere).rejects.toMatchObject({ code: 'same-folder' })
})

test('P5: what the server carries over itself opens at no other place: a move seals anew', async () => {
  const { item } = await save(owner, banque, 'Ancien')
  const { vault } = owner.keeper.needOpen()
  const old = need(get(shelfOf(vault, banque).journal.items, item)?.parts?.secret)
  const sealed = fromBase64url(need(shelfOf(vault, banque).parts.get(old.hash)))
  const moved = await carry(owner, 'move', item)
  const now = need(get(shelfOf(vault, assurance).journal.items, moved.item)?.parts?.secret)
  expect(now.hash).not.toBe(old.hash)
  const key = need(vault.folderKeys.get(assurance)?.get(now.generation))
  const place = { org: vault.org, folder: assurance, item: moved.item, ...now }
  await expect(openPart(key, place, 'secret', sealed, now.hash)).rejects.toMatchObject({ code: 'wrong-hash' })
  await expect(openPart(key, place, 'secret', sealed, old.hash)).rejects.toMatchObject({ code: 'cannot-open' })
})

test('P10: without a server both halves wait, shown as done, and go in order once it is back', async () => {
  const { item } = await save(owner, banque, 'Hors ligne')
  restore = offline(owner)
  await refresh(owner)
  expect((await carry(owner, 'move', item)).unsent).toBe('server-unreachable')
  expect(await namesIn(banque)).not.toContain('Hors ligne')
  expect(await namesIn(assurance)).toContain('Hors ligne')
  expect(await waiting(owner)).toMatchObject([{ does: 'create' }, { does: 'delete' }])
  restore()
  await refresh(owner)
  expect(await waiting(owner)).toEqual([])
  await refresh(mate)
  expect(await namesIn(banque, mate)).not.toContain('Hors ligne')
})

test('what is cut off between the halves goes on later: at no time is the login in neither folder', async () => {
  const { item } = await save(owner, banque, 'Coupé')
  let journals = 0
  restore = between(owner, ({ path }, pass) => {
    if (path === '/api/journal') journals += 1
    return journals > 1 ? Promise.reject(new TypeError('the network is gone')) : pass()
  })
  expect((await carry(owner, 'move', item)).unsent).toBe('server-unreachable')
  await refresh(mate)
  expect(await namesIn(banque, mate)).toContain('Coupé')
  expect(await waiting(owner)).toMatchObject([{ does: 'delete', name: 'Coupé' }])
  restore()
  await refresh(owner)
  await refresh(mate)
  expect(await namesIn(banque, mate)).not.toContain('Coupé')
  expect(await namesIn(assurance)).toContain('Coupé')
})

test('P5: a deletion waits for the login to be in its new folder, and goes with it when that half is discarded', async () => {
  const { item } = await save(owner, banque, 'Gardé ici')
  restore = offline(owner)
  await refresh(owner)
  const moved = await carry(owner, 'move', item)
  await owner.ask['unsent.discard']({ folder: assurance, item: moved.item }, '')
  restore()
  await refresh(owner)
  expect(await waiting(owner)).toEqual([])
  expect(await namesIn(banque)).toContain('Gardé ici')
  expect(await namesIn(assurance)).not.toContain('Gardé ici')
})

test('P5: where the new folder takes nothing any more, the old login stays', async () => {
  const { item } = await save(owner, banque, 'Reste')
  const closing = await newFolder(owner, 'Fermé')
  restore = offline(owner)
  await refresh(owner)
  await carry(owner, 'move', item, banque, closing)
  restore()
  restore = between(owner, ({ path }, pass) =>
    path === '/api/journal' ? Promise.reject(new TypeError('the network is gone')) : pass(),
  )
  await sign(owner, { do: 'close-folder', folder: closing })
  restore()
  await refresh(owner)
  await refresh(mate)
  expect(await namesIn(banque, mate)).toContain('Reste')
  for (const { folder, item: one } of await waiting(owner)) await owner.ask['unsent.discard']({ folder, item: one }, '')
})

test('a login that somebody changed meanwhile is not deleted unasked', async () => {
  const { item } = await save(owner, banque, 'Partagé')
  await refresh(mate)
  restore = offline(owner)
  await refresh(owner)
  await carry(owner, 'move', item)
  await change(mate, item, 'Partagé', 'Neuf-9')
  restore()
  await refresh(owner)
  expect(await waiting(owner)).toMatchObject([{ does: 'delete', state: 'choose' }])
  expect(await read(mate, banque, item)).toEqual(fieldsOf('Partagé', 'Neuf-9'))
  await owner.ask['unsent.discard']({ folder: banque, item }, '')
})

test('P7: who may not edit here moves nothing, who may not read here copies nothing, nor does who may not write there', async () => {
  const { item } = await save(owner, banque, 'Gardé')
  const { person: rita, member: id } = await hire(two.stack, owner, 'Rita')
  const own = await newFolder(owner, 'Rita')
  const give = (folder: FolderId, level: 'fill' | 'read' | 'edit') =>
    sign(owner, { do: 'grant', folder, to: { kind: 'member', id }, level })
  await give(banque, 'read')
  await give(own, 'edit')
  for (const one of [rita, mate]) await refresh(one)
  const refused = { code: 'not-allowed' }
  await expect(carry(rita, 'move', item, banque, own)).rejects.toMatchObject(refused)
  await expect(carry(mate, 'move', item)).rejects.toMatchObject(refused)
  expect((await carry(rita, 'copy', item, banque, own)).unsent).toBeNull()
  await give(banque, 'fill')
  await refresh(rita)
  await expect(carry(rita, 'copy', item, banque, own)).rejects.toMatchObject(refused)
  expect(await namesIn(banque)).toContain('Gardé')
})

test('the review says who gains and who loses, by the ledger', async () => {
  const review = (by: Person, from: FolderId, to: FolderId) => by.ask['move.review']({ from, to }, '')
  const away = await review(owner, banque, assurance)
  expect(away.gains).toEqual([])
  expect(away.loses).toContainEqual({ who: 'Maud', level: null })
  expect((await review(owner, assurance, banque)).gains).toContainEqual({ who: 'Maud', level: 'edit' })
  await expect(review(mate, banque, assurance)).rejects.toMatchObject({ code: 'not-allowed' })
})

test('out of a witnessed folder a move is a recorded use', async () => {
  const { item } = await save(owner, banque, 'Témoin')
  await sign(owner, { do: 'witness-folder', folder: banque, witnessed: true })
  expect((await carry(owner, 'move', item)).unsent).toBeNull()
  const { desk, session } = owner.keeper.needOpen()
  const { uses } = await callAs(desk, session, 'uses', { folder: banque, before: null })
  expect(uses.filter((one) => one.item === item)).toContainEqual(expect.objectContaining({ purpose: 'edit' }))
})
