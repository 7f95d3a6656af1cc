import {
  Archive,
  Building2,
  FileDown,
  FileUp,
  FolderPlus,
  FolderTree,
  HeartPulse,
  Hourglass,
  KeyRound,
  LayoutDashboard,
  Lock,
  Plus,
  Scale,
  ShieldCheck,
  SlidersHorizontal,
  Trash2,
  UserRound,
  UserRoundPlus,
  Users,
  UsersRound,
  type LucideIcon,
} from 'lucide-preact'
import type { FolderView } from '../../messages/views.ts'
import { navigate } from '../../ui/router.ts'
import { archiveWords } from '../../words/archive.ts'
import { clientListWords } from '../../words/client-list.ts'
import { common } from '../../words/common.ts'
import { folderWords } from '../../words/console-folders.ts'
import { deletedWords } from '../../words/console-deleted.ts'
import { ownerWords } from '../../words/console-owners.ts'
import { peopleWords } from '../../words/console-people.ts'
import { consoleWords } from '../../words/console.ts'
import { findingWords } from '../../words/finding.ts'
import { exportWords } from '../../words/exporting.ts'
import { healthWords } from '../../words/health.ts'
import { importWords } from '../../words/importing.ts'
import { keyWords } from '../../words/keys.ts'
import { overviewWords } from '../../words/overview.ts'
import { settingsWords } from '../../words/settings.ts'
import { creating } from '../state/creating.ts'
import { exporting, importing } from '../state/importing.ts'
import { folderOnScreen, pathTo, screen, type Screen } from '../state/screens.ts'
import { canEdit, folderAt, folders, hasLevel, may, oversees } from '../state/world.ts'
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

const make = (id: string, label: string, icon: LucideIcon, what: typeof creating.value): ConsoleAct => ({
  id,
  label,
  icon,
  run() {
    creating.value = what
  },
})

const mayMakeIn = (folder: FolderView) =>
  hasLevel(folder, 'manage') && folder.closed === 'no' && folder.archived === 'no' && folder.personal === null

/** What this person can do from anywhere, in words that a search finds: the acts for the folder on screen first, then the sections. */
export function consoleActs(): ConsoleAct[] {
  const t = findingWords()
  const c = consoleWords()
  const folder = folderAt(folderOnScreen(screen.value))
  const reads = folders.value.some((one) => hasLevel(one, 'read'))
  const section = (name: string, icon: LucideIcon, to: Screen) => go(`to-${to.at}`, t.goTo(name), icon, to)
  return [
    ...(folder !== null && canEdit(folder) && folder.archived === 'no'
      ? [go('new-login', t.newLoginIn(folder.name), Plus, { at: 'new', folder: folder.folder })]
      : []),
    ...(folder !== null
      ? [go('access', t.grantHere(folder.name), ShieldCheck, { at: 'access', folder: folder.folder })]
      : []),
    ...(folder !== null && mayMakeIn(folder)
      ? [make('new-folder-in', t.newFolderIn(folder.name), FolderPlus, { is: 'folder', parent: folder.folder })]
      : []),
    ...(may.value.createTopFolder
      ? [make('new-folder', folderWords().newFolder, FolderPlus, { is: 'folder', parent: null })]
      : []),
    ...(may.value.createTopFolder || folders.value.some((one) => hasLevel(one, 'manage'))
      ? [make('new-team', peopleWords().newTeam, UsersRound, { is: 'team' })]
      : []),
    ...(may.value.invite ? [go('invite', peopleWords().invite, UserRoundPlus, { at: 'invite' })] : []),
    ...(may.value.createTopFolder || folders.value.some(canEdit)
      ? [{ id: 'import', label: importWords().title, icon: FileUp, run: () => (importing.value = { below: null }) }]
      : []),
    ...(reads
      ? [{ id: 'export', label: exportWords().title, icon: FileDown, run: () => (exporting.value = { of: null }) }]
      : []),
    ...(oversees.value ? [section(overviewWords().title, LayoutDashboard, { at: 'overview' })] : []),
    section(c.folders, FolderTree, { at: 'folders' }),
    section(clientListWords().clients, Building2, { at: 'clients' }),
    section(archiveWords().title, Archive, { at: 'archived' }),
    section(c.teams, Users, { at: 'teams' }),
    section(c.people, UserRound, { at: 'people' }),
    section(ownerWords().waiting, Hourglass, { at: 'waiting' }),
    section(deletedWords().title, Trash2, { at: 'deleted' }),
    ...(reads ? [section(healthWords().title, HeartPulse, { at: 'health' })] : []),
    section(keyWords().myKeys, KeyRound, { at: 'keys' }),
    section(ownerWords().policy, Scale, { at: 'policy' }),
    section(settingsWords().title, SlidersHorizontal, { at: 'settings' }),
    { id: 'lock', label: common().lock, icon: Lock, run: () => void lockNow() },
  ]
}
