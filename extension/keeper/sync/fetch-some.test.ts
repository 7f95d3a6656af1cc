import { expect, test } from 'vitest'
import { newFolderId, newMemberId } from '../../../shared/bytes/ids.ts'
import type { FetchRequest } from '../../../shared/protocol/sync.ts'
import { fetchRequest } from '../../../shared/protocol/sync.ts'
import { splitRequest } from './fetch-some.ts'

const many = <T>(count: number, make: () => T) => Array.from({ length: count }, make)
const wants = (wraps: number, descriptions: number, profiles: number, journals: number): FetchRequest => ({
  wraps: many(wraps, () => ({ kind: 'folder', id: newFolderId(), generation: 1 })),
  descriptions: many(descriptions, () => ({ kind: 'folder', id: newFolderId() })),
  profiles: many(profiles, newMemberId),
  journals: many(journals, () => ({ folder: newFolderId(), from: 0, item: null })),
  receiveKeys: [],
  journalHeads: [],
  erased: [],
})
const nothing = wants(0, 0, 0, 0)

test('a client that lacks nothing sends no request, and one that lacks little sends one', () => {
  expect(splitRequest(nothing)).toEqual([])
  for (const wanted of [wants(3, 2, 1, 20), wants(0, 0, 0, 1), wants(1, 0, 0, 0), wants(0, 0, 5, 0)])
    expect(splitRequest(wanted).map((portion) => ({ ...nothing, ...portion }))).toEqual([wanted])
})

test('a client that lacks much asks for each object once, in valid requests, journals after the keys that open them', () => {
  for (const wanted of [
    wants(10_001, 3, 12_000, 205),
    wants(0, 0, 0, 61),
    wants(5, 4_000, 0, 0),
    wants(4_001, 0, 0, 3),
  ]) {
    const asked = splitRequest(wanted)
    for (const portion of asked) expect(fetchRequest.safeParse({ ...nothing, ...portion }).success).toBe(true)
    for (const kind of ['wraps', 'descriptions', 'profiles', 'journals'] as const)
      expect(asked.flatMap((portion): unknown[] => portion[kind] ?? [])).toEqual(wanted[kind])
    const firstJournal = asked.findIndex(({ journals = [] }) => journals.length > 0)
    const lastObject = asked.findLastIndex(
      ({ wraps = [], descriptions = [], profiles = [] }) => wraps.length + descriptions.length + profiles.length > 0,
    )
    if (firstJournal !== -1) expect(firstJournal).toBeGreaterThanOrEqual(lastObject)
  }
})
