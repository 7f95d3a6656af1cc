import { computed } from '@preact/signals'
import { matchPath, route, type Params } from '../../ui/router.ts'
import { folders, oversees } from './world.ts'

/** The sections of the sidebar below the tree, and the head of the tree itself. */
export type Section =
  | 'overview'
  | 'folders'
  | 'clients'
  | 'deleted'
  | 'teams'
  | 'people'
  | 'waiting'
  | 'unsent'
  | 'to-change'
  | 'renewals'
  | 'keys'
  | 'policy'
  | 'settings'
  | 'health'

type Row<At extends string, Path extends string> = {
  readonly at: At
  /** `:names` stand for ids, as they stand in the address: what shows them looks them up. */
  readonly path: Path
  /** The screen one column up, whose ids are among this screen's; null at the first column. */
  readonly up: string | null
  /** The section of the sidebar that is marked; null where the tree marks the folder. */
  readonly section: Section | null
}

const row = <At extends string, Path extends string>(at: At, path: Path, rest: Omit<Row<At, Path>, 'at' | 'path'>) => ({
  at,
  path,
  ...rest,
  read(from: string): ({ readonly at: At } & Params<Path>) | null {
    const ids = matchPath(path, from)
    return ids === null ? null : { at, ...ids }
  },
})

const home = row('folders', '/folders', { up: null, section: 'folders' })

/** Every screen of the console; `frame/drawings.tsx` draws each. A path belongs to the first that it fits. */
const table = [
  home,
  row('overview', '/overview', { up: null, section: 'overview' }),
  row('overview-list', '/overview/:list', { up: 'overview', section: 'overview' }),
  row('clients', '/clients', { up: null, section: 'clients' }),
  row('archived', '/archived', { up: 'clients', section: 'clients' }),
  row('first-steps', '/first-steps', { up: 'folders', section: 'folders' }),
  row('folder', '/folders/:folder', { up: 'folders', section: null }),
  row('access', '/folders/:folder/access', { up: 'folder', section: null }),
  row('new', '/folders/:folder/new', { up: 'folder', section: null }),
  row('deleted-in', '/folders/:folder/deleted', { up: 'folder', section: null }),
  row('item', '/folders/:folder/items/:item', { up: 'folder', section: null }),
  row('edit', '/folders/:folder/items/:item/edit', { up: 'item', section: null }),
  row('teams', '/teams', { up: null, section: 'teams' }),
  row('team', '/teams/:team', { up: 'teams', section: 'teams' }),
  row('people', '/people', { up: null, section: 'people' }),
  row('invite', '/people/invite', { up: 'people', section: 'people' }),
  row('one-key', '/people/one-key', { up: 'people', section: 'people' }),
  row('left', '/people/left', { up: 'people', section: 'people' }),
  row('former', '/people/left/:member', { up: 'left', section: 'people' }),
  row('person', '/people/:member', { up: 'people', section: 'people' }),
  row('invite-again', '/people/:member/invite', { up: 'person', section: 'people' }),
  row('waiting', '/waiting', { up: null, section: 'waiting' }),
  row('wait', '/waiting/:wait', { up: 'waiting', section: 'waiting' }),
  row('unsent', '/unsent', { up: null, section: 'unsent' }),
  row('unsent-edit', '/unsent/:item', { up: 'unsent', section: 'unsent' }),
  row('deleted', '/deleted', { up: null, section: 'deleted' }),
  row('to-change', '/to-change', { up: null, section: 'to-change' }),
  row('renewals', '/renewals', { up: null, section: 'renewals' }),
  row('keys', '/keys', { up: null, section: 'keys' }),
  row('policy', '/policy', { up: null, section: 'policy' }),
  row('health', '/health', { up: null, section: 'health' }),
  row('health-list', '/health/:of', { up: 'health', section: 'health' }),
  row('settings', '/settings', { up: null, section: 'settings' }),
] as const

/** Where one is in the console: the name of a screen and the ids of what it shows. */
export type Screen = NonNullable<ReturnType<(typeof table)[number]['read']>>
export type ScreenName = Screen['at']

const rowOf = (at: string) => table.find((one) => one.at === at) ?? home

const fillIn = (path: string, ids: Readonly<Record<string, string>>) =>
  path.replace(/:(\w+)/g, (_, name: string) => ids[name] ?? '')

/** The path of a screen, for `navigate` and links. */
export const pathTo = (to: Screen): string => fillIn(rowOf(to.at).path, to)

/** The screen of a path; of a path that fits none, the folders. */
export function screenOf(path: string): Screen {
  for (const one of table) {
    const found = one.read(path)
    if (found !== null) return found
  }
  return { at: 'folders' }
}

/** Where the console begins: with the overview for who decides, once there is a folder; with the folders for all others. */
const start = computed<Screen>(() => ({ at: oversees.value && folders.value.length > 0 ? 'overview' : 'folders' }))

export const screen = computed(() => (route.value === '/' ? start.value : screenOf(route.value)))

/** The id of the folder that a screen shows or lies in; null for a screen of no folder. */
export const folderOnScreen = (now: Screen): string | null => ('folder' in now ? now.folder : null)

/** The path of the screen one column up, where Esc goes; null at the first column. */
export function upFrom(now: Screen): string | null {
  const { up } = rowOf(now.at)
  return up === null ? null : fillIn(rowOf(up).path, now)
}

/** The section of the sidebar that a screen marks; null where the tree marks the folder. */
export const sectionOf = (now: Screen): Section | null => rowOf(now.at).section
