import { expect, test } from 'vitest'
import { newFolderId, newMemberId } from '../../../shared/bytes/ids.ts'
import type { FolderView, GrantView } from '../../messages/views.ts'
import { accessRows } from './access.ts'

const top = newFolderId()
const odile = newMemberId()
const grant = (name: string, level: GrantView['level'], rest: Partial<GrantView> = {}): GrantView => {
  return { to: { kind: 'member', id: odile }, name, level, starts: null, ends: null, state: 'current', ...rest }
}
const folderWith = (grants: GrantView[], inherited: GrantView[]): FolderView => {
  const plain = {
    stale: false,
    closed: 'no',
    witnessed: false,
    personal: null,
    refused: null,
    mayAnchor: false,
  } as const
  const above = inherited.map((one) => ({ ...one, from: top }))
  return {
    ...plain,
    folder: newFolderId(),
    parent: top,
    name: 'Azur',
    level: 'manage',
    grants,
    inherited: above,
    items: 0,
  }
}
const rows = (folder: FolderView) =>
  accessRows(folder).map(({ strongest, from, own }) => [strongest.name, strongest.level, from, own?.level ?? null])

test('a person with grants on several folders stands once, with the highest level, where it comes from, and their own', () => {
  const own = grant('Odile', 'read')
  expect(rows(folderWith([own], [grant('Odile', 'manage'), grant('Odile', 'fill')]))).toEqual([
    ['Odile', 'manage', top, 'read'],
  ])
  expect(rows(folderWith([grant('Odile', 'manage')], [grant('Odile', 'manage')]))).toEqual([
    ['Odile', 'manage', null, 'manage'],
  ])
})

test('a grant that is to come keeps a row of its own, and the rows stand by name', () => {
  const later = grant('Odile', 'manage', { state: 'to-come', starts: 1 })
  const other = grant('Anna', 'fill', { to: { kind: 'member', id: newMemberId() } })
  expect(rows(folderWith([later], [grant('Odile', 'read'), other]))).toEqual([
    ['Anna', 'fill', top, null],
    ['Odile', 'manage', null, 'manage'],
    ['Odile', 'read', top, null],
  ])
})
