import { expect, test } from 'vitest'
import { matchPath, pathOf } from './router.ts'

test('an address without a path means the path /', () => {
  expect(pathOf('')).toBe('/')
  expect(pathOf('#/people')).toBe('/people')
  expect(pathOf('#people')).toBe('/people')
})

test('a pattern returns the ids in a path', () => {
  expect(matchPath('/folders/:folder/items/:item', '/folders/f1/items/i%2F2')).toEqual({ folder: 'f1', item: 'i/2' })
  expect(matchPath('/', '/')).toEqual({})
})

test('another path, a longer one and a shorter one do not match', () => {
  expect(matchPath('/folders/:folder', '/teams/f1')).toBeNull()
  expect(matchPath('/folders/:folder', '/folders/f1/items')).toBeNull()
  expect(matchPath('/folders/:folder', '/folders')).toBeNull()
})

test('a path with broken percent-encoding does not match', () => {
  expect(matchPath('/folders/:folder', '/folders/%E0%A4%A')).toBeNull()
})
