import { beforeAll, expect, test } from 'vitest'
import {
  accept,
  creation,
  newFolder,
  newMember,
  newOrg,
  newTeam,
  rekeyTeam,
  remove,
  setMembers,
} from '../testing/org.ts'
import type { Org } from '../testing/org.ts'
import { apart, hashAt, lengthOf, markAt, newChain } from './chain.ts'
import type { Chain } from './chain.ts'
import { rejudge, replay } from './ledger.ts'
import { stateAt } from './past.ts'
import type { LedgerState } from './state.ts'

let org: Org
let chain: Chain
const between = (from: number, to: number) => org.entries.slice(from, to)

beforeAll(async () => {
  org = await newOrg()
  const top = await newFolder(org, org.owner)
  const team = await newTeam(org, org.owner, top)
  while (org.entries.length < 2 * apart + 10) {
    const person = await newMember(org)
    await accept(org, org.owner, await creation(org, top), setMembers(team, [person]))
    await accept(org, org.owner, setMembers(team, [], [person]), remove(person), await rekeyTeam(org, team))
  }
  chain = (await replay(newChain(), org.entries)).chain
})

test('H5: any state of the past is made again as it was, from a few that are kept', async () => {
  expect(lengthOf(chain)).toBe(org.entries.length)
  expect(chain.kept.length).toBe(Math.floor(org.entries.length / apart))
  // Backwards too, where nothing that was made before helps.
  for (const states of [org.states, org.states.toReversed()])
    for (const state of states) {
      const again = await stateAt(chain, state.head.sequence, between)
      if (JSON.stringify(again) !== JSON.stringify(state)) expect(again).toEqual(state)
      expect(markAt(chain, state.head.sequence)).toEqual({ hash: state.head.hash, time: state.time })
    }
  expect([await stateAt(chain, 0, between), await stateAt(chain, lengthOf(chain) + 1, between)]).toEqual([null, null])
})

test('H5: however long the ledger is and whatever is asked of it, few states are held, and few entries judged again', async () => {
  let most = 0
  const counted = (from: number, to: number) => {
    most = Math.max(most, to - from)
    return between(from, to)
  }
  for (let sequence = 1; sequence <= lengthOf(chain); sequence += 3) await stateAt(chain, sequence, counted)
  for (let sequence = lengthOf(chain); sequence > 0; sequence -= 7) await stateAt(chain, sequence, counted)
  expect(most).toBeGreaterThan(0)
  expect(most).toBeLessThanOrEqual(apart)
  expect(chain.kept.length + chain.lately.size).toBeLessThan(40)
})

test('P4 P5: what does not lead to the entry of that place gives no state', async () => {
  const bare: Chain = { ...chain, lately: new Map() }
  const at = apart + 5
  expect(await stateAt(bare, at, (from, to) => between(from, to - 1))).toBe(null)
  expect(await stateAt(bare, at, (from, to) => between(from + 1, to))).toBe(null)
  expect(await stateAt(bare, at, between)).toMatchObject({ head: { sequence: at, hash: hashAt(chain, at) } })
})

test('a chain that grows two ways holds two branches, of which each keeps its own past', async () => {
  const short = (await replay(newChain(), between(0, apart - 1))).chain
  const other = { ...org, state: (await stateAt(short, apart - 1, between)) as LedgerState }
  const entries = [...org.entries.slice(0, apart - 1)]
  await accept({ ...other, entries, states: [] }, org.owner, await creation(org, null))
  const twig = (await replay(short, entries.slice(apart - 1))).chain
  const main = (await replay(short, between(apart - 1, apart + 3))).chain
  expect([lengthOf(twig), lengthOf(main)]).toEqual([apart, apart + 3])
  expect(hashAt(twig, apart)).not.toBe(hashAt(main, apart))
  for (const [one, all] of [
    [twig, entries],
    [main, org.entries],
  ] as const) {
    const state = await stateAt(one, apart, (from, to) => all.slice(from, to))
    expect(state?.head.hash).toBe(hashAt(one, apart))
  }
  expect(lengthOf(short)).toBe(apart - 1)
})

test('judging again takes no entry that breaks a rule', async () => {
  const [state] = org.states
  expect(await rejudge(state ?? null, between(2, 3))).toBe(null)
})
