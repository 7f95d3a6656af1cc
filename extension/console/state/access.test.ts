import { expect, test } from 'vitest'
import { newFolderId, newMemberId } from '../../../shared/bytes/ids.ts'
import type { FolderView, GrantView } from '../../messages/views.ts'
import { accessRows } from './access.ts'

const odile = newMemberId()
const grant = (name: string, level: GrantView['level'], rest: Partial<GrantView> = {}): GrantView => {
  return {
    to: { kind: 'member', id: odile },
    name,
    people: 1,
    level,
    starts: null,
    ends: null,
    state: 'current',
    ...rest,
  }
}
const folderWith = (name: string, grants: GrantView[]): FolderView => ({
  folder: newFolderId(),
  parent: null,
  name,
  hue: 0,
  about: null,
  level: 'manage',
  grants,
  unseenAbove: 0,
  stale: false,
  closed: 'no',
  archived: 'no',
  witnessed: false,
  personal: null,
  refused: null,
  mayAnchor: false,
  hasRegister: false,
  items: 0,
})
const top = folderWith('Directions', [])
const rows = (own: GrantView[], above: GrantView[]) =>
  accessRows(
    folderWith('Azur', own),
    above.map((one) => ({ ...one, from: top })),
  ).map(({ name, strongest, from, own: here }) => [name, strongest.level, from?.name ?? null, here?.level ?? null])

test('a person with grants on several folders stands once, with the highest level, where it comes from, and their own', () => {
  const own = grant('Odile', 'read')
  expect(rows([own], [grant('Odile', 'manage'), grant('Odile', 'fill')])).toEqual([
    ['Odile', 'manage', 'Directions', 'read'],
  ])
  expect(rows([grant('Odile', 'manage')], [grant('Odile', 'manage')])).toEqual([['Odile', 'manage', null, 'manage']])
})

test('a grant that is to come keeps a row of its own, and the rows stand by name', () => {
  const later = grant('Odile', 'manage', { state: 'to-come', starts: 1 })
  const other = grant('Anna', 'fill', { to: { kind: 'member', id: newMemberId() } })
  expect(rows([later], [grant('Odile', 'read'), other])).toEqual([
    ['Anna', 'fill', 'Directions', null],
    ['Odile', 'manage', null, 'manage'],
    ['Odile', 'read', 'Directions', null],
  ])
})
