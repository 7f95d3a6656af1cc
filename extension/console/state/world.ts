import { effect, signal } from '@preact/signals'
import { atLeast } from '../../../shared/rules/levels.ts'
import { watch } from '../../messages/watch.ts'
import type { ConsoleView, FolderView, PersonView, Status, TeamView } from '../../messages/views.ts'
import { byName } from './by-name.ts'
import type { Level } from './ids.ts'
import { derived } from './derived.ts'

/** The last view from the keeper; null until its first answer. It holds names in clear, and no key. */
export const world = signal<ConsoleView | null>(null)

/** Keeps `world` fresh for the life of the page. */
export function followWorld(): void {
  const watched = watch({ view: 'console' })
  effect(() => {
    world.value = watched.value.value
  })
}

export type Unlocked = Extract<Status, { state: 'unlocked' }>

/** The status while unlocked, null otherwise. */
export const unlocked = derived<Unlocked | null>(() => {
  const status = world.value?.status
  return status?.state === 'unlocked' ? status : null
})

export const folders = derived<FolderView[]>(() => world.value?.folders ?? [])
export const teams = derived<TeamView[]>(() => [...(world.value?.teams ?? [])].sort(byName))
/** Everybody who is still a member, by name. */
export const people = derived<PersonView[]>(() =>
  (world.value?.people ?? []).filter((each) => !each.removed).sort(byName),
)
/** Former members, for those who may see them. */
export const formerPeople = derived<PersonView[]>(() =>
  (world.value?.people ?? []).filter((each) => each.removed).sort(byName),
)
export const invitations = derived(() => world.value?.invitations ?? [])
/** Newcomers who have registered a key and wait for approval, oldest first. */
export const joinRequests = derived(() =>
  invitations.value
    .filter((each) => each.state === 'asked')
    .sort((one, other) => (one.askedAt ?? 0) - (other.askedAt ?? 0)),
)
/** Whether there is something here that this person decides: by their role, or since they manage a folder that can be shared. */
export const oversees = derived(() => {
  const role = unlocked.value?.me.role
  if (role === undefined || role === 'auditor') return false
  return role !== 'member' || folders.value.some(({ level, personal }) => level === 'manage' && personal === null)
})
/** How many passwords are to be changed: the last known number while the worker counts anew, null before the first and while locked. */
export const toChangeCount = signal<number | null>(null)
effect(() => {
  const now = unlocked.value === null ? null : (world.value?.toChange ?? toChangeCount.peek())
  toChangeCount.value = now
})
/** What waits for a new key, by name. */
export const renewals = derived(() => [...(world.value?.renewals ?? [])].sort(byName))
const nothing: ConsoleView['may'] = {
  invite: false,
  remove: false,
  createTopFolder: false,
  setRoles: false,
  setPolicy: false,
}
export const may = derived(() => world.value?.may ?? nothing)
export const owners = derived(() => people.value.filter(({ role }) => role === 'owner'))

const byId = <T>(all: readonly T[], idOf: (one: T) => string) => new Map(all.map((one) => [idOf(one), one]))
const foldersById = derived(() => byId(folders.value, ({ folder }) => folder))
const teamsById = derived(() => byId(teams.value, ({ team }) => team))
const peopleById = derived(() => byId(people.value, ({ member }) => member))

/** Finds something by an id from the address bar; null when nothing has this id. The id itself is never trusted. */
export const folderAt = (id: string | null): FolderView | null => foldersById.value.get(id ?? '') ?? null
export const teamAt = (id: string | null): TeamView | null => teamsById.value.get(id ?? '') ?? null
export const personAt = (id: string | null): PersonView | null => peopleById.value.get(id ?? '') ?? null

export const formerAt = (id: string | null): PersonView | null =>
  formerPeople.value.find((each) => each.member === id) ?? null

/** The folders from the top of what this person sees down to this one, itself included. */
export function trailTo(folder: FolderView): FolderView[] {
  const path = [folder]
  for (let up = folderAt(folder.parent); up !== null && !path.includes(up); up = folderAt(up.parent)) path.unshift(up)
  return path
}

/** "Divisions › Bank › Cards": the folders down to this one. */
export const pathOf = (folder: FolderView): string =>
  trailTo(folder)
    .map(({ name }) => name)
    .join(' › ')

/** The folders by the one above them, each group by name: made once for each view, since the tree asks for all of them. */
const byParent = derived(() => {
  const collator = new Intl.Collator()
  const groups = new Map<string | null, FolderView[]>()
  for (const folder of folders.value) {
    const above = folderAt(folder.parent)?.folder ?? null
    groups.set(above, [...(groups.get(above) ?? []), folder])
  }
  for (const group of groups.values()) group.sort((one, other) => collator.compare(one.name, other.name))
  return groups
})

/** The folders right under this one (null: at the top of what this person sees), by name. */
export const childrenOf = (parent: string | null): readonly FolderView[] => byParent.value.get(parent) ?? []

/** The same as the tree has them: without those that were archived. Inside an archived folder, all that it holds. */
export const shownUnder = (parent: string | null): readonly FolderView[] =>
  childrenOf(parent).filter(({ archived }) => archived !== 'itself')

/** What was archived, by name; what lies below is not listed again. */
export const archivedFolders = derived(() => folders.value.filter(({ archived }) => archived === 'itself').sort(byName))

/** How many folders lie below this one, at any depth. */
export const foldersBelow = ({ folder }: FolderView): number =>
  childrenOf(folder).reduce((sum, child) => sum + 1 + foldersBelow(child), 0)

/**
 * How many logins each folder holds, those of the folders below included: one walk up from every folder. What is archived counts up to the
 * folder with which it was archived, since the ones above do not show it.
 */
export const totals = derived<ReadonlyMap<string, number>>(() => {
  const found = new Map<string, number>()
  for (const folder of folders.value)
    for (const { folder: at, archived } of trailTo(folder).reverse()) {
      found.set(at, (found.get(at) ?? 0) + folder.items)
      if (archived === 'itself') break
    }
  return found
})

/** Whether this person's level on the folder reaches `level`. */
export const hasLevel = (folder: FolderView, level: Level): boolean => atLeast(folder.level, level)

/** Whether this person may write here: they need the level `edit`, and the folder must not be closed. */
export const canEdit = (folder: FolderView): boolean => hasLevel(folder, 'edit') && folder.closed === 'no'
