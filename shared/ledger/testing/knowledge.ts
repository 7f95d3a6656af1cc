import { emptyTable, get, has, idsIn } from '../../bytes/table.ts'
import type { FolderId, MemberId, TeamId } from '../../bytes/ids.ts'
import { everLevelOf, isMember, upFrom } from '../replay/level.ts'
import type { Grant, LedgerState } from '../replay/state.ts'

/**
 * A plain model of who holds which key, told apart from replay's own notion of staleness: keys go to whom the ledger
 * named while they were the newest, every key opens its previous one and all that was ever sealed to it (in a folder that
 * moved: to every parent it had), and nobody forgets (P7: staleness must cover all of that). Whoever takes new keys is
 * somebody else from then on: what their old keys opened, a thief holds.
 */
export type Knowledge = { held: Map<MemberId, Map<number, Set<string>>>; opens: Map<string, Set<string>> }
export const newKnowledge = (): Knowledge => ({ held: new Map(), opens: new Map() })

const seedName = (team: TeamId, generation: number) => `seed ${team} ${generation}`
const keyName = (folder: FolderId, generation: number) => `key ${folder} ${generation}`
const seedOf = (state: LedgerState, team: TeamId) => seedName(team, get(state.teams, team)?.generations.length ?? 0)
const keyOf = (state: LedgerState, folder: FolderId) =>
  keyName(folder, get(state.folders, folder)?.generations.length ?? 0)

const nothing = { parent: null, grants: [], generations: [], isRegister: false }

/** A folder's grants; of a folder's register those that manage what it serves. */
function managersOnly(state: LedgerState, folder: FolderId): readonly Grant[] {
  const { parent, grants, isRegister } = get(state.folders, folder) ?? nothing
  if (!isRegister || parent === null) return grants
  const above = [...upFrom(state, parent)].flatMap((one) => get(state.folders, one)?.grants ?? [])
  return above.filter(({ level }) => level === 'manage')
}

/** Deals out what honest clients would seal once `state` stands. */
export function deal({ held, opens }: Knowledge, state: LedgerState): void {
  const give = (member: MemberId, key: string) => {
    const one = held.get(member) ?? new Map<number, Set<string>>()
    held.set(member, one)
    into(one, get(state.members, member)?.keyGeneration ?? 0, key)
  }
  for (const team of idsIn(state.teams)) {
    const { members, generations } = get(state.teams, team) ?? { members: emptyTable, generations: [] }
    for (const member of idsIn(members)) give(member, seedOf(state, team))
    for (let i = 0; i < generations.length; i++) into(opens, seedName(team, i + 1), seedName(team, i))
  }
  for (const folder of idsIn(state.folders)) {
    const { parent, generations, isRegister } = get(state.folders, folder) ?? nothing
    const key = keyOf(state, folder)
    if (parent !== null && !isRegister) into(opens, keyOf(state, parent), key)
    for (const { to } of managersOnly(state, folder))
      if (to.kind === 'member') give(to.id, key)
      else into(opens, seedOf(state, to.id), key)
    for (let i = 0; i < generations.length; i++) into(opens, keyName(folder, i + 1), keyName(folder, i))
  }
}

/** Teams and folders whose newest key somebody holds who is not entitled to it, though they are not stale. */
export function leaks({ held, opens }: Knowledge, state: LedgerState): string[] {
  const found: string[] = []
  const everybody = [...held].flatMap(([member, all]) => [...all].map(([of, first]) => ({ member, of, first })))
  for (const { member, of, first } of everybody) {
    const isNow = isMember(state, member) && get(state.members, member)?.keyGeneration === of
    const all = new Set<string>()
    for (const rest = [...first]; rest.length > 0;) {
      const key = rest.pop() ?? ''
      if (!all.has(key)) rest.push(...(opens.get(key) ?? []))
      all.add(key)
    }
    for (const team of idsIn(state.teams)) {
      const entitled = isNow && has(get(state.teams, team)?.members ?? emptyTable, member)
      if (!entitled && get(state.teams, team)?.staleSince === null && all.has(seedOf(state, team))) found.push(team)
    }
    for (const folder of idsIn(state.folders)) {
      // A dated grant's end is for honest parties to keep: its key is out until somebody re-keys.
      const entitled = isNow && everLevelOf(state, member, folder) !== null
      if (!entitled && get(state.folders, folder)?.staleSince === null && all.has(keyOf(state, folder)))
        found.push(folder)
    }
  }
  return found
}

function into<K>(map: Map<K, Set<string>>, at: K, key: string): void {
  const set = map.get(at) ?? new Set()
  map.set(at, set.add(key))
}
