import { signal } from '@preact/signals'
import { expect, test, vi } from 'vitest'
import { derived, renewDerived } from './derived.ts'

test('P10: a derived value that nobody reads any more is made anew at the lock, so that it holds no name', () => {
  const names = signal(['Odile'])
  const make = vi.fn(() => names.value.map((name) => name.toUpperCase()))
  const upper = derived(make)
  expect(upper.value).toEqual(['ODILE'])
  names.value = []
  expect(make).toHaveReturnedTimes(1)
  renewDerived()
  expect(make).toHaveLastReturnedWith([])
})
