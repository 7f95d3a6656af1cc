import type { Intent } from '../../messages/intent.ts'
import type { Changes } from '../../ui/access-changes.tsx'
import { accessWords } from '../../words/access.ts'
import { common } from '../../words/common.ts'
import { batchWords } from '../../words/batches.ts'
import { actWords } from '../../words/console-acts.ts'
import { registerWords } from '../../words/registers.ts'
import { ownerWords } from '../../words/console-owners.ts'
import { recoveryWords } from '../../words/recovery.ts'
import { policyChanges, proposalTruths, recoveryMeans, sayProposal } from './say-proposal.ts'
import { sayDates } from '../state/dates.ts'
import { foundPeople } from '../state/found-people.ts'
import type { FolderId, Grantee, InvitationId, MemberId, TeamId } from '../state/ids.ts'
import { endingWords } from '../../words/endings.ts'
import { folderAt, folders, invitations, personAt, teamAt, world } from '../state/world.ts'

const personName = (id: MemberId) => (personAt(id) ?? foundPeople.value.get(id))?.name ?? actWords().someone
const nameOf = (to: Grantee) => (to.kind === 'team' ? teamAt(to.id)?.name : personAt(to.id)?.name) ?? actWords().someone
/** The most people whom a sentence names; the sheet lists all of them besides. */
const NAMED = 8

const someOf = (names: readonly string[]) => {
  const more = names.length - NAMED
  return [...names.slice(0, NAMED), ...(more > 0 ? [common().andMore(more)] : [])].join(', ')
}
const names = (ids: readonly MemberId[]) => someOf(ids.map(personName))
const newcomerName = (id: InvitationId) =>
  invitations.value.find(({ invitation }) => invitation === id)?.name ?? actWords().someone
const folderName = (id: FolderId) =>
  folderAt(id)?.name ?? world.value?.orphans.find(({ folder }) => folder === id)?.name ?? ownerWords().someFolder

/** The names of the teams, followed by how many this person does not see. */
function teamNames(ids: readonly TeamId[]): string {
  const known = ids.flatMap((id) => teamAt(id)?.name ?? [])
  const others = ids.length - known.length
  return [...known, ...(others > 0 ? [actWords().otherTeams(others)] : [])].join(', ')
}

/**
 * Who gains what by a grant that begins later: its review names nobody, as nobody has gained yet. Null for any other act.
 * @param team how many people the team is to whom it is granted; null for a person
 */
export function sayLaterGain(intent: Intent, team: number | null): Changes | null {
  if (intent.do !== 'grant' || (intent.from ?? 0) <= Date.now()) return null
  const dates = sayDates({ starts: intent.from ?? null, ends: intent.until ?? null })
  const on = actWords().levelOn(common().levels[intent.level], folderName(intent.folder))
  const who = [nameOf(intent.to), ...(team === null ? [] : [common().people(team)])].join(' · ')
  const what = dates === null ? on : `${on}, ${dates}`
  return { people: team ?? 1, unnamed: 0, lines: [{ id: intent.to.id, who, what }] }
}

/** How many people the team of an act is: one line of the sheet stands for all of them. */
export function sayTeamCount(intent: Intent, people: number): string {
  const t = actWords()
  const team = teamAt(teamIn(intent))?.name ?? accessWords().aTeam
  return intent.do === 'set-members' ? t.teamWillCount(team, people) : t.teamCounts(team, people)
}

function teamIn(intent: Intent): string | null {
  if (intent.do === 'set-members' || intent.do === 'delete-team') return intent.team
  return intent.do === 'grant' || intent.do === 'revoke' ? intent.to.id : null
}

/** A signed act in words: its title, and what will be true once it is signed. */
export type ActSummary = { title: string; truths: string[] }

export function sayAct(intent: Intent): ActSummary {
  const t = actWords()
  const o = ownerWords()
  switch (intent.do) {
    case 'grant': {
      const who = nameOf(intent.to)
      const folder = folderName(intent.folder)
      const dates = sayDates({ starts: intent.from ?? null, ends: intent.until ?? null })
      const truth = t.grantTrue(who, folder, common().levels[intent.level])
      return {
        title: t.grantTitle(who, folder),
        truths: [truth, ...(dates === null ? [] : [t.grantDates(who, dates)])],
      }
    }
    case 'revoke': {
      const who = nameOf(intent.to)
      const folder = folderName(intent.folder)
      return { title: t.revokeTitle(who, folder), truths: [t.revokeTrue(who, folder)] }
    }
    case 'set-members': {
      const team = teamAt(intent.team)?.name ?? ''
      return intent.removed.length === 0
        ? { title: t.addTitle(team), truths: [t.addTrue(names(intent.added), team)] }
        : { title: t.takeTitle(names(intent.removed), team), truths: [t.takeTrue(names(intent.removed), team)] }
    }
    case 'remove-member': {
      const who = personName(intent.member)
      return { title: t.removeTitle(who), truths: [t.removeTrue(who)] }
    }
    case 'approve': {
      const found = invitations.value.find(({ invitation }) => invitation === intent.invitation)
      const who = found?.name ?? t.someone
      const back = found?.replaces === null ? [] : [t.oldKeys(who), t.putBackLater]
      const teams = teamNames(found?.teams ?? [])
      const into = teams === '' ? [] : [t.letInTeams(who, teams)]
      return {
        title: t.letInTitle(who),
        truths: [t.letInTrue(who, o.aRole[found?.role ?? 'member']), ...into, ...back],
      }
    }
    case 'approve-many': {
      const b = batchWords()
      const all = intent.invitations.map(newcomerName)
      return { title: b.letIn(all.length), truths: [b.letInTrue(someOf(all))] }
    }
    case 'cancel-invitations': {
      const b = batchWords()
      const all = intent.invitations.map(newcomerName)
      return { title: b.cancel(all.length), truths: [b.cancelTrue(someOf(all))] }
    }
    case 'set-role': {
      const who = personName(intent.member)
      const role = o.aRole[intent.role]
      return {
        title: t.roleTitle(who, role),
        truths: intent.role === 'auditor' ? auditorTruths(intent.member, who) : [t.roleTrue(who, role)],
      }
    }
    case 'cancel-invitation': {
      const e = endingWords()
      const who = invitations.value.find(({ invitation }) => invitation === intent.invitation)?.name ?? t.someone
      return { title: e.cancelInvitation, truths: [e.cancelTrue(who)] }
    }
    case 'delete-team': {
      const e = endingWords()
      const team = teamAt(intent.team)?.name ?? ''
      return { title: e.deleteTeamTitle(team), truths: [e.deleteTeamTrue(team), e.deleteTeamLose, e.deleteTeamEnd] }
    }
    case 'move-folder':
    case 'delete-folder':
    case 'close-folder':
    case 'reopen-folder':
    case 'witness-folder':
    case 'adopt-folder':
    case 'anchor-journal':
    case 'create-register':
      return sayFolderAct(intent)
    case 'set-policy': {
      const now = world.value?.policy ?? intent.policy
      return { title: t.policyTitle, truths: policyChanges(now, intent.policy) }
    }
    case 'approve-proposal':
    case 'withdraw-proposal': {
      const found = world.value?.proposals.find(({ proposed }) => proposed.hash === intent.proposed.hash)
      const what = found === undefined ? o.overTitle : sayProposal(found.what)
      return intent.do === 'approve-proposal'
        ? {
            title: t.approveTitle(found?.by ?? o.someOwner),
            truths: found === undefined ? [what] : proposalTruths(found.what),
          }
        : { title: t.withdrawTitle, truths: [t.withdrawTrue(what)] }
    }
    case 'recover-folder': {
      const who = personName(intent.to)
      const r = recoveryWords()
      return { title: r.title(who), truths: [`${r.truth(who)}.`, ...recoveryMeans()] }
    }
    case 'remove-members':
      return { title: t.removeManyTitle(intent.members.length), truths: [t.removeManyTrue(names(intent.members))] }
    case 'create-folder':
    case 'create-folders':
    case 'create-personal':
    case 'allow-recovery':
    case 'rename-folder':
    case 'describe-client':
    case 'archive-folder':
    case 'create-team':
    case 'rename-team':
    case 'invite':
    case 'set-profile':
      // These are signed without a review sheet, since nobody loses access by them.
      return { title: t.other, truths: [t.other] }
  }
}

type FolderAct = Extract<
  Intent,
  {
    do:
      | 'move-folder'
      | 'delete-folder'
      | 'close-folder'
      | 'reopen-folder'
      | 'witness-folder'
      | 'adopt-folder'
      | 'anchor-journal'
      | 'create-register'
  }
>

/** An auditor opens nothing: the same entry takes them out of what they are in. */
function auditorTruths(member: MemberId, who: string): string[] {
  const e = endingWords()
  const into = (personAt(member)?.teams ?? []).map((team) => teamAt(team)?.name ?? actWords().someone)
  const granted = folders.value.filter(
    ({ personal, grants }) => personal === null && grants.some(({ to }) => to.id === member),
  )
  const left = [...into, ...granted.map(({ name }) => name)]
  return [e.auditorTrue(who), ...(left.length > 0 ? [e.auditorLeaves(who, left.join(', '))] : [])]
}

function sayFolderAct(intent: FolderAct): ActSummary {
  const t = actWords()
  const o = ownerWords()
  const folder = folderName(intent.folder)
  switch (intent.do) {
    case 'move-folder': {
      const truth = intent.parent === null ? t.moveTopTrue(folder) : t.moveTrue(folder, folderName(intent.parent))
      return { title: t.moveTitle(folder), truths: [truth, t.moveKeys] }
    }
    case 'delete-folder': {
      const e = endingWords()
      return { title: e.deleteFolderTitle(folder), truths: [e.deleteFolderTrue(folder), e.deleteFolderEnd] }
    }
    case 'close-folder': {
      const e = endingWords()
      return { title: e.closeTitle(folder), truths: [t.closeTrue(folder), t.closeStops, e.closeUndo] }
    }
    case 'reopen-folder':
      return { title: t.reopenTitle(folder), truths: [o.reopen(folder)] }
    case 'witness-folder':
      return intent.witnessed
        ? { title: t.witnessTitle(folder), truths: [t.witnessTrue(folder)] }
        : { title: t.unwitnessTitle(folder), truths: [t.unwitnessTrue(folder)] }
    case 'anchor-journal':
      return { title: t.anchorTitle(folder), truths: [o.anchor(folder), t.anchorMeans] }
    case 'create-register': {
      const r = registerWords()
      return { title: r.title(folder), truths: [r.truth(folder), r.before] }
    }
    case 'adopt-folder':
      return { title: t.adoptTitle(folder), truths: [o.adopt(folder, personName(intent.by))] }
  }
}
