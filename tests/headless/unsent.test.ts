import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { newItemId } from '../../shared/bytes/ids.ts'
import { valuesIn } from '../../shared/bytes/table.ts'
import type { FolderId } from '../../shared/bytes/ids.ts'
import { passGate } from '../../extension/keeper/testing/pass-gate.ts'
import { popupView } from '../../extension/keeper/doors/views/popup.ts'
import { PIN, between, fieldsOf, hire, need, newFolder, save } from './org.ts'
import { look, newPerson, refresh, sign, unlock } from './person.ts'
import type { Person } from './person.ts'
import { pageAt } from './tab.ts'
import { counted, edit, erase, offline, read, rowOf, rowsOf, twoEditors, waiting } from './unsent-desk.ts'
import { exactAddress } from '../../extension/messages/item-fields.ts'
import type { Two } from './unsent-desk.ts'

// What a person saves while offline: kept sealed on this desk, shown, and sent by itself, once.
let two: Two
let owner: Person
let mate: Person
let folder: FolderId
let restore = () => {}

beforeAll(async () => {
  two = await twoEditors()
  ;({ owner, mate, folder } = two)
})
afterEach(async () => {
  restore()
  restore = () => {}
  if (owner.keeper.open === null) await unlock(owner, PIN)
  await refresh(owner)
})
afterAll(() => two.stack.stop())

test('P10: without a server, edits, new logins and deletions are kept on this desk, shown and marked at once, and sent later', async () => {
  const [one, two] = [await save(owner, folder, 'Portail'), await save(owner, folder, 'Vieux')]
  restore = offline(owner)
  await refresh(owner)
  const typed = { ...fieldsOf('Portail', 'Marée-17'), urls: [exactAddress('https://neuf.example/')] }
  const saved = await edit(owner, folder, one.item, [1, fieldsOf('Portail')], typed)
  expect(saved).toEqual({ item: one.item, revision: 1, unsent: 'server-unreachable' })
  await save(owner, folder, 'Extranet')
  await erase(owner, folder, two.item, 1)

  expect(await rowsOf(owner, folder)).toEqual([
    ['Extranet', 0, 'waiting'],
    ['Portail', 1, 'waiting'],
  ])
  expect(await read(owner, folder, one.item)).toEqual(typed)
  const popup = await popupView(owner.keeper, 'https://neuf.example/')
  expect(popup.here).toMatchObject([{ name: 'Portail', unsent: 'waiting' }])
  expect(popup.status).toMatchObject({ unsent: 3 })
  const frames = [pageAt('https://neuf.example/')]
  const [allowed] = await passGate(owner.keeper.needOpen(), { folder, item: one.item }, frames)
  expect(allowed?.values.password).toBe('Marée-17')
  expect(await waiting(owner)).toMatchObject([
    { name: 'Portail', does: 'change', state: 'waiting', path: ['Banque'] },
    { name: 'Extranet', does: 'create', state: 'waiting' },
    { name: 'Vieux', does: 'delete', state: 'waiting', why: 'server-unreachable' },
  ])

  restore()
  const count = counted(owner, '/api/journal')
  await refresh(owner)
  await refresh(owner)
  count.stop()
  expect(count.sent()).toBe(3)
  expect(await waiting(owner)).toEqual([])
  await refresh(mate)
  for (const person of [owner, mate])
    expect(await rowsOf(person, folder)).toEqual([
      ['Extranet', 1, null],
      ['Portail', 2, null],
    ])
  expect(await read(mate, folder, one.item)).toEqual(typed)
})

test('P10: an unsent edit survives lock, worker and browser, sealed so that nobody else at this desk can read it', async () => {
  const { item } = await save(owner, folder, 'Durable')
  restore = offline(owner)
  const before = new Set(owner.desk.kept.blobs.keys())
  await edit(owner, folder, item, [1, fieldsOf('Durable')], fieldsOf('Durable', 'Canari-9137'))
  const [name = '', ...more] = [...owner.desk.kept.blobs.keys()].filter((one) => !before.has(one))
  expect([name, more]).toEqual([expect.stringMatching(/^[\w-]{22}$/), []])
  const everything = Buffer.concat([...owner.desk.kept.blobs.values()]).toString('latin1')
  for (const trace of ['Canari-9137', 'Durable', item, folder]) expect(everything).not.toContain(trace)

  // The worker dies, then the browser, and with it the session storage.
  const woken = newPerson(owner.desk, owner.key)
  expect(await rowOf(woken, folder, 'Durable')).toEqual(['Durable', 1, 'waiting'])
  restore()
  await owner.ask.lock(null, '')
  expect([...owner.desk.kept.session]).toEqual([])
  owner.desk.kept.session.clear()

  // A colleague at the same desk.
  const guest = newPerson(owner.desk, mate.key)
  await unlock(guest, PIN)
  expect(await waiting(guest)).toEqual([])
  expect(await rowOf(guest, folder, 'Durable')).toEqual(['Durable', 1, null])
  await guest.ask.lock(null, '')

  await unlock(owner, PIN)
  expect(await rowOf(owner, folder, 'Durable')).toEqual(['Durable', 2, null])
  expect(await read(owner, folder, item)).toEqual(fieldsOf('Durable', 'Canari-9137'))
  expect(owner.desk.kept.blobs.has(name)).toBe(false)
})

test('P10: a lock while an edit is being sent to a silent server does not wait and loses nothing', async () => {
  const { fetch } = owner.desk
  owner.desk.fetch = (_, init) =>
    new Promise((_resolve, reject) => {
      const give = () => reject(new DOMException('given up', 'AbortError'))
      if (init.signal?.aborted === true) give()
      init.signal?.addEventListener('abort', give)
    })
  restore = () => void (owner.desk.fetch = fetch)
  const saving = save(owner, folder, 'En route')
  await new Promise((resolve) => setTimeout(resolve, 200))
  // If the worker dies now, the next one finds the edit that was being sent.
  expect(await rowOf(newPerson(owner.desk, owner.key), folder, 'En route')).toEqual(['En route', 0, 'waiting'])
  await owner.ask.lock(null, '')
  expect(await saving).toMatchObject({ unsent: 'server-unreachable' })
  expect([owner.keeper.open, [...owner.desk.kept.session]]).toEqual([null, []])
  restore()
  await unlock(owner, PIN)
  expect(await rowOf(owner, folder, 'En route')).toEqual(['En route', 1, null])
})

test('several edits made offline are sent as one revision, and a login created and deleted offline is never sent', async () => {
  const { item } = await save(owner, folder, 'Encore')
  restore = offline(owner)
  let was = fieldsOf('Encore')
  for (const password of ['un', 'deux', 'trois']) {
    await edit(owner, folder, item, [1, was], fieldsOf('Encore', password))
    was = fieldsOf('Encore', password)
  }
  const made = newItemId()
  await save(owner, folder, 'Jamais', made)
  await erase(owner, folder, made, 0)
  restore()
  await refresh(owner)
  expect(await rowOf(owner, folder, 'Encore')).toEqual(['Encore', 2, null])
  expect(await read(owner, folder, item)).toEqual(fieldsOf('Encore', 'trois'))
  expect(await rowOf(owner, folder, 'Jamais')).toBeNull()
  expect(await waiting(owner)).toEqual([])
})

test('an edit whose answer was lost is not applied twice, by this worker or the next, and later edits are applied on top', async () => {
  const { item } = await save(owner, folder, 'Perdu')
  let landed = false
  const losing = () => {
    landed = false
    return between(owner, async (sent, pass) => {
      if (landed) throw new TypeError('the network is gone')
      const answer = await pass()
      landed = sent.path === '/api/journal'
      if (landed) throw new TypeError('the network is gone')
      return answer
    })
  }
  restore = losing()
  const one = fieldsOf('Perdu', 'un')
  expect(await edit(owner, folder, item, [1, fieldsOf('Perdu')], one)).toMatchObject({ unsent: 'server-unreachable' })
  restore()
  const woken = newPerson(owner.desk, owner.key)
  await refresh(woken)
  expect([await waiting(woken), await rowOf(woken, folder, 'Perdu')]).toEqual([[], ['Perdu', 2, null]])

  await refresh(owner)
  restore = losing()
  await edit(owner, folder, item, [2, one], fieldsOf('Perdu', 'deux'))
  expect(landed).toBe(true)
  await edit(owner, folder, item, [2, fieldsOf('Perdu', 'deux')], fieldsOf('Perdu', 'trois'))
  restore()
  await refresh(owner)
  expect([await waiting(owner), await rowOf(owner, folder, 'Perdu')]).toEqual([[], ['Perdu', 4, null]])
  expect(await read(owner, folder, item)).toEqual(fieldsOf('Perdu', 'trois'))
})

test('when the server fails between two edits, it gets the first once and the second when it is back', async () => {
  restore = offline(owner)
  await refresh(owner)
  for (const name of ['Premier', 'Second']) await save(owner, folder, name)
  restore()
  let sent = 0
  restore = between(owner, (one, pass) => {
    if (one.path === '/api/journal') sent += 1
    return sent > 1 ? Promise.reject(new TypeError('the network is gone')) : pass()
  })
  await refresh(owner)
  expect((await waiting(owner)).map(({ name }) => name)).toEqual(['Second'])
  restore()
  await refresh(newPerson(owner.desk, owner.key))
  await refresh(owner)
  expect([await rowOf(owner, folder, 'Premier'), await rowOf(owner, folder, 'Second')]).toMatchObject([
    ['Premier', 1, null],
    ['Second', 1, null],
  ])
})

test('P7: an edit that the ledger no longer allows stays unsent and readable until discarded; without any access it is dropped', async () => {
  const { person: temp, member } = await hire(two.stack, owner, 'Tess')
  const at = await newFolder(owner, 'Prêt')
  const to = { kind: 'member' as const, id: member }
  const { item } = await save(owner, at, 'Contrat')
  await sign(owner, { do: 'grant', folder: at, to, level: 'edit' })
  await refresh(temp)
  restore = offline(temp)
  await edit(temp, at, item, [1, fieldsOf('Contrat')], fieldsOf('Contrat', 'à Tess'))
  await save(temp, at, 'Nouveau')
  await sign(owner, { do: 'grant', folder: at, to, level: 'fill' })
  restore()
  const count = counted(temp, '/api/journal')
  restore = count.stop
  await refresh(temp)
  await refresh(temp)
  expect(count.sent()).toBe(0)
  expect(await waiting(temp)).toMatchObject([
    { name: 'Contrat', state: 'refused', why: 'not-allowed' },
    { name: 'Nouveau', state: 'refused' },
  ])
  // The list shows the others' version; Tess can still copy what she typed, and nothing else.
  expect(await rowsOf(temp, at)).toEqual([['Contrat', 1, 'refused']])
  expect(await temp.ask['unsent.read']({ folder: at, item }, '')).toEqual({
    changes: [{ key: 'password', field: 'password', label: '', value: 'à Tess' }],
    question: null,
  })
  await temp.ask['unsent.discard']({ folder: at, item }, '')
  expect((await waiting(temp)).map(({ name }) => name)).toEqual(['Nouveau'])

  await sign(owner, { do: 'revoke', folder: at, to })
  await refresh(temp)
  expect(await look(temp)).toMatchObject({ unsent: [], unsentDropped: 1 })
  const woken = newPerson(temp.desk, temp.key)
  expect(await look(woken)).toMatchObject({ unsent: [], unsentDropped: 1 })
  await woken.ask['unsent.dropped-read'](null, '')
  expect(await look(woken)).toMatchObject({ unsentDropped: 0 })
})

test('P7 P10: a removal drops unsent edits with all other data of that person on the desk', async () => {
  const { person: temp, member } = await hire(two.stack, owner, 'Théo')
  await sign(owner, { do: 'grant', folder, to: { kind: 'member', id: member }, level: 'edit' })
  await refresh(temp)
  restore = offline(temp)
  await save(temp, folder, 'Trop tard')
  restore()
  await sign(owner, { do: 'remove-member', member })
  await refresh(temp)
  expect([temp.keeper.open, [...temp.desk.kept.blobs]]).toEqual([null, []])
})

test('P7: edits in a folder that waits for a new key are kept on this desk, and sent under the new key', async () => {
  const { person: leaver, member } = await hire(two.stack, owner, 'Léo')
  const at = await newFolder(owner, 'Direction')
  const { member: her } = { member: mate.keeper.needOpen().vault.me }
  await sign(owner, { do: 'grant', folder: at, to: { kind: 'member', id: member }, level: 'edit' })
  await sign(owner, { do: 'grant', folder: at, to: { kind: 'member', id: her }, level: 'edit' })
  await refresh(leaver)
  // An admin without the folder's key removes somebody; the folder is stale until its manager's client syncs.
  const { person: admin } = await hire(two.stack, owner, 'Ada', 'admin')
  await sign(admin, { do: 'remove-member', member })
  await refresh(mate)
  expect((await look(mate)).folders.find((one) => one.folder === at)).toMatchObject({ stale: true })
  expect(await save(mate, at, 'Patience')).toMatchObject({ unsent: 'stale-folder' })
  await refresh(mate)
  expect(await rowOf(mate, at, 'Patience')).toEqual(['Patience', 0, 'waiting'])
  await refresh(owner)
  await refresh(mate)
  expect(await rowOf(mate, at, 'Patience')).toEqual(['Patience', 1, null])
  const { vault } = mate.keeper.needOpen()
  const parts = valuesIn(need(vault.shelves.get(at)).journal.items).at(-1)?.parts
  expect(parts?.secret.generation).toBe(2)
  await refresh(owner)
  expect(await rowOf(owner, at, 'Patience')).toEqual(['Patience', 1, null])
})

test('P10: when the disk refuses, the edit is not reported as kept, and stays in the form', async () => {
  restore = offline(owner)
  const { set } = owner.desk.blobs
  owner.desk.blobs.set = () => Promise.reject(new Error('disk full'))
  await expect(save(owner, folder, 'Plein')).rejects.toMatchObject({ code: 'server-unreachable' })
  owner.desk.blobs.set = set
  expect([await waiting(owner), await rowOf(owner, folder, 'Plein')]).toEqual([[], null])
})
