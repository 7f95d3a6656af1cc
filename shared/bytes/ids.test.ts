import { expect, expectTypeOf, test } from 'vitest'
import { folderId, hash, idBytes, memberId, newFolderId, newMemberId, orgOf, parseId, zero32, zeroOrg } from './ids.ts'
import type { FolderId, MemberId } from './ids.ts'

test('a new id is 16 bytes that nobody drew before, and comes back from its bytes', () => {
  const id = newMemberId()
  expect(idBytes(id)).toHaveLength(16)
  expect(newMemberId()).not.toBe(id)
  expect(memberId.read(memberId.write(id))).toBe(id)
  expect(parseId(memberId, id)).toBe(id)
})

test('a text of another length is no id', () => {
  expect(() => parseId(folderId, zero32)).toThrow('bad-encoding')
  expect(() => parseId(hash, newFolderId())).toThrow('bad-encoding')
})

test('a member is no folder to the compiler', () => {
  expectTypeOf<MemberId>().not.toExtend<FolderId>()
  expectTypeOf(newMemberId()).toEqualTypeOf<MemberId>()
})

test('the org is the hash of its first entry, and zeros before that', () => {
  expect(idBytes(zero32)).toEqual(new Uint8Array(32))
  expect(orgOf(zero32)).toBe(zeroOrg)
})
