import { expect, test } from 'vitest'
import { pathTo, screenOf, upFrom } from './screens.ts'

test('every screen is found again from its path', () => {
  expect(screenOf(pathTo.folder('f'))).toEqual({ at: 'folder', folder: 'f' })
  expect(screenOf(pathTo.newItem('f'))).toEqual({ at: 'new', folder: 'f' })
  expect(screenOf(pathTo.access('f'))).toEqual({ at: 'access', folder: 'f' })
  expect(screenOf(pathTo.edit('f', 'i'))).toEqual({ at: 'edit', folder: 'f', item: 'i' })
  expect(screenOf(pathTo.invite)).toEqual({ at: 'invite' })
  expect(screenOf(pathTo.inviteAgain('m'))).toEqual({ at: 'invite-again', member: 'm' })
  for (const at of ['keys', 'waiting', 'policy', 'renewals'] as const) expect(screenOf(pathTo[at])).toEqual({ at })
  expect(screenOf(pathTo.wait('p7'))).toEqual({ at: 'wait', wait: 'p7' })
  expect(screenOf(pathTo.left)).toEqual({ at: 'left' })
  expect(screenOf(pathTo.formerPerson('m'))).toEqual({ at: 'former', member: 'm' })
  expect(screenOf(pathTo.team('t'))).toEqual({ at: 'team', team: 't' })
  expect(screenOf('/nowhere')).toEqual({ at: 'folders' })
})

test('Esc goes up a column at a time, and stops at the first', () => {
  expect(upFrom({ at: 'edit', folder: 'f', item: 'i' })).toBe('/folders/f/items/i')
  expect(upFrom({ at: 'item', folder: 'f', item: 'i' })).toBe('/folders/f')
  expect(upFrom({ at: 'folder', folder: 'f' })).toBe('/folders')
  expect(upFrom({ at: 'folders' })).toBeNull()
})
