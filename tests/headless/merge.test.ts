import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { newItemId } from '../../shared/bytes/ids.ts'
import type { FolderId, ItemId } from '../../shared/bytes/ids.ts'
import { exactAddress } from '../../extension/messages/item-fields.ts'
import type { ItemFields } from '../../extension/messages/views.ts'
import { PIN, fieldsOf, save } from './org.ts'
import { refresh, unlock } from './person.ts'
import type { Person } from './person.ts'
import { edit, erase, offline, read, rowOf, twoEditors, waiting } from './unsent-desk.ts'
import type { Two } from './unsent-desk.ts'

// Two people edit one login, perhaps one of them offline: it is merged field by field, and a person is asked where both
// changed the same field.
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

test('changes of two people to different fields of one login merge into a new revision, online and from the queue', async () => {
  const { item } = await save(owner, folder, 'Ensemble')
  const base = fieldsOf('Ensemble')
  await refresh(mate)
  await edit(mate, folder, item, [1, base], {
    ...base,
    username: 'maud',
    urls: [...base.urls, exactAddress('https://deux.example/')],
  })
  // Online, on an old base.
  const mine = { ...base, password: 'Orage-26', custom: [{ label: 'Code', value: '7' }] }
  expect(await edit(owner, folder, item, [1, base], mine)).toEqual({ item, revision: 3, unsent: null })
  const merged = { ...mine, username: 'maud', urls: [...base.urls, exactAddress('https://deux.example/')] }
  expect(await read(owner, folder, item)).toEqual(merged)

  restore = offline(owner)
  await edit(owner, folder, item, [3, merged], { ...merged, notes: 'Appeler avant.' })
  await refresh(mate)
  await edit(mate, folder, item, [3, merged], { ...merged, custom: [{ label: 'Code', value: '8' }] })
  restore()
  await refresh(owner)
  expect([await waiting(owner), await rowOf(owner, folder, 'Ensemble')]).toEqual([[], ['Ensemble', 5, null]])
  const all = { ...merged, notes: 'Appeler avant.', custom: [{ label: 'Code', value: '8' }] }
  await refresh(mate)
  for (const person of [owner, mate]) expect(await read(person, folder, item)).toEqual(all)
})

/** Both change the password; the owner's change asks. */
async function meet(name: string): Promise<{ item: ItemId; base: ItemFields }> {
  const { item } = await save(owner, folder, name)
  const base = fieldsOf(name)
  await refresh(mate)
  await edit(mate, folder, item, [1, base], { ...base, password: 'à elle', notes: 'à elle' })
  const saved = await edit(owner, folder, item, [1, base], { ...base, password: 'à moi', username: 'moi' })
  expect(saved).toEqual({ item, revision: 2, unsent: 'needs-choice' })
  return { item, base }
}
const settle = (item: ItemId, revision: number, theirs: string[]) =>
  owner.ask['unsent.settle']({ as: 'chosen', folder, item, revision, theirs }, '')

test('where both changed the same field the person chooses; the rest is merged, and a lock meanwhile loses nothing', async () => {
  const { item, base } = await meet('Dispute')
  await owner.ask.lock(null, '')
  await unlock(owner, PIN)
  expect(await rowOf(owner, folder, 'Dispute')).toEqual(['Dispute', 2, 'choose'])
  expect(await read(owner, folder, item)).toMatchObject({ password: 'à elle' })
  expect(await owner.ask['unsent.read']({ folder, item }, '')).toEqual({
    changes: [
      { key: 'username', field: 'username', label: '', value: 'moi' },
      { key: 'password', field: 'password', label: '', value: 'à moi' },
    ],
    question: {
      is: 'both-changed',
      revision: 2,
      by: 'Maud',
      clashes: [{ key: 'password', field: 'password', label: '', mine: 'à moi', theirs: 'à elle' }],
      taken: [
        { key: 'username', field: 'username', label: '', from: 'mine' },
        { key: 'notes', field: 'notes', label: '', from: 'theirs' },
      ],
    },
  })
  expect(await settle(item, 2, ['password'])).toEqual({ item, revision: 3, unsent: null })
  expect(await read(owner, folder, item)).toEqual({ ...base, password: 'à elle', notes: 'à elle', username: 'moi' })
  expect(await waiting(owner)).toEqual([])
})

test('a choice based on an outdated version asks again, and a choice made offline is sent later', async () => {
  const { item, base } = await meet('Vieille')
  await refresh(mate)
  await edit(mate, folder, item, [2, { ...base, password: 'à elle', notes: 'à elle' }], { ...base, password: 'encore' })
  await refresh(owner)
  expect(await settle(item, 2, ['password'])).toMatchObject({ unsent: 'needs-choice' })
  expect(await read(owner, folder, item)).toMatchObject({ password: 'encore' })
  restore = offline(owner)
  await refresh(owner)
  expect(await settle(item, 3, [])).toMatchObject({ unsent: 'server-unreachable' })
  expect(await rowOf(owner, folder, 'Vieille')).toEqual(['Vieille', 3, 'waiting'])
  restore()
  await refresh(owner)
  expect(await read(owner, folder, item)).toEqual({ ...base, password: 'à moi', username: 'moi' })
})

test('editing a login that somebody deleted asks whether to save it anew; deleting one that somebody changed asks too', async () => {
  const [one, two] = [await save(owner, folder, 'Effacé'), await save(owner, folder, 'Changé')]
  await refresh(mate)
  restore = offline(owner)
  await edit(owner, folder, one.item, [1, fieldsOf('Effacé')], fieldsOf('Effacé', 'à moi'))
  await erase(owner, folder, two.item, 1)
  await erase(mate, folder, one.item, 1)
  await edit(mate, folder, two.item, [1, fieldsOf('Changé')], fieldsOf('Changé', 'à elle'))
  restore()
  await refresh(owner)
  expect((await waiting(owner)).map(({ name, state }) => [name, state])).toEqual([
    ['Effacé', 'choose'],
    ['Changé', 'choose'],
  ])
  expect([await rowOf(owner, folder, 'Effacé'), await rowOf(owner, folder, 'Changé')]).toEqual([
    null,
    ['Changé', 2, 'choose'],
  ])
  const questions = async (item: ItemId) => (await owner.ask['unsent.read']({ folder, item }, '')).question
  expect(await questions(one.item)).toEqual({ is: 'they-deleted', by: 'Maud' })
  expect(await questions(two.item)).toEqual({ is: 'i-delete', revision: 2, by: 'Maud' })

  const fresh = newItemId()
  await owner.ask['unsent.settle']({ as: 'new', folder, item: one.item, fresh }, '')
  expect(await read(owner, folder, fresh)).toEqual(fieldsOf('Effacé', 'à moi'))
  expect(await settle(two.item, 2, [])).toMatchObject({ unsent: null })
  expect([await rowOf(owner, folder, 'Changé'), await waiting(owner)]).toEqual([null, []])
})
