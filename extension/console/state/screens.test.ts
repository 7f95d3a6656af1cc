import { expect, test } from 'vitest'
import { pathTo, screenOf, sectionOf, upFrom, type Screen } from './screens.ts'

/** A path of each screen, the screen, and the path one column up. */
const known: [string, Screen, string | null][] = [
  ['/folders', { at: 'folders' }, null],
  ['/folders/f', { at: 'folder', folder: 'f' }, '/folders'],
  ['/folders/f/access', { at: 'access', folder: 'f' }, '/folders/f'],
  ['/folders/f/new', { at: 'new', folder: 'f' }, '/folders/f'],
  ['/folders/f/items/i', { at: 'item', folder: 'f', item: 'i' }, '/folders/f'],
  ['/folders/f/items/i/edit', { at: 'edit', folder: 'f', item: 'i' }, '/folders/f/items/i'],
  ['/overview', { at: 'overview' }, null],
  ['/overview/grants', { at: 'overview-list', list: 'grants' }, '/overview'],
  ['/teams', { at: 'teams' }, null],
  ['/teams/t', { at: 'team', team: 't' }, '/teams'],
  ['/people', { at: 'people' }, null],
  ['/people/invite', { at: 'invite' }, '/people'],
  ['/people/left', { at: 'left' }, '/people'],
  ['/people/left/m', { at: 'former', member: 'm' }, '/people/left'],
  ['/people/m', { at: 'person', member: 'm' }, '/people'],
  ['/people/m/invite', { at: 'invite-again', member: 'm' }, '/people/m'],
  ['/waiting', { at: 'waiting' }, null],
  ['/waiting/p7', { at: 'wait', wait: 'p7' }, '/waiting'],
  ['/unsent', { at: 'unsent' }, null],
  ['/unsent/i', { at: 'unsent-edit', item: 'i' }, '/unsent'],
  ['/to-change', { at: 'to-change' }, null],
  ['/renewals', { at: 'renewals' }, null],
  ['/keys', { at: 'keys' }, null],
  ['/policy', { at: 'policy' }, null],
]

test.each(known)('%s is the path of one screen, which Esc leaves for the screen one column up', (path, screen, up) => {
  expect(pathTo(screen)).toBe(path)
  expect(screenOf(path)).toEqual(screen)
  expect(upFrom(screen)).toBe(up)
})

test('a path that no screen has leads to the folders', () => {
  expect(screenOf('/')).toEqual({ at: 'folders' })
  expect(screenOf('/nowhere')).toEqual({ at: 'folders' })
  expect(screenOf('/folders/f/items')).toEqual({ at: 'folders' })
})

test('every screen outside a folder marks its section of the sidebar', () => {
  const marked = known.map(([path, screen]) => [path.split('/')[1], sectionOf(screen)])
  const inFolders = (path: string | undefined, section: string | null) => path === 'folders' && section === null
  for (const [path, section] of marked)
    expect(inFolders(path ?? undefined, section ?? null) || section === path).toBe(true)
  expect(marked.filter(([, section]) => section === 'folders')).toHaveLength(1)
})
