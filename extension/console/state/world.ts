import { computed, effect, signal } from '@preact/signals'
import { atLeast } from '../../../shared/rules/levels.ts'
import { watch } from '../../messages/watch.ts'
import type { ConsoleView, FolderView, PersonView, Status, TeamView } from '../../messages/views.ts'
import type { Level } from './ids.ts'

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
export const unlocked = computed<Unlocked | null>(() => {
  const status = world.value?.status
  return status?.state === 'unlocked' ? status : null
})

export const folders = computed<FolderView[]>(() => world.value?.folders ?? [])
export const teams = computed<TeamView[]>(() => world.value?.teams ?? [])
/** Everybody who is still a member. */
export const people = computed<PersonView[]>(() => (world.value?.people ?? []).filter((each) => !each.removed))
/** Former members, for those who may see them. */
export const formerPeople = computed<PersonView[]>(() => (world.value?.people ?? []).filter((each) => each.removed))
export const invitations = computed(() => world.value?.invitations ?? [])
/** Newcomers who have registered a key and wait for approval, oldest first. */
export const joinRequests = computed(() =>
  invitations.value
    .filter((each) => each.state === 'asked')
    .sort((one, other) => (one.askedAt ?? 0) - (other.askedAt ?? 0)),
)
/** What waits for a new key, oldest first. */
export const renewals = computed(() => world.value?.renewals ?? [])
const nothing: ConsoleView['may'] = { invite: false, createTopFolder: false, setRoles: false, setPolicy: false }
export const may = computed(() => world.value?.may ?? nothing)
export const owners = computed(() => people.value.filter(({ role }) => role === 'owner'))

/** Finds something by an id from the address bar; null when nothing has this id. The id itself is never trusted. */
export const folderAt = (id: string | null): FolderView | null =>
  folders.value.find((each) => each.folder === id) ?? null
export const teamAt = (id: string | null): TeamView | null => teams.value.find((each) => each.team === id) ?? null
export const personAt = (id: string | null): PersonView | null =>
  people.value.find((each) => each.member === id) ?? null

export const formerAt = (id: string | null): PersonView | null =>
  formerPeople.value.find((each) => each.member === id) ?? null

/** The folders from the top of what this person sees down to this one, itself included. */
export function trailTo(folder: FolderView): FolderView[] {
  const path = [folder]
  for (let up = folderAt(folder.parent); up !== null && !path.includes(up); up = folderAt(up.parent)) path.unshift(up)
  return path
}

/** Each folder's children by name, made once a view: a tree of thousands asks for each of them. */
const children = computed(() => {
  const known = new Set<string>(folders.value.map((each) => each.folder))
  const found = new Map<string | null, FolderView[]>()
  const { compare } = new Intl.Collator()
  for (const each of folders.value.toSorted((one, other) => compare(one.name, other.name))) {
    const parent = each.parent !== null && known.has(each.parent) ? each.parent : null
    found.set(parent, [...(found.get(parent) ?? []), each])
  }
  return found
})

/** The folders right under this one (null: at the top of what this person sees), by name. */
export const childrenOf = (parent: string | null): readonly FolderView[] => children.value.get(parent) ?? []

/** Whether this person's level on the folder reaches `level`. */
export const hasLevel = (folder: FolderView, level: Level): boolean => atLeast(folder.level, level)

/** Whether this person may write here: they need the level `edit`, and the folder must not be closed. */
export const canEdit = (folder: FolderView): boolean => hasLevel(folder, 'edit') && folder.closed === 'no'
