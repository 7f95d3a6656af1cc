import { expect, test } from 'vitest'
import { newFolderId, newMemberId, newTeamId } from '../../../shared/bytes/ids.ts'
import type { FolderId } from '../../../shared/bytes/ids.ts'
import type { WayView } from '../../messages/access-view.ts'
import type { FolderView } from '../../messages/views.ts'
import { folderRows } from './folder-rows.ts'
import { headsByLevel, peopleRows } from './people-rows.ts'
import { sayWay } from './say-way.ts'

const folderNamed = (name: string, parent: FolderView | null): FolderView => ({
  folder: newFolderId(),
  parent: parent?.folder ?? null,
  name,
  hue: 0,
  about: null,
  level: 'manage',
  grants: [],
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
const banque = folderNamed('Banque', null)
const cartes = folderNamed('Cartes', banque)
const visa = folderNamed('Visa', cartes)
const prets = folderNamed('Prêts', banque)
const all = [banque, cartes, visa, prets]
const tree = {
  childrenOf: (parent: string | null) => all.filter((one) => one.parent === parent),
  trailTo: (folder: FolderView) => {
    const path = [folder]
    for (let up = all.find((one) => one.folder === folder.parent); up; up = all.find((a) => a.folder === up?.parent))
      path.unshift(up)
    return path
  },
}
const [nord, me] = [newTeamId(), newMemberId()]
const wayBy = (level: WayView['level'], on: FolderView, team: string | null): WayView => {
  const to = team === null ? { kind: 'member' as const, id: me } : { kind: 'team' as const, id: nord }
  return { level, on: on.folder, folder: on.name, to, team, people: 3, starts: null, ends: null }
}
const [edit, fill] = [wayBy('edit', cartes, null), wayBy('fill', banque, 'Nord')]
const said = {
  ways: [fill, edit],
  folders: [
    { folder: banque.folder, why: [0] },
    { folder: cartes.folder, why: [1, 0] },
    { folder: visa.folder, why: [1, 0] },
    { folder: prets.folder, why: [0] },
    { folder: newFolderId(), why: [0] },
  ],
  personal: false,
}
const drawn = (open: FolderId[], typed = '') =>
  folderRows(said, tree, new Set<string>(open), typed).map((row) =>
    row.is === 'also' ? `also ${row.way.level}` : [row.folder.name, row.way.level, row.depth, row.inside],
  )

test('what a person can open has a row where a reason begins; what comes along is folded into it, and counted', () => {
  expect(drawn([])).toEqual([
    ['Banque', 'fill', 0, 1],
    ['Cartes', 'edit', 1, 1],
  ])
})

test('an opened row shows the other reasons, and the folders inside that come along', () => {
  expect(drawn([cartes.folder, banque.folder])).toEqual([
    ['Banque', 'fill', 0, 1],
    ['Cartes', 'edit', 1, 1],
    'also fill',
    ['Visa', 'edit', 2, 0],
    ['Prêts', 'fill', 1, 0],
  ])
})

test('what is typed finds folders by path and by reason, those that are folded in too, and none that cannot be named', () => {
  expect(drawn([], 'visa')).toEqual([['Visa', 'edit', 0, 0]])
  expect(drawn([], 'banque').map(([name]) => name)).toEqual(['Banque', 'Cartes', 'Visa', 'Prêts'])
  expect(drawn([], 'member of nord').map(([name]) => name)).toEqual(['Banque', 'Prêts'])
})

const person = (name: string | null, why: number[]) => ({ member: newMemberId(), name, email: null, why })
const opens = {
  ways: [edit, fill],
  people: [person('Zoé', [1]), person('Ana', [0, 1]), person(null, [1]), person('Bo', [1])],
}
const seen = (open: string[], typed = '') =>
  peopleRows(opens, new Set(open), typed).map((row) =>
    row.is === 'team' ? `${row.way.team ?? ''} ${String(row.heads)}` : row.is === 'person' ? row.person.name : row.is,
  )

test('who can open a folder is each person once: under their team, or by themselves, the strongest level first', () => {
  expect(seen([])).toEqual(['Ana', 'Nord 3'])
  expect(seen(['team/1'])).toEqual(['Ana', 'Nord 3', 'Bo', 'Zoé', null])
  expect(seen([opens.people[1]?.member ?? ''])).toEqual(['Ana', 'also', 'Nord 3'])
  expect(headsByLevel(opens)).toEqual([
    { level: 'edit', heads: 1 },
    { level: 'fill', heads: 3 },
  ])
})

test('what is typed finds people by name and by team', () => {
  expect(seen([], 'zoe')).toEqual(['Zoé'])
  expect(seen([], 'nord')).toEqual(['Ana', 'Bo', 'Zoé', null])
})

test('a reason is one sentence, and says what cannot be named as such', () => {
  const until = new Date(new Date().getFullYear(), 11, 31).getTime()
  expect(sayWay({ ...fill, ends: until })).toMatch(/^Fill, as a member of Nord, by a grant on Banque, until /)
  expect(sayWay(edit)).toBe('Edit, by a grant by name on Cartes')
  expect(sayWay({ ...fill, team: null, folder: null })).toBe(
    'Fill, as a member of a team that you do not see, by a grant on a folder above that you do not see',
  )
})
