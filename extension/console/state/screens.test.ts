import { expect, test } from 'vitest'
import { pathTo, placeOf, upFrom } from './screens.ts'

test('every place is found again from its path', () => {
  expect(placeOf(pathTo.folder('f'))).toEqual({ at: 'folder', folder: 'f' })
  expect(placeOf(pathTo.newItem('f'))).toEqual({ at: 'new', folder: 'f' })
  expect(placeOf(pathTo.access('f'))).toEqual({ at: 'access', folder: 'f' })
  expect(placeOf(pathTo.edit('f', 'i'))).toEqual({ at: 'edit', folder: 'f', item: 'i' })
  expect(placeOf(pathTo.invite)).toEqual({ at: 'invite' })
  expect(placeOf(pathTo.inviteAgain('m'))).toEqual({ at: 'invite-again', member: 'm' })
  for (const at of ['keys', 'waiting', 'policy', 'renewals'] as const) expect(placeOf(pathTo[at])).toEqual({ at })
  expect(placeOf(pathTo.wait('p7'))).toEqual({ at: 'wait', wait: 'p7' })
  expect(placeOf(pathTo.left)).toEqual({ at: 'left' })
  expect(placeOf(pathTo.formerPerson('m'))).toEqual({ at: 'former', member: 'm' })
  expect(placeOf(pathTo.team('t'))).toEqual({ at: 'team', team: 't' })
  expect(placeOf('/nowhere')).toEqual({ at: 'folders' })
})

test('Esc goes up a column at a time, and stops at the first', () => {
  expect(upFrom({ at: 'edit', folder: 'f', item: 'i' })).toBe('/folders/f/items/i')
  expect(upFrom({ at: 'item', folder: 'f', item: 'i' })).toBe('/folders/f')
  expect(upFrom({ at: 'folder', folder: 'f' })).toBe('/folders')
  expect(upFrom({ at: 'folders' })).toBeNull()
})
