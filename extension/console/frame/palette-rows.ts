import { Folder, User, UserRoundX, Users, type LucideIcon } from 'lucide-preact'
import type { FoundLogin } from '../../messages/found-login.ts'
import type { FolderView, PersonView, TeamView } from '../../messages/views.ts'
import { among, type Among } from '../../ui/find-best.ts'
import { fold, foldOnce } from '../../ui/fold.ts'
import { navigate } from '../../ui/router.ts'
import { archiveWords } from '../../words/archive.ts'
import { common } from '../../words/common.ts'
import { peopleWords } from '../../words/console-people.ts'
import { findingWords } from '../../words/finding.ts'
import { kindIcons } from '../items/kind-icons.ts'
import { byName } from '../state/by-name.ts'
import { pathTo, type Screen } from '../state/screens.ts'
import { openReview } from '../state/sheet.ts'
import { folderAt, folders, may, pathOf, people, teams, unlocked } from '../state/world.ts'
import { consoleActs, type ConsoleAct } from './console-acts.ts'

/** What a search finds. `kind`: in a word. */
export interface Hit {
  readonly id: string
  readonly name: string
  readonly under: string | null
  readonly kind: string
  readonly icon: LucideIcon
  readonly run: () => void
}

const folderText = foldOnce(pathOfNameFirst)
const personText = foldOnce(({ name, email }: PersonView) => `${name ?? ''}\n${email ?? ''}`)
const teamText = foldOnce(({ name }: TeamView) => name)
const loginText = foldOnce(({ name, username, also }: FoundLogin) => `${name}\n${username} ${also}`)
const actText = foldOnce(({ label }: ConsoleAct) => label)

function pathOfNameFirst(folder: FolderView): string {
  return `${folder.name}\n${pathOf(folder)}`
}

const pathAbove = ({ parent }: FolderView) => {
  const above = folderAt(parent)
  return above === null ? null : pathOf(above)
}

const opens = (to: Screen) => () => {
  navigate(pathTo(to))
}

const verbOfRemoval = () => fold(findingWords().remove('')).split(' ')[0] ?? ''

/** Whether somebody types the verb of a removal: only then is it listed for everybody who can be removed. */
export function typesRemoval(typed: string): boolean {
  const [first = ''] = fold(typed).trim().split(' ')
  return first.length > 2 && verbOfRemoval().startsWith(first)
}

/** The removal of each person by who may remove them. It opens the sheet, where it is signed. */
function removals(): Among<Hit> {
  const t = findingWords()
  const { remove, setRoles } = may.value
  const me = unlocked.value?.me.member
  const verb = verbOfRemoval()
  const all = people.value.filter(({ member, role }) => remove && member !== me && (role !== 'owner' || setRoles))
  return among(
    all,
    (person) => `${verb} ${personText(person)}`,
    ({ member, name, email }) => ({
      id: `remove ${member}`,
      name: t.remove(name ?? peopleWords().unnamed),
      under: email,
      kind: t.kinds.act,
      icon: UserRoundX,
      run: () => void openReview({ do: 'remove-member', member }),
    }),
  )
}

const isAway = ({ folder }: FoundLogin) => (folderAt(folder)?.archived ?? 'no') !== 'no'

/** All that is found first, kind by kind in the order in which equal hits stand. `logins` is null until the keeper has answered. */
export function everything(logins: readonly FoundLogin[] | null, withRemovals: boolean): Among<Hit>[] {
  const { kinds } = findingWords()
  const all = [...folders.value].sort(byName)
  return [
    foldersAmong(
      all.filter(({ archived }) => archived === 'no'),
      kinds.folder,
    ),
    loginsAmong(
      (logins ?? []).filter((login) => !isAway(login)),
      kinds.login,
    ),
    among(people.value, personText, ({ member, name, email }) => ({
      id: member,
      name: name ?? peopleWords().unnamed,
      under: email,
      kind: kinds.person,
      icon: User,
      run: opens({ at: 'person', member }),
    })),
    among(teams.value, teamText, ({ team, name, members }) => ({
      id: team,
      name,
      under: common().people(members.length),
      kind: kinds.team,
      icon: Users,
      run: opens({ at: 'team', team }),
    })),
    among(consoleActs(), actText, ({ id, label, icon, run }) => {
      return { id, name: label, under: null, kind: kinds.act, icon, run }
    }),
    ...(withRemovals ? [removals()] : []),
  ]
}

/** What was archived, which is found after all that was not. */
export function archivedThings(logins: readonly FoundLogin[] | null): Among<Hit>[] {
  const t = archiveWords()
  return [
    foldersAmong(folders.value.filter(({ archived }) => archived !== 'no').sort(byName), t.kind),
    loginsAmong((logins ?? []).filter(isAway), t.login),
  ]
}

const foldersAmong = (some: readonly FolderView[], kind: string): Among<Hit> =>
  among(some, folderText, (folder) => ({
    id: folder.folder,
    name: folder.name,
    under: pathAbove(folder),
    kind,
    icon: Folder,
    run: opens({ at: 'folder', folder: folder.folder }),
  }))

const loginsAmong = (some: readonly FoundLogin[], kind: string): Among<Hit> =>
  among(some, loginText, ({ folder, item, name, username, kind: of }) => {
    const at = folderAt(folder)
    return {
      id: item,
      name,
      under: [username, at === null ? '' : pathOf(at)].filter((one) => one !== '').join(' · '),
      kind,
      icon: kindIcons[of],
      run: opens({ at: 'item', folder, item }),
    }
  })
