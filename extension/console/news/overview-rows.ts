import { overviewWords } from '../../words/overview.ts'
import { endingContracts, endingGrants, singleHolders } from '../state/overview.ts'
import { filterPeople, withOneKey, type KeyUse } from '../state/people-list.ts'
import { pathTo } from '../state/screens.ts'
import { unsent } from '../state/unsent.ts'
import { waiting } from '../state/waiting.ts'
import {
  folders,
  invitations,
  joinRequests,
  people,
  renewals,
  teamAt,
  toChangeCount,
  trailTo,
  unlocked,
} from '../state/world.ts'

/** One count, the sentence after it, and the path of its list. */
export type CountRow = { count: number; says: string; hint: string | null; to: string }
export type CountGroup = { title: string; rows: CountRow[] }

const listOf = (list: 'contracts' | 'grants' | 'single') => pathTo({ at: 'overview-list', list })

/**
 * Every count that is not nought, first what this person can decide. Only what this desk knows is counted. `use`: the keys of each, null
 * where that is not known.
 */
export function countGroups(now: number, use: KeyUse): { mine: CountGroup; others: CountGroup[] } {
  const t = overviewWords()
  const row = (count: number, say: (n: number) => string, to: string, hint: string | null = null): CountRow[] =>
    count === 0 ? [] : [{ count, says: say(count), hint, to }]
  const [inPeople, waits, edits] = [pathTo({ at: 'people' }), pathTo({ at: 'waiting' }), pathTo({ at: 'unsent' })]
  const all = waiting.value
  const proposals = all.flatMap((wait) => (wait.kind === 'proposal' ? [wait.proposal] : []))
  const approve = proposals.filter(({ may }) => may === 'approve').length
  const orphans = all.filter(({ kind }) => kind === 'orphan').length
  const decisions = approve + all.length - proposals.length - orphans
  const unsettled = unsent.value.filter(({ state }) => state !== 'waiting').length
  const warnings = unlocked.value?.warnings ?? []
  const ownKeys = warnings.filter(({ kind }) => kind === 'only-one-key').length
  const oneKey = use === null ? 0 : filterPeople(people.value, withOneKey, use, now).length
  const expired = invitations.value.filter(({ state, mayRenew }) => state === 'expired' && mayRenew).length
  return {
    mine: {
      title: t.groups.mine,
      rows: [
        ...row(joinRequests.value.length, t.requests, inPeople),
        ...row(decisions, t.decisions, waits),
        ...row(orphans, t.orphans, waits),
        ...row(unsettled, t.unsettled, edits),
        ...row(toChangeCount.value ?? 0, t.toChange, pathTo({ at: 'to-change' }), t.toChangeHint),
      ],
    },
    others: [
      {
        title: t.groups.soon,
        rows: [
          ...row(endingContracts(folders.value, now).length, t.contracts, listOf('contracts')),
          ...row(endingGrants(folders.value, now).length, t.grants, listOf('grants')),
        ],
      },
      {
        title: t.groups.look,
        rows: [
          ...row(renewals.value.length, t.renewals, pathTo({ at: 'renewals' })),
          ...row(singleHolders(folders.value, { trailTo, teamAt }).length, t.single, listOf('single'), t.singleHint),
          ...row(oneKey, t.oneKey, pathTo({ at: 'one-key' }), t.oneKeyHint),
          ...row(ownKeys, () => t.ownKey, pathTo({ at: 'keys' }), t.ownKeyHint),
          ...row(proposals.length - approve, t.otherOwners, waits),
          ...row(expired, t.invitations, inPeople),
          ...row(unsent.value.length - unsettled, t.unsent, edits),
        ],
      },
    ],
  }
}
