import {
  FileUp,
  FolderTree,
  Hourglass,
  KeyRound,
  Lock,
  Plus,
  Scale,
  ShieldCheck,
  Trash2,
  UserRound,
  UserRoundPlus,
  Users,
  type LucideIcon,
} from 'lucide-preact'
import { navigate } from '../../ui/router.ts'
import { common } from '../../words/common.ts'
import { deletedWords } from '../../words/console-deleted.ts'
import { ownerWords } from '../../words/console-owners.ts'
import { peopleWords } from '../../words/console-people.ts'
import { consoleWords } from '../../words/console.ts'
import { findingWords } from '../../words/finding.ts'
import { importWords } from '../../words/importing.ts'
import { keyWords } from '../../words/keys.ts'
import { importing } from '../state/importing.ts'
import { folderOnScreen, pathTo, screen, type Screen } from '../state/screens.ts'
import { canEdit, folderAt, folders, may } from '../state/world.ts'
import { lockNow } from '../state/lock-now.ts'

export interface ConsoleAct {
  readonly id: string
  readonly label: string
  readonly icon: LucideIcon
  readonly run: () => void
}

const go = (id: string, label: string, icon: LucideIcon, to: Screen): ConsoleAct => ({
  id,
  label,
  icon,
  run() {
    navigate(pathTo(to))
  },
})

/** What this person can do from anywhere, in words that a search finds: the acts for the folder on screen first, then the sections. */
export function consoleActs(): ConsoleAct[] {
  const t = findingWords()
  const c = consoleWords()
  const folder = folderAt(folderOnScreen(screen.value))
  const section = (name: string, icon: LucideIcon, to: Screen) => go(`to-${to.at}`, t.goTo(name), icon, to)
  return [
    ...(folder !== null && canEdit(folder)
      ? [go('new-login', t.newLoginIn(folder.name), Plus, { at: 'new', folder: folder.folder })]
      : []),
    ...(folder !== null
      ? [go('access', t.grantHere(folder.name), ShieldCheck, { at: 'access', folder: folder.folder })]
      : []),
    ...(may.value.invite ? [go('invite', peopleWords().invite, UserRoundPlus, { at: 'invite' })] : []),
    ...(may.value.createTopFolder || folders.value.some(canEdit)
      ? [{ id: 'import', label: importWords().title, icon: FileUp, run: () => (importing.value = { below: null }) }]
      : []),
    section(c.folders, FolderTree, { at: 'folders' }),
    section(c.teams, Users, { at: 'teams' }),
    section(c.people, UserRound, { at: 'people' }),
    section(ownerWords().waiting, Hourglass, { at: 'waiting' }),
    section(deletedWords().title, Trash2, { at: 'deleted' }),
    section(keyWords().myKeys, KeyRound, { at: 'keys' }),
    section(ownerWords().policy, Scale, { at: 'policy' }),
    { id: 'lock', label: common().lock, icon: Lock, run: () => void lockNow() },
  ]
}
