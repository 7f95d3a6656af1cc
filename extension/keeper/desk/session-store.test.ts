import { expect, test } from 'vitest'
import { readStored, removeAtLock, sessionKeys, writeStored } from './session-store.ts'
import type { SessionStore } from './session-store.ts'

function newStore() {
  const kept = new Map<string, unknown>()
  const session: SessionStore = {
    get: (key) => Promise.resolve(kept.get(key)),
    set: (key, value) => Promise.resolve(void kept.set(key, value)),
    remove: (...keys) => Promise.resolve(keys.forEach((key) => kept.delete(key))),
  }
  return { kept, desk: { session } }
}

test('P10: of all keys of the session store, only the shift outlives a lock', async () => {
  expect(Object.entries(sessionKeys).map(([name, { atLock }]) => [name, atLock])).toEqual([
    ['unlocked', 'removed'],
    ['times', 'removed'],
    ['ceremony', 'removed'],
    ['nonce', 'removed'],
    ['tries', 'removed'],
    ['joins', 'removed'],
    ['undelivered', 'removed'],
    ['rotating', 'removed'],
    ['next-step', 'removed'],
    ['generated', 'removed'],
    ['place', 'removed'],
    ['shift', 'kept'],
  ])
  const { kept, desk } = newStore()
  for (const name of Object.keys(sessionKeys)) kept.set(name, 'anything')
  await removeAtLock(desk)
  expect([...kept.keys()]).toEqual(['shift'])
})

test('What is written is read again, and what has another form is read as nothing', async () => {
  const { kept, desk } = newStore()
  await writeStored(desk, 'nonce', 'abc')
  expect(await readStored(desk, 'nonce')).toBe('abc')
  kept.set('nonce', 7)
  expect(await readStored(desk, 'nonce')).toBeNull()
  expect(await readStored(desk, 'tries')).toBeNull()
})

test('A key that is not registered, or a value of another type, is a type error', async () => {
  const { desk } = newStore()
  // @ts-expect-error No such key is registered.
  await desk.session.set('notes', 'abc')
  // @ts-expect-error The nonce is a string.
  await writeStored(desk, 'nonce', 7)
})
