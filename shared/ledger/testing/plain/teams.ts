import type { TeamId } from '../../../bytes/ids.ts'
import type { ActOf } from '../../acts.ts'
import { below, folderOf, isAbove, isClosed, manages, need, noAuditor, teamOf } from './book.ts'
import { shared } from './folders.ts'
import { loseAfter, makeTeamStale, reached } from './lose.ts'
import { take, takeSeat } from './forms.ts'
import type { Judging } from './judging.ts'

export function teamCreated({ book, author }: Judging, act: ActOf<'team created'>) {
  const home = folderOf(book, act.home)
  need(!book.teams.has(act.team) && !book.deletedTeams.has(act.team), 'already-there')
  need(manages(book, author, act.home), 'not-allowed')
  shared(book, act.home)
  need(home.stale === null, 'stale')
  need(!isClosed(book, act.home), 'closed')
  const members = new Set(act.members)
  need(members.size === act.members.length && members.has(author), 'malformed')
  for (const member of members) noAuditor(book, member)
  book.teams.set(act.team, { home: act.home, members, receives: [act.receive], revision: 1, stale: null })
}

export function teamDescribed({ book, author }: Judging, act: ActOf<'team described'>) {
  const team = teamOf(book, act.team)
  need(manages(book, author, team.home), 'not-allowed')
  need(team.stale === null && folderOf(book, team.home).stale === null, 'stale')
  need(act.revision === team.revision + 1, 'wrong-revision')
  team.revision = act.revision
}

/** By a manager of home; and above every folder on which the team itself has manage. */
function maySetMembers({ book, author }: Judging, id: TeamId) {
  const { home } = teamOf(book, id)
  return (
    manages(book, author, home) &&
    [...book.folders.values()].every(
      ({ parent, grants }) => grants.get(`team ${id}`)?.level !== 'manage' || isAbove(book, author, parent),
    )
  )
}

export function membersSet(at: Judging, act: ActOf<'team members set'>) {
  const { book, author } = at
  const team = teamOf(book, act.team)
  need(maySetMembers(at, act.team), 'not-allowed')
  need(act.added.length + act.removed.length > 0, 'nothing-to-do')
  need(!act.added.includes(author), 'to-oneself')
  need(new Set([...act.added, ...act.removed]).size === act.added.length + act.removed.length, 'malformed')
  need(act.added.length === 0 || team.stale === null || team.members.size === 0, 'stale')
  for (const member of act.added) {
    noAuditor(book, member)
    need(!team.members.has(member), 'already-there')
  }
  for (const member of act.removed) need(team.members.has(member), 'not-a-member')
  for (const member of act.added) takeSeat(at, act.team, member)
  for (const member of act.removed) take(at, { line: 'departure', team: act.team, member })
  const inQuestion = new Set(act.removed.flatMap((member) => reached(book, member)))
  loseAfter(at, act.removed, inQuestion, 'managers stay', () => {
    for (const member of act.added) team.members.add(member)
    for (const member of act.removed) team.members.delete(member)
  })
  if (act.removed.length > 0) makeTeamStale(at, team)
}

export function teamDeleted(at: Judging, { team: id }: ActOf<'team deleted'>) {
  const { book } = at
  const { members } = teamOf(book, id)
  need(maySetMembers(at, id), 'not-allowed')
  const granted = [...book.folders].filter(([, { grants }]) => grants.has(`team ${id}`)).map(([folder]) => folder)
  const inQuestion = new Set(granted.flatMap((folder) => below(book, folder)))
  loseAfter(at, [...members], inQuestion, 'managers stay', () => {
    for (const { grants } of book.folders.values()) grants.delete(`team ${id}`)
    book.teams.delete(id)
  })
  book.deletedTeams.add(id)
}

export function teamRekeyed(at: Judging, act: ActOf<'team re-keyed'>) {
  const { book, author } = at
  const team = teamOf(book, act.team)
  need(team.members.has(author), 'not-allowed')
  const isOrphan = ![...team.members].some((member) => manages(book, member, team.home))
  need(manages(book, author, team.home) || (team.stale !== null && isOrphan), 'not-allowed')
  need(act.generation === team.receives.length + 1, 'wrong-generation')
  need(!team.receives.includes(act.receive), 'nothing-to-do')
  team.receives.push(act.receive)
  team.stale = null
}
