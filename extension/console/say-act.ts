import type { Intent } from '../messages/contract.ts'
import { common } from '../words/common.ts'
import { actWords } from '../words/console-acts.ts'
import type { Grantee, MemberId } from './state/ids.ts'
import { folderAt, personAt, teamAt } from './state/world.ts'

const personName = (id: MemberId) => personAt(id)?.name ?? actWords().someone
const nameOf = (to: Grantee) => (to.kind === 'team' ? teamAt(to.id)?.name : personAt(to.id)?.name) ?? actWords().someone
const names = (ids: readonly MemberId[]) => ids.map(personName).join(', ')

/** A signed act in words: its title, and what will be true once it is signed. */
export function sayAct(intent: Intent): { title: string; truth: string } {
  const t = actWords()
  switch (intent.do) {
    case 'grant': {
      const who = nameOf(intent.to)
      const folder = folderAt(intent.folder)?.name ?? ''
      return { title: t.grantTitle(who, folder), truth: t.grantTrue(who, folder, common().levels[intent.level]) }
    }
    case 'revoke': {
      const who = nameOf(intent.to)
      const folder = folderAt(intent.folder)?.name ?? ''
      return { title: t.revokeTitle(who, folder), truth: t.revokeTrue(who, folder) }
    }
    case 'set-members': {
      const team = teamAt(intent.team)?.name ?? ''
      return intent.removed.length === 0
        ? { title: t.addTitle(team), truth: t.addTrue(names(intent.added), team) }
        : { title: t.takeTitle(names(intent.removed), team), truth: t.takeTrue(names(intent.removed), team) }
    }
    case 'remove-member': {
      const who = personName(intent.member)
      return { title: t.removeTitle(who), truth: t.removeTrue(who) }
    }
    case 'create-folder':
    case 'rename-folder':
    case 'create-team':
    case 'rename-team':
    case 'invite':
    case 'approve':
    case 'set-role':
    case 'move-folder':
    case 'close-folder':
    case 'reopen-folder':
    case 'witness-folder':
    case 'adopt-folder':
    case 'set-policy':
    case 'approve-proposal':
    case 'withdraw-proposal':
      // Signed where they are asked for: they take nothing from anybody.
      return { title: t.other, truth: t.other }
  }
}
