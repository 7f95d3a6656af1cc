/** Random histories: replay always answers, and what it accepts keeps the promises of DESIGN 5. */
import { get, idsIn } from '../../bytes/table.ts'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Act } from '../acts.ts'
import { actOf, entryDice } from '../testing/dice.ts'
import { deal, leaks, newKnowledge } from '../testing/knowledge.ts'
import {
  accept,
  creation,
  cutOf,
  grant,
  newFolder,
  newMember,
  newOrg,
  newTeam,
  signedBy,
  toMember,
  toTeam,
} from '../testing/org.ts'
import type { Org } from '../testing/org.ts'
import { newPerson } from '../testing/person.ts'
import type { Person } from '../testing/person.ts'
import { judge, replayEntry } from './ledger.ts'
import { hasManager, isMember } from './level.ts'
import { Refused } from './state.ts'
import type { LedgerState } from './state.ts'

const base = await newOrg()
const { owner } = base
const members = [await newMember(base, 'admin'), await newMember(base), await newMember(base), await newMember(base)]
const people = [owner, ...members, await newPerson()]
const top = await newFolder(base, owner)
const child = await newFolder(base, owner, top)
await newFolder(base, owner)
const team = await newTeam(base, owner, top, members.slice(1, 3))
await accept(base, owner, grant(child, toTeam(team), 'edit'), grant(top, toMember(members[1] ?? owner), 'manage'))

/** What a careful author signs: of `acts` those that are allowed one after another, and the cuts that they owe. */
function allowed(org: Org, by: Person, acts: Act[]): Act[] {
  const place = { author: by.id, sequence: org.state.head.sequence + 1, time: org.state.time + 1 }
  const kept: Act[] = []
  let owed: Act[] = []
  for (const act of acts)
    try {
      const { touched } = judge(org.state, [...kept, act], place)
      kept.push(act)
      owed = [...touched].map((folder) => cutOf(org, folder))
    } catch (error) {
      if (!(error instanceof Refused)) throw error
    }
  return [...kept, ...owed]
}

/** What an entry may never change, and what must hold after it, whoever signed. */
function problems(before: LedgerState, after: LedgerState, acts: readonly Act[]): string[] {
  const found: string[] = []
  const say = (what: string, truth: boolean) => void (truth || found.push(what))
  const removes = acts.some(({ act }) => act === 'member removed')
  const starts = (now: readonly unknown[], old: readonly unknown[] = []) => old.every((one, i) => one === now[i])
  say('the head counts the entries', after.head.sequence === before.head.sequence + 1)
  say('time runs on', after.time >= before.time)
  for (const folder of idsIn(before.folders)) say('no folder vanishes', get(after.folders, folder) !== null)
  for (const one of idsIn(before.teams)) say('no team vanishes', get(after.teams, one) !== null)
  for (const folder of idsIn(after.folders)) {
    const [now, old] = [get(after.folders, folder), get(before.folders, folder)]
    if (now === null) continue
    say(
      'only a removal takes the last manager',
      removes || old === null || hasManager(after, folder) || !hasManager(before, folder),
    )
    say(
      'no grant to a ghost',
      now.grants.every(({ to }) => to.kind === 'team' || isMember(after, to.id)),
    )
    say('one grant a grantee', new Set(now.grants.map(({ to }) => to.id)).size === now.grants.length)
    say('generations only grow', starts(now.generations, old?.generations))
    say('cuts only grow', starts(now.cuts, old?.cuts))
    say(
      'cuts stand in order',
      now.cuts.every(({ sequence }, i) => sequence >= (now.cuts[i - 1]?.sequence ?? 0)),
    )
  }
  for (const one of idsIn(after.teams)) {
    const now = get(after.teams, one)
    if (now === null) continue
    say(
      'no ghost in a team',
      idsIn(now.members).every(
        (member) => isMember(after, member) && get(after.members, member)?.teams.includes(one) === true,
      ),
    )
    say('generations only grow', starts(now.generations, get(before.teams, one)?.generations))
  }
  for (const member of idsIn(before.members)) {
    const [now, old] = [get(after.members, member), get(before.members, member)]
    say('a member stays who they are', now !== null && now.signKey === old?.signKey && now.role === old.role)
    say('nobody comes back', old?.removedAt === null || now?.removedAt === old?.removedAt)
  }
  return found
}

test(
  'P4 P7 S3 S10: whatever is signed, replay answers, and no state that it accepts breaks a promise',
  { timeout: 0 },
  async () => {
    const seen = { accepted: 0, refused: 0 }
    await fc.assert(
      fc.asyncProperty(fc.array(entryDice, { minLength: 10, maxLength: 40, size: 'max' }), async (entries) => {
        const org: Org = { ...base }
        const knowledge = newKnowledge()
        deal(knowledge, org.state)
        for (const { by, acts: thrown, careful } of entries) {
          const author = people[by] ?? owner
          const acts: Act[] = []
          for (const dice of thrown) acts.push(await actOf(org, people, dice))
          const signed = careful ? allowed(org, author, acts) : acts
          const { entry } = await signedBy(org, author, signed)
          const next = await replayEntry(org.state, entry)
          seen[next instanceof Refused ? 'refused' : 'accepted']++
          if (next instanceof Refused) continue
          expect(problems(org.state, next, signed)).toEqual([])
          deal(knowledge, next)
          expect(leaks(knowledge, next), 'who holds a key they are not entitled to, unseen').toEqual([])
          org.state = next
        }
      }),
      { numRuns: 40 },
    )
    expect(seen.accepted, 'the dice are worth throwing').toBeGreaterThan(100)
    expect(seen.refused).toBeGreaterThan(100)
  },
)

test(
  'P6 S12: entries with bytes changed, cut off or put in are refused, never thrown over',
  { timeout: 0 },
  async () => {
    const { entry } = await signedBy(base, owner, [await creation(base, top), grant(top, toTeam(team), 'read')])
    expect(await replayEntry(base.state, entry)).not.toBeInstanceOf(Refused)
    const damage = fc.record({ at: fc.nat(entry.length - 1), drop: fc.nat(40), put: fc.uint8Array({ maxLength: 40 }) })
    await fc.assert(
      fc.asyncProperty(damage, async ({ at, drop, put }) => {
        const changed = new Uint8Array([...entry.subarray(0, at), ...put, ...entry.subarray(at + drop)])
        if (String(changed) === String(entry)) return
        for (const state of [base.state, null]) expect(await replayEntry(state, changed)).toBeInstanceOf(Refused)
      }),
      { numRuns: 500 },
    )
  },
)
