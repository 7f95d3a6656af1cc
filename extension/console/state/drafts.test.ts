import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { newFolderId, newItemId } from '../../../shared/bytes/ids.ts'
import { exactAddress } from '../../messages/item-fields.ts'
import { dirtyDrafts, draftEdit, draftNew, draftOf, dropAllDrafts, save, type } from './drafts.ts'
import { emptyForm } from './fields.ts'

const folder = newFolderId()
const item = newItemId()
const saved = { ...emptyForm, name: 'Portail', urls: [exactAddress('https://a.example')], password: 'old' }
const sendMessage = vi.fn<(message: { name: string; input: unknown }) => Promise<unknown>>()

beforeEach(() => {
  vi.stubGlobal('chrome', { runtime: { sendMessage } })
  sendMessage.mockReset()
})
// The page's state is shared with the tests of other files.
afterEach(dropAllDrafts)

function startEdit() {
  draftEdit(folder, item, 3, saved)
  const draft = draftOf(folder, item)
  if (draft === null) throw new Error('no draft')
  type(draft, { password: 'new' })
  return draftOf(folder, item) ?? draft
}

test('when the database is down the typed text stays in the form, and a second try saves it', async () => {
  sendMessage.mockResolvedValueOnce({ ok: false, code: 'database-down', data: {} })
  expect(await save(startEdit())).toBeNull()
  const kept = draftOf(folder, item)
  expect(kept).toMatchObject({ fields: { password: 'new' }, saving: { state: 'failed', code: 'database-down' } })

  sendMessage.mockResolvedValueOnce({ ok: true, value: { item, revision: 4, unsent: null } })
  expect(kept && (await save(kept))).toMatchObject({ item })
  expect(draftOf(folder, item)).toBeNull()
})

test('a save names the revision that the form was opened on, and a save kept on this desk leaves no draft', async () => {
  sendMessage.mockResolvedValueOnce({ ok: true, value: { item, revision: 3, unsent: 'server-unreachable' } })
  const draft = startEdit()
  expect(await save(draft)).toMatchObject({ unsent: 'server-unreachable' })
  expect(draftOf(folder, item)).toBeNull()
  const input = { folder, item, form: draft.fresh, base: 3, was: saved, fields: { ...saved, password: 'new' } }
  expect(sendMessage).toHaveBeenLastCalledWith({ name: 'item.save', input })
})

test('a new login keeps its id from one try to the next, so that a save whose answer was lost creates no second login', async () => {
  draftNew(folder)
  sendMessage.mockResolvedValue({ ok: false, code: 'server-unreachable', data: {} })
  for (let tries = 0; tries < 2; tries++) {
    const draft = draftOf(folder, null)
    if (draft !== null) await save(draft)
  }
  const ids = sendMessage.mock.calls.map(([{ input }]) => input)
  expect(ids).toEqual([expect.objectContaining({ base: null, item: expect.any(String) as string }), ids[0]])
})

test('a half-typed form is kept when the person leaves it, and an untouched form is not dirty', () => {
  draftNew(folder)
  expect(dirtyDrafts.value).toEqual([])
  startEdit()
  draftEdit(folder, item, 9, saved)
  expect(draftOf(folder, item)).toMatchObject({ base: 3, fields: { password: 'new' } })
  expect(dirtyDrafts.value).toHaveLength(1)
})
