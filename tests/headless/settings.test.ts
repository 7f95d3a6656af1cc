import { afterEach, beforeEach, expect, test } from 'vitest'
import { codeHandlers } from '../../extension/keeper/doors/code-handlers.ts'
import { statusView } from '../../extension/keeper/doors/views/status.ts'
import { defaultSettings } from '../../extension/messages/settings.ts'
import type { DeskSettings } from '../../extension/messages/settings.ts'
import { firstPolicy } from '../../shared/ledger/replay/owners.ts'
import { serverHere } from './in-process.ts'
import type { Here } from './in-process.ts'
import { PIN, need } from './org.ts'
import { furtherKey, newPerson, refresh, sign, unlock } from './person.ts'
import type { Person } from './person.ts'
import { rotate } from './rotation.ts'

// What a person sets for themselves on one desk.
const HOUR = 3_600_000

let here: Here
let owner: Person
let clock: { ahead: number }
beforeEach(async () => {
  clock = { ahead: 0 }
  const founded = await serverHere(() => 0)
  here = founded.here
  owner = newPerson(
    here.newDesk(() => Date.now() + clock.ahead),
    founded.owner.key,
  )
  await owner.ask['server.trust']({ address: here.origin }, '')
  await unlock(owner, PIN)
})
afterEach(() => here.close())

const save = (change: Partial<DeskSettings>) => owner.ask['settings.save']({ ...defaultSettings, ...change }, '')
const stateAfter = async (hours: number) => {
  clock.ahead = hours * HOUR
  await refresh(owner).catch(() => undefined)
  return statusView(owner.keeper)
}
const labels = async (person = owner) => (await person.ask['keys.list']({ member: null }, '')).map(({ label }) => label)
const idOf = async (at: number) => need((await owner.ask['keys.list']({ member: null }, ''))[at]).id

test('L4: a desk locks after the hours that its person chose, where the policy allows more', async () => {
  await save({ unlockedHours: 2 })
  expect((await stateAfter(1.9)).state).toBe('unlocked')
  expect(await stateAfter(2.1)).toMatchObject({ state: 'locked', why: 'too-long', limit: 2 })
})

test('L4: hours longer than the policy’s change nothing: the policy’s hold, also when it becomes stricter afterwards', async () => {
  await save({ unlockedHours: 12 })
  await sign(owner, { do: 'set-policy', policy: { ...firstPolicy, unlockedHours: 1 } })
  expect((await stateAfter(0.9)).state).toBe('unlocked')
  expect(await stateAfter(1.1)).toMatchObject({ state: 'locked', why: 'too-long', limit: 1 })
})

test('what is set holds in the next worker, after a lock, and under new keys', async () => {
  const settings = { idleMinutes: 2, clipboardSeconds: 10, unlockedHours: 4 } as const
  await save(settings)
  const woken = newPerson(owner.desk, owner.key)
  expect(await woken.keeper.look(() => statusView(woken.keeper))).toMatchObject({ settings })
  await owner.keeper.lockNow('button')
  await unlock(owner, PIN)
  expect(await statusView(owner.keeper)).toMatchObject({ settings })
  await rotate(owner)
  expect(await statusView(owner.keeper)).toMatchObject({ settings })
})

test('a copied secret is put on the clipboard for the seconds that the person chose', async () => {
  const puts: unknown[] = []
  const clipboard = {
    put: (...put: unknown[]) => Promise.resolve(void puts.push(put)),
    take: () => ({ text: null, seconds: 0 }),
    written: () => undefined,
  }
  const ask = codeHandlers(owner.keeper, clipboard)
  expect(await ask['secret.copy']({ text: 'Zibeline' }, '')).toEqual({ seconds: 30 })
  await save({ clipboardSeconds: 10 })
  expect(await ask['secret.copy']({ text: 'Zibeline' }, '')).toEqual({ seconds: 10 })
  expect(puts).toEqual([
    ['Zibeline', 30],
    ['Zibeline', 10],
  ])
})

test('P10: a person names their keys; the name lies sealed on this desk, and goes with the key', async () => {
  await furtherKey(owner, PIN)
  const [first, second] = [await idOf(0), await idOf(1)]
  await owner.ask['settings.name-key']({ credential: first, name: 'Bleue, trousseau' }, '')
  await owner.ask['settings.name-key']({ credential: second, name: 'De secours, coffre' }, '')
  expect(await labels()).toEqual(['Bleue, trousseau', 'De secours, coffre'])
  const disk = Buffer.concat([...owner.desk.kept.blobs.values()]).toString('latin1')
  expect(disk).not.toContain('trousseau')
  expect(JSON.stringify([...owner.desk.kept.local])).not.toContain('trousseau')
  await owner.ask['keys.revoke']({ member: need(owner.keeper.open).vault.me, credential: second }, '')
  await owner.ask['settings.name-key']({ credential: first, name: null }, '')
  expect(await labels()).toEqual([null])
  expect([...need(owner.keeper.open).vault.settings.keyNames]).toEqual([])
})

test('an id that is none of the person’s keys gets no name', async () => {
  await owner.ask['settings.name-key']({ credential: 'AAAA', name: 'Bleue' }, '')
  expect([...need(owner.keeper.open).vault.settings.keyNames]).toEqual([])
})

test('the language is kept for the whole desk, also while it is locked, and the browser’s again when that is chosen', async () => {
  await owner.ask['settings.language']({ language: 'fr' }, '')
  await owner.keeper.lockNow('button')
  expect(owner.desk.kept.local.get('language')).toBe('fr')
  await owner.ask['settings.language']({ language: null }, '')
  expect(owner.desk.kept.local.has('language')).toBe(false)
})
