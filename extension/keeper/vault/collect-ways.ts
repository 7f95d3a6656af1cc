import { isMember, membersOf } from '../../../shared/ledger/replay/level.ts'
import type { Grant } from '../../../shared/ledger/replay/state.ts'
import type { Way } from '../../../shared/access/ways.ts'
import type { WayView } from '../../messages/access-view.ts'
import { stateOf } from './vault.ts'
import type { Vault } from './vault.ts'

/** Collects each grant once, however many folders or people it is the reason for. `placeOf` returns its place in `ways`. */
export function collectWays(vault: Vault): { ways: WayView[]; placeOf: (way: Way) => number } {
  const state = stateOf(vault)
  const places = new Map<Grant, number>()
  const ways: WayView[] = []
  const placeOf = ({ on, grant }: Way): number => {
    const before = places.get(grant)
    if (before !== undefined) return before
    const { to, level, from, until } = grant
    places.set(grant, ways.length)
    return (
      ways.push({
        level,
        on,
        folder: vault.folderNames.get(on) ?? null,
        to,
        team: to.kind === 'team' ? (vault.teamNames.get(to.id) ?? null) : null,
        people: membersOf(state, to).filter((member) => isMember(state, member)).length,
        starts: from,
        ends: until,
      }) - 1
    )
  }
  return { ways, placeOf }
}
