import { expect, test } from 'vitest'
import { Growing } from '../../bytes/growing.ts'
import { hash } from '../../bytes/ids.ts'
import { randomBytes } from '../../crypto/random.ts'
import { withGeneration } from './context.ts'

const some = () => ({ commitment: hash.read(randomBytes(32)), receive: hash.read(randomBytes(32)), since: 1 })
const [a, b, c] = [some(), some(), some()]

test('P7: a receive key comes once in a list of generations, whatever other branches have', () => {
  const first = Growing.of(a)
  const left = withGeneration(first, b)
  for (const old of [a, b]) expect(() => withGeneration(left, old)).toThrow('nothing-to-do')
  const right = withGeneration(withGeneration(first, c), b)
  expect([...right]).toEqual([a, c, b])
  for (const old of [a, b, c]) expect(() => withGeneration(right, old)).toThrow('nothing-to-do')
  expect([...withGeneration(first, b), ...left]).toEqual([a, b, a, b])
})
