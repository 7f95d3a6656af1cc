import { emptyTable, get, has, idsIn } from '../../bytes/table.ts'
import type { FolderId, MemberId } from '../../bytes/ids.ts'
import type { Act, FormLine, Level } from '../acts.ts'
import { atLeast, everLevelOf, reaches, upFrom } from '../replay/level.ts'
import type { LedgerState } from '../replay/state.ts'

/**
 * What an entry gave somebody in a folder that was there before, dates aside, and no line of its forms says: worked out from the
 * states and the lines alone, without the rules of acts. What forms are not asked for (roles, adoption, recovery) is left out.
 */
export function unformed(before: LedgerState, after: LedgerState, acts: readonly Act[]): string[] {
  const { forms: rule } = before.policy
  const exempt = acts.some(({ act }) => act === 'policy set' || act === 'approved' || act === 'folder adopted')
  if (rule === 'off' || exempt || before.owners.count === 1) return []
  const lines = acts.flatMap((act) => (act.act === 'form approved' ? act.lines : []))
  const found: string[] = []
  for (const folder of idsIn(before.folders).filter((one) => has(after.folders, one)))
    for (const member of idsIn(before.members)) {
      const level = everLevelOf(after, member, folder)
      const isAsked = rule === 'always' || level === 'manage'
      if (
        level === null ||
        !isAsked ||
        folder === after.register ||
        atLeast(everLevelOf(before, member, folder), level)
      )
        continue
      const isSaid = [...upFrom(after, folder)].some((at) => lines.some((line) => says(line, after, member, at, level)))
      if (!isSaid && !isPromised(before, after, member)) found.push(`${member} ${level} ${folder}`)
    }
  return found
}

function says(line: FormLine, after: LedgerState, member: MemberId, at: FolderId, level: Level): boolean {
  switch (line.line) {
    case 'grant':
      return line.folder === at && atLeast(line.level, level) && reaches(after, line.to, member)
    case 'seat':
      return line.member === member && has(get(after.teams, line.team)?.grants ?? emptyTable, at)
    case 'move':
      return line.folder === at
    default:
      return false
  }
}

/** Whether the member came by an invitation whose form promised them a team that they are in now. */
const isPromised = (before: LedgerState, after: LedgerState, member: MemberId) => {
  const had = get(before.members, member)?.promised?.teams ?? []
  return had.some((team) => has(get(after.members, member)?.teams ?? emptyTable, team))
}
