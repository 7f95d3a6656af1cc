import type { FolderId, MemberId } from '../shared/bytes/ids.ts'
import type { Level } from '../shared/ledger/acts.ts'
import { effective } from '../shared/ledger/replay/owners.ts'
import type { LedgerState } from '../shared/ledger/replay/state.ts'
import { matchStanding } from '../shared/access/standing.ts'
import type { AccessReport } from '../shared/access/standing.ts'
import type { Verified } from './verify.ts'

/** Everything that was signed between two places, and whose levels differ between them. */
export async function changes(verified: Verified, from: LedgerState, to: LedgerState) {
  const [before, after] = [matchStanding(from), matchStanding(to)]
  const entries = []
  for (const { sequence, time, author, acts } of verified.bodies.slice(from.head.sequence, to.head.sequence)) {
    const done = effective((await verified.at(sequence - 1)) ?? from, acts)
    entries.push({ entry: sequence, time, author, acts: done.filter(({ act }) => act !== 'journal cut') })
  }
  const [was, is] = [
    new Set(before.members.map(({ member }) => member)),
    new Set(after.members.map(({ member }) => member)),
  ]
  return {
    from: { entry: before.entry, at: before.at },
    to: { entry: after.entry, at: after.at },
    joined: [...is].filter((member) => !was.has(member)),
    left: [...was].filter((member) => !is.has(member)),
    levels: levelsChanged(before, after),
    entries,
  }
}
export type Changes = Awaited<ReturnType<typeof changes>>

type LevelChange = { member: MemberId; folder: FolderId; was: Level | null; is: Level | null }

function levelsChanged(before: AccessReport, after: AccessReport): LevelChange[] {
  const table = ({ folders }: AccessReport) =>
    new Map(
      folders.flatMap(({ folder, access }) => access.map((one) => [`${one.member} ${folder}`, { ...one, folder }])),
    )
  const [was, is] = [table(before), table(after)]
  return [...new Map([...was, ...is])].flatMap(([key, { member, folder }]) => {
    const change = { member, folder, was: was.get(key)?.level ?? null, is: is.get(key)?.level ?? null }
    return change.was === change.is ? [] : [change]
  })
}
