import { beforeEach, expect, test } from 'vitest'
import { newFolderId, newItemId } from '../../../shared/bytes/ids.ts'
import type { FetchReply, FetchRequest } from '../../../shared/protocol/sync.ts'
import { JournalPages } from './journal-pages.ts'

type Page = FetchReply['journals'][number]
const [folder, other] = [newFolderId(), newFolderId()]
const item = newItemId()
const asked = (...of: FetchRequest['journals'][number]['folder'][]) =>
  of.map((one) => ({ folder: one, from: 0, item: null }))
const page = (more: Partial<Page>): Page => ({ folder, entries: [], parts: [], snapshot: null, next: null, ...more })
const part = (revision: number) => ({ item, part: 'secret' as const, revision, sealed: 'AA' })

let pages: JournalPages
beforeEach(() => (pages = new JournalPages()))

test('L8: pages of a journal are joined into one, with the snapshot that one of them contains', () => {
  expect(
    pages.take(asked(other, folder), [
      page({ folder: other, entries: ['o'] }),
      page({ next: { from: 0, item: null } }),
    ]),
  ).toEqual({
    whole: [page({ folder: other, entries: ['o'] })],
    left: [{ folder, from: 0, item: null }],
  })
  const first = page({ entries: ['a'], parts: [part(1)], snapshot: 's', next: { from: 7, item } })
  expect(pages.take(asked(folder), [first])).toEqual({ whole: [], left: [{ folder, from: 7, item }] })
  expect(pages.take(asked(folder), [page({ entries: ['b'], parts: [part(2)] })])).toEqual({
    whole: [page({ entries: ['a', 'b'], parts: [part(1), part(2)], snapshot: 's' })],
    left: [],
  })
})

test('L8 P5: a server that sends endless empty pages, or pages that nobody asked for, is not asked again', () => {
  const next = { from: 1, item: null }
  expect(pages.take(asked(folder), [page({ entries: ['a'], next })]).left).toHaveLength(1)
  expect(pages.take(asked(folder), [page({ next })])).toEqual({ whole: [page({ entries: ['a'], next })], left: [] })
  expect(pages.take(asked(folder), [page({ folder: other, entries: ['a'], next })]).left).toEqual([])
})
