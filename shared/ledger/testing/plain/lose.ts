import type { FolderId, MemberId } from '../../../bytes/ids.ts'
import { hasManager, levelOf, need, rank } from './book.ts'
import type { Book, Team } from './book.ts'
import type { Judging } from './judging.ts'

/** Every folder on which the member has a level, dates aside. */
export const reached = (book: Book, member: MemberId) =>
  [...book.folders.keys()].filter((folder) => levelOf(book, member, folder, 'dates aside') > 0)

export function makeTeamStale({ book }: Judging, team: Team) {
  team.stale ??= book.entries.length + 1
}

/** "After members lose something in some folders": compares everybody's level there before and after `change`. */
export function loseAfter(
  at: Judging,
  losers: readonly MemberId[],
  folders: Iterable<FolderId>,
  managers: 'managers stay' | 'managers may go',
  change: () => void,
) {
  const { book } = at
  const everywhere = [...folders]
  const was = losers.map((one) => likeness(book, one))
  const table = () =>
    new Map(
      everywhere.map((folder) => [
        folder,
        new Map([...book.everMembers].map((member) => [member, levelOf(book, member, folder, 'dates aside')])),
      ]),
    )
  const before = table()
  change()
  const after = table()
  const unlike = new Set(losers.map((one, i) => `${was[i] ?? ''} ${likeness(book, one)}`))
  at.weigh(unlike.size * everywhere.length)
  for (const folder of everywhere) {
    for (const member of book.everMembers) {
      const had = levelIn(before, folder, member)
      const has = levelIn(after, folder, member)
      if (had > 0 && has === 0) at.makeStale(folder)
      if (had >= rank('edit') && has < rank('edit')) at.touch(folder)
      if (had === rank('manage') && has < had && managers === 'managers stay')
        need(hasManager(book, folder), 'last-manager')
    }
  }
}

/** The same for members who are in the same teams and have no grant by name. */
function likeness(book: Book, member: MemberId): string {
  const byName = [...book.folders.values()].some(({ grants }) => grants.has(`member ${member}`))
  if (byName) return member
  return [...book.teams]
    .flatMap(([id, { members }]) => (members.has(member) ? [id] : []))
    .sort()
    .join(' ')
}

const levelIn = (table: Map<FolderId, Map<MemberId, number>>, folder: FolderId, member: MemberId) =>
  table.get(folder)?.get(member) ?? 0
