import { computed } from '@preact/signals'
import { matchPath, route } from '../../ui/router.ts'

/** Where one is in the console. Ids are as they stand in the address: what shows them looks them up. */
export type Screen =
  | { at: 'folders' }
  | { at: 'folder' | 'access' | 'new'; folder: string }
  | { at: 'item' | 'edit'; folder: string; item: string }
  | { at: 'teams' | 'people' | 'invite' | 'keys' | 'unsent' | 'waiting' | 'policy' | 'renewals' | 'left' }
  | { at: 'unsent-edit'; item: string }
  | { at: 'team'; team: string }
  | { at: 'person' | 'invite-again' | 'former'; member: string }
  | { at: 'wait'; wait: string }

const oneFolder = (folder: string) => `/folders/${folder}`
const oneItem = (folder: string, item: string) => `${oneFolder(folder)}/items/${item}`

/** The path of a screen, for `navigate` and links. */
export const pathTo = {
  folders: '/folders',
  folder: oneFolder,
  access: (folder: string) => `${oneFolder(folder)}/access`,
  newItem: (folder: string) => `${oneFolder(folder)}/new`,
  item: oneItem,
  edit: (folder: string, item: string) => `${oneItem(folder, item)}/edit`,
  teams: '/teams',
  team: (team: string) => `/teams/${team}`,
  keys: '/keys',
  people: '/people',
  invite: '/people/invite',
  inviteAgain: (member: string) => `/people/${member}/invite`,
  person: (member: string) => `/people/${member}`,
  left: '/people/left',
  formerPerson: (member: string) => `/people/left/${member}`,
  renewals: '/renewals',
  unsent: '/unsent',
  unsentEdit: (item: string) => `/unsent/${item}`,
  waiting: '/waiting',
  wait: (wait: string) => `/waiting/${wait}`,
  policy: '/policy',
} as const

/** The screen of a path; a path of nothing is the folders. */
export function screenOf(path: string): Screen {
  const edit = matchPath('/folders/:folder/items/:item/edit', path)
  if (edit !== null) return { at: 'edit', ...edit }
  const item = matchPath('/folders/:folder/items/:item', path)
  if (item !== null) return { at: 'item', ...item }
  for (const at of ['new', 'access'] as const) {
    const inFolder = matchPath(`/folders/:folder/${at}`, path)
    if (inFolder !== null) return { at, ...inFolder }
  }
  const folder = matchPath('/folders/:folder', path)
  if (folder !== null) return { at: 'folder', ...folder }
  if (matchPath('/people/invite', path) !== null) return { at: 'invite' }
  if (matchPath('/people/left', path) !== null) return { at: 'left' }
  const former = matchPath('/people/left/:member', path)
  if (former !== null) return { at: 'former', ...former }
  const again = matchPath('/people/:member/invite', path)
  if (again !== null) return { at: 'invite-again', ...again }
  const person = matchPath('/people/:member', path)
  if (person !== null) return { at: 'person', ...person }
  const team = matchPath('/teams/:team', path)
  if (team !== null) return { at: 'team', ...team }
  const unsent = matchPath('/unsent/:item', path)
  if (unsent !== null) return { at: 'unsent-edit', ...unsent }
  const wait = matchPath('/waiting/:wait', path)
  if (wait !== null) return { at: 'wait', ...wait }
  for (const at of ['keys', 'unsent', 'waiting', 'policy', 'renewals'] as const)
    if (matchPath(`/${at}`, path) !== null) return { at }
  if (matchPath('/people', path) !== null) return { at: 'people' }
  if (matchPath('/teams', path) !== null) return { at: 'teams' }
  return { at: 'folders' }
}

export const screen = computed(() => screenOf(route.value))

/** The id of the folder on screen, in whichever of its screens. */
export const folderOnScreen = (now: Screen): string | null => ('folder' in now ? now.folder : null)

/** The screen one column up, where Esc goes; null at the first. */
export function upFrom(now: Screen): string | null {
  switch (now.at) {
    case 'edit':
      return pathTo.item(now.folder, now.item)
    case 'item':
    case 'new':
    case 'access':
      return pathTo.folder(now.folder)
    case 'folder':
      return pathTo.folders
    case 'team':
      return pathTo.teams
    case 'invite-again':
      return pathTo.person(now.member)
    case 'wait':
      return pathTo.waiting
    case 'former':
      return pathTo.left
    case 'person':
    case 'invite':
    case 'left':
      return pathTo.people
    case 'unsent-edit':
      return pathTo.unsent
    case 'folders':
    case 'unsent':
    case 'teams':
    case 'people':
    case 'keys':
    case 'waiting':
    case 'policy':
    case 'renewals':
      return null
  }
}
