import { expect, test } from 'vitest'
import { newItemId } from '../../../shared/bytes/ids.ts'
import { frames, held, vaultWith } from '../testing/one-login.ts'
import { generateAt } from './generate-in.ts'
import {
  dropGenerated,
  forgetOld,
  keepGenerated,
  findGenerated,
  needGenerated,
  dropOlderGenerated,
} from './generated.ts'
import type { Keeper } from '../keeper.ts'
import type { Open } from '../vault/open.ts'

const MINUTE = 60_000

/** As much of a keeper as this needs: a memory, a clock, and whether it is open. */
function newKeeper() {
  const memory = new Map<string, unknown>()
  const clock = { now: 1_000_000 }
  const session = {
    get: (key: string) => Promise.resolve(structuredClone(memory.get(key))),
    set: (key: string, value: unknown) => Promise.resolve(void memory.set(key, structuredClone(value))),
    remove: (...keys: string[]) => Promise.resolve(void keys.forEach((key) => memory.delete(key))),
  }
  const keeper = { desk: { session, now: () => clock.now }, open: {} as Open } as unknown as Keeper
  return { keeper, memory, clock }
}

const one = (of: { tab?: number; origin?: string; password?: string } = {}) => ({
  item: newItemId(),
  tab: 7,
  origin: 'https://shop.example',
  password: 'Brume-81',
  username: '',
  fields: 2,
  changes: false,
  isShort: false,
  ...of,
})

test('A generated password is found by its tab, or by its origin in another tab; the newest first', async () => {
  const { keeper } = newKeeper()
  const [shop, bank] = [one(), one({ tab: 8, origin: 'https://bank.example' })]
  await keepGenerated(keeper, shop)
  await keepGenerated(keeper, bank)
  expect(await findGenerated(keeper.desk, 7, 'https://elsewhere.example')).toMatchObject(shop)
  expect(await findGenerated(keeper.desk, 9, 'https://bank.example')).toMatchObject(bank)
  expect(await findGenerated(keeper.desk, 9, 'https://elsewhere.example')).toBeNull()
  expect(await findGenerated(keeper.desk, 9, null)).toBeNull()
  const next = one({ password: 'Brume-82' })
  await keepGenerated(keeper, next)
  expect(await findGenerated(keeper.desk, 7, null)).toMatchObject(next)
})

test('A password that the page refused leaves the one before in place, and one that it took replaces it', async () => {
  const { keeper } = newKeeper()
  const [first, second, third] = [one(), one(), one()]
  await keepGenerated(keeper, first)
  await keepGenerated(keeper, second)
  await dropGenerated(keeper, second.item)
  expect(await findGenerated(keeper.desk, 7, null)).toMatchObject(first)
  await keepGenerated(keeper, third)
  await dropOlderGenerated(keeper, third)
  expect(await findGenerated(keeper.desk, 7, null)).toMatchObject(third)
  await expect(needGenerated(keeper.desk, first.item)).rejects.toMatchObject({ code: 'not-kept' })
})

test('After half an hour a generated password is neither found nor stored', async () => {
  const { keeper, memory, clock } = newKeeper()
  const kept = one()
  await keepGenerated(keeper, kept)
  clock.now += 29 * MINUTE
  expect(await needGenerated(keeper.desk, kept.item)).toMatchObject(kept)
  clock.now += MINUTE
  expect(await findGenerated(keeper.desk, 7, null)).toBeNull()
  await expect(needGenerated(keeper.desk, kept.item)).rejects.toMatchObject({ code: 'not-kept' })
  await forgetOld(keeper)
  expect([...memory]).toEqual([])
})

test('P10: nothing is written once the vault is locked, be it in the middle', async () => {
  const { keeper, memory } = newKeeper()
  const { get } = keeper.desk.session
  keeper.desk.session.get = (key) => {
    keeper.open = null
    return get(key)
  }
  await expect(keepGenerated(keeper, one())).rejects.toMatchObject({ code: 'locked' })
  await expect(dropGenerated(keeper, one().item)).rejects.toMatchObject({ code: 'locked' })
  await forgetOld(keeper)
  expect([...memory]).toEqual([])
})

const field = { passwordrules: '', minlength: 24, maxlength: null, pattern: '' }
const form = { fields: [field, field], changes: false, username: 'lea' }
const origin = 'https://shop.example'
/** The same for somebody who may keep a login. */
async function newEditor() {
  const made = newKeeper()
  const open = held(await vaultWith('edit')) as unknown as Open
  Object.assign(made.keeper, { open, needOpen: () => open })
  return made
}

test('A password is kept if the page took it or did not answer, and dropped if the page refused it', async () => {
  for (const [filled, code, isKept] of [
    [2, null, true],
    [1, 'not-taken', false],
    [0, 'not-taken', false],
    [null, 'not-heard', true],
  ] as const) {
    const { keeper } = await newEditor()
    const given: [string, string][] = []
    const pages = {
      look: (_: number, { documentId }: { documentId: string }) => Promise.resolve(documentId === 'd1' ? form : null),
      fill: async (_: number, { documentId }: { documentId: string }, password: string) => {
        // Kept before the page has it.
        expect(await findGenerated(keeper.desk, 7, null)).toMatchObject({ password, username: 'lea', fields: 2 })
        given.push([documentId, password])
        return filled
      },
    }
    const done = generateAt(keeper, pages, 7, origin, frames(origin, origin, origin))
    if (code === null) await done
    else await expect(done).rejects.toMatchObject({ code })
    expect(given).toEqual([['d1', expect.stringMatching(/^\S{24}$/)]])
    expect((await findGenerated(keeper.desk, 7, null)) !== null).toBe(isKept)
  }
})

test('In a page of a thousand frames, only a few are asked for a form', async () => {
  const { keeper, memory } = await newEditor()
  let asked = 0
  const look = () => {
    asked += 1
    return Promise.resolve(null)
  }
  const thousand = frames(...Array.from({ length: 1_000 }, () => origin))
  const pages = { look, fill: () => Promise.resolve(0) }
  await expect(generateAt(keeper, pages, 7, origin, thousand)).rejects.toMatchObject({ code: 'no-new-password' })
  expect(asked).toBeLessThan(20)
  expect([...memory]).toEqual([])
})
