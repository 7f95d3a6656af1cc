import { expect, test } from 'vitest'
import { HUES, hueBeside, hueOf } from './hue.ts'

const all = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]

test('two hundred clients use every hue, and each client keeps its own', () => {
  const hues = Array.from({ length: 200 }, (_, at) => hueOf(`client-${String(at)}`))
  expect(new Set(hues)).toEqual(new Set(all))
  expect(hueOf('client-7')).toBe(hues[7])
})

test('twelve siblings have twelve hues, the thirteenth its own by its id', () => {
  const taken: number[] = []
  for (let at = 0; at < HUES; at += 1) taken.push(hueBeside(`client-${String(at)}`, taken))
  expect(taken.toSorted((one, other) => one - other)).toEqual(all)
  expect(hueBeside('client-7', taken)).toBe(hueOf('client-7'))
  expect(hueBeside('client-7', [])).toBe(hueOf('client-7'))
})
