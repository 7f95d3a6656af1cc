/** Random histories: replay always answers, and what it accepts breaks none of the promises of SECURITY.md. */
import { emptyTable, get, has, idsIn } from '../../bytes/table.ts'
import type { IdSet } from '../../bytes/table.ts'
import { newFolderId, newTeamId, zero32 } from '../../bytes/ids.ts'
import type { MemberId } from '../../bytes/ids.ts'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Act, ActOf } from '../acts.ts'
import { copyOf, newCast, signerOf } from '../testing/cast.ts'
import { isWhole } from '../../testing/whole.ts'
import { actsBy, entryDice } from '../testing/dice.ts'
import { ungiven } from '../testing/gains.ts'
import { unformed } from '../testing/unformed.ts'
import { deal, leaks, newKnowledge } from '../testing/knowledge.ts'
import { creation, grant, signedBy, toTeam } from '../testing/org.ts'
import type { Org } from '../testing/org.ts'
import { judge, replayEntry } from './ledger.ts'
import { hasManager, isMember } from './level.ts'
import { opensNothing } from './people.ts'
import { Refused } from './state.ts'
import type { LedgerState } from './state.ts'

const bases = { 'one owner': await newCast(1), 'three owners': await newCast(3) }
// By name, so that a counterexample can be read.
const start = fc.constantFrom('one owner' as const, 'three owners' as const)

/** What an entry may never change, and what must hold after it, whoever signed. */
function problems(before: LedgerState, after: LedgerState, acts: readonly Act[]): string[] {
  const found: string[] = []
  const say = (what: string, truth: boolean) => void (truth || found.push(what))
  const all = acts.map((act) => (act.act === 'approved' ? proposalOf(before, act) : act))
  const removes = all.some((act) => act?.act === 'member removed')
  const starts = (now: Iterable<unknown>, old: Iterable<unknown> = []) => {
    const all = [...now]
    return [...old].every((one, i) => one === all[i])
  }
  say('the head counts the entries', after.head.sequence === before.head.sequence + 1)
  say('time runs on', after.time >= before.time)
  const isDeleted = (what: 'folder' | 'team', id: string) =>
    all.some((act) => act?.act === `${what} deleted` && what in act && Object.values(act).includes(id))
  for (const folder of idsIn(before.folders))
    say('no folder vanishes but by its act', has(after.folders, folder) || isDeleted('folder', folder))
  for (const one of idsIn(before.teams))
    say('no team vanishes but by its act', has(after.teams, one) || isDeleted('team', one))
  for (const one of idsIn(before.deleted.folders)) say('no deleted folder comes back', !has(after.folders, one))
  for (const one of idsIn(before.deleted.teams)) say('no deleted team comes back', !has(after.teams, one))
  for (const one of idsIn(after.members)) {
    const member = get(after.members, one)
    say(
      'what a member remembers is there',
      idsIn(member?.teams ?? emptyTable).every((team) => has(after.teams, team)),
    )
    say(
      'and so are their folders',
      idsIn(member?.grants ?? emptyTable).every((folder) => has(after.folders, folder)),
    )
    say('an auditor opens nothing', member?.role !== 'auditor' || !isMember(after, one) || opensNothing(after, one))
  }
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
    say(
      'no grant to a team that is gone',
      now.grants.every(({ to }) => to.kind === 'member' || has(after.teams, to.id)),
    )
    say(
      'what lies in it is there',
      idsIn(now.children).every((one) => get(after.folders, one)?.parent === folder) &&
        idsIn(now.teams).every((one) => get(after.teams, one)?.home === folder),
    )
    const { personal } = now
    say(
      'a personal folder is for its person alone',
      personal === null || now.grants.every(({ to }) => to.id === personal),
    )
    say('a personal folder stays one', old === null || (old.personal === null) === (personal === null))
    say(
      'a folder goes to nobody but its person under new keys',
      (old?.personal ?? personal) === personal ||
        (personal !== null && wasOnce(after, personal, old?.personal ?? null)),
    )
    say('one grant a grantee', new Set(now.grants.map(({ to }) => `${to.kind} ${to.id}`)).size === now.grants.length)
    say('generations only grow', starts(now.generations, old?.generations))
    const isAnchored = all.some((act) => act?.act === 'journal anchored' && act.folder === folder)
    say('cuts only grow', isAnchored || starts(now.cuts, old?.cuts))
  }
  say('two owners stay two', after.owners.count >= Math.min(2, before.owners.count))
  const isApproved = before.owners.count === 1 || acts.some(({ act }) => act === 'approved')
  say('no owner comes by one signature', isApproved || same(before.owners, after.owners))
  say(
    'no key comes back',
    idsIn(before.signKeys).every((key) => has(after.signKeys, key)),
  )
  for (const one of idsIn(after.teams)) {
    const now = get(after.teams, one)
    if (now === null) continue
    say(
      'no ghost in a team',
      idsIn(now.members).every(
        (member) => isMember(after, member) && has(get(after.members, member)?.teams ?? emptyTable, one),
      ),
    )
    say('generations only grow', starts(now.generations, get(before.teams, one)?.generations))
  }
  for (const member of idsIn(before.members)) {
    const [now, old] = [get(after.members, member), get(before.members, member)]
    const rotates = all.some((act) => act?.act === 'member keys rotated') && now?.keyGeneration !== old?.keyGeneration
    const isSet = all.some((act) => act?.act === 'member role set' && act.member === member)
    say('a member stays who they are', now !== null && (now.signKey === old?.signKey || rotates))
    say('a role changes by its act alone', now?.role === old?.role || isSet)
    say('nobody comes back', old?.removedAt === null || now?.removedAt === old?.removedAt)
  }
  return found
}

const wasOnce = (state: LedgerState, member: MemberId, before: MemberId | null): boolean => {
  const replaced = get(state.members, member)?.replaces ?? null
  return replaced !== null && (replaced === before || wasOnce(state, replaced, before))
}

const same = (a: IdSet<MemberId>, b: IdSet<MemberId>) =>
  a.count === b.count && idsIn(a).every((member) => has(b, member))

const proposalOf = (before: LedgerState, { proposed }: ActOf<'approved'>) =>
  before.proposals.find(({ at }) => at.hash === proposed.hash)?.act ?? null

/** What any act of an entry gave that nobody entitled did, act by act. */
function gainsOf(before: LedgerState, acts: readonly Act[], by: Parameters<typeof judge>[2]): string[] {
  const states = acts.map((_, at) => judge(before, acts.slice(0, at + 1), by).state)
  return states.flatMap((after, at) => {
    const byTwo = before.owners.count === 1 ? has(before.owners, by.author) : acts[at]?.act === 'approved'
    return ungiven(states[at - 1] ?? before, after, by.author, byTwo).map((what) => `${acts[at]?.act ?? ''}: ${what}`)
  })
}

/** Members but owners whom an owner cannot remove with the cuts that this owes, whatever these say. */
function irremovable(org: Org, state: LedgerState): string[] {
  const owner = org.owner.id
  if (!has(state.owners, owner)) return []
  const by = { author: owner, sequence: state.head.sequence + 1, time: state.time + 1 }
  return idsIn(state.members).filter((member) => {
    if (!isMember(state, member) || has(state.owners, member)) return false
    const removal = [{ act: 'member removed' as const, member }]
    const cuts = [...judge(state, removal, by).touched].map((folder) => ({
      act: 'journal cut' as const,
      folder,

      sequence: 0,
      head: zero32,
    }))
    return judge(state, [...removal, ...cuts], by).touched.size > 0
  })
}

test(
  'H1 H2 H3 P4 P7 S3 S10: whatever is signed, replay answers, and no state that it accepts breaks a promise',
  { timeout: 0 },
  async () => {
    const seen = { accepted: 0, refused: 0 }
    const entries = fc.array(entryDice, { minLength: 10, maxLength: 40, size: 'max' })
    await fc.assert(
      fc.asyncProperty(start, entries, async (base, thrown) => {
        const cast = copyOf(bases[base])
        const { org } = cast
        const knowledge = newKnowledge()
        deal(knowledge, org.state)
        for (const dice of thrown) {
          const time = org.state.time + dice.step
          const { author, acts } = await actsBy(cast, dice, time)
          const signer = { ...author, keys: { ...author.keys, sign: signerOf(cast, author) } }
          const { entry } = await signedBy(org, signer, acts, { time })
          const next = await replayEntry(org.state, entry)
          seen[next instanceof Refused ? 'refused' : 'accepted']++
          if (next instanceof Refused) continue
          expect(problems(org.state, next, acts)).toEqual([])
          expect(gainsOf(org.state, acts, { author: author.id, sequence: next.head.sequence, time })).toEqual([])
          expect(unformed(org.state, next, acts), 'no right without a form').toEqual([])
          expect(irremovable(org, next), 'who cannot be removed, whatever was signed before').toEqual([])
          deal(knowledge, next)
          expect(leaks(knowledge, next), 'who holds a key they are not entitled to, unseen').toEqual([])
          org.state = next
        }
      }),
      { numRuns: isWhole ? 2000 : 100 },
    )
    expect(seen.accepted, 'the dice are worth throwing').toBeGreaterThan(100)
    expect(seen.refused).toBeGreaterThan(100)
  },
)

test(
  'P6 S12: entries with bytes changed, cut off or put in are refused, never thrown over',
  { timeout: 0 },
  async () => {
    const { org, folders, teams } = bases['one owner']
    const [top = newFolderId(), team = newTeamId()] = [folders[0], teams[0]]
    const { entry } = await signedBy(org, org.owner, [await creation(org, top), grant(top, toTeam(team), 'read')])
    expect(await replayEntry(org.state, entry)).not.toBeInstanceOf(Refused)
    const damage = fc.record({ at: fc.nat(entry.length - 1), drop: fc.nat(40), put: fc.uint8Array({ maxLength: 40 }) })
    await fc.assert(
      fc.asyncProperty(damage, async ({ at, drop, put }) => {
        const changed = new Uint8Array([...entry.subarray(0, at), ...put, ...entry.subarray(at + drop)])
        if (String(changed) === String(entry)) return
        for (const state of [org.state, null]) expect(await replayEntry(state, changed)).toBeInstanceOf(Refused)
      }),
      { numRuns: 500 },
    )
  },
)
