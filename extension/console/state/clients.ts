import type { AboutClient, FolderView } from '../../messages/views.ts'
import { foldOnce } from '../../ui/fold.ts'
import { dayEnd } from './dates.ts'
import { derived } from './derived.ts'
import { headCount, loginCount, type HeadCount } from './inside.ts'
import { orderRows, type Order, type Rank } from './order.ts'
import { byName } from './by-name.ts'
import { folderAt, folders, pathOf } from './world.ts'

const SOON = 30 * 24 * 3_600_000

/** A client as the list shows it. `ends`: the first moment after the contract, in ms since 1970, null for one without an end. */
export interface ClientRow {
  readonly folder: FolderView
  readonly name: string
  readonly path: string
  readonly ends: number | null
  readonly sensitive: boolean
  readonly contact: string
  readonly logins: HeadCount
  readonly people: HeadCount
}

/** Whether somebody wrote down what the client is; the colour alone, which every folder has, is not that. */
export const isDescribed = (about: AboutClient | null): about is AboutClient =>
  about !== null &&
  (about.start !== '' || about.end !== '' || about.sensitive || about.contact !== '' || about.channels.length > 0)

function rowOf(folder: FolderView, about: AboutClient): ClientRow {
  const above = folderAt(folder.parent)
  return {
    folder,
    name: folder.name,
    path: above === null ? '' : pathOf(above),
    ends: dayEnd(about.end),
    sensitive: about.sensitive,
    contact: about.contact,
    logins: loginCount(folder),
    people: headCount(folder),
  }
}

/** Every folder of which it is written down what client it is, by name; none that is archived. */
export const clients = derived((): readonly ClientRow[] =>
  folders.value
    .flatMap((folder) => (folder.archived === 'no' && isDescribed(folder.about) ? [rowOf(folder, folder.about)] : []))
    .sort(byName),
)

/** The text that the search goes through. */
export const clientText = foldOnce(({ name, path, contact }: ClientRow) => `${name}\n${path}\n${contact}`)

export interface ClientFilter {
  readonly sensitivity: 'any' | 'high' | 'usual'
  readonly contract: 'any' | 'over' | 'soon' | 'later' | 'none'
}
export const everyClient: ClientFilter = { sensitivity: 'any', contract: 'any' }

/** How many parts of the filter leave somebody out. */
export const countClientParts = ({ sensitivity, contract }: ClientFilter): number =>
  [sensitivity, contract].filter((part) => part !== 'any').length

/** Where a contract stands: over, ending within 30 days, ending later, or without an end. */
export function contractState(ends: number | null, now: number): Exclude<ClientFilter['contract'], 'any'> {
  if (ends === null) return 'none'
  if (ends <= now) return 'over'
  return ends <= now + SOON ? 'soon' : 'later'
}

/** The clients that the filter lets through, in their order. */
export function filterClients(
  rows: readonly ClientRow[],
  { sensitivity, contract }: ClientFilter,
  now: number,
): readonly ClientRow[] {
  return rows.filter(
    ({ sensitive, ends }) =>
      (sensitivity === 'any' || sensitive === (sensitivity === 'high')) &&
      (contract === 'any' || contractState(ends, now) === contract),
  )
}

export const clientColumns = ['name', 'path', 'ends', 'sensitive', 'contact', 'logins', 'people'] as const
export type ClientColumn = (typeof clientColumns)[number]

const ranks: Readonly<Record<ClientColumn, (row: ClientRow) => Rank>> = {
  name: ({ name }) => name,
  path: ({ path }) => path,
  ends: ({ ends }) => ends,
  // The sensitive ones first: those are looked for.
  sensitive: ({ sensitive }) => (sensitive ? 0 : 1),
  contact: ({ contact }) => (contact === '' ? null : contact),
  logins: ({ logins }) => logins.seen,
  people: ({ people }) => people.seen,
}

/** The clients by that column; those that are equal in it by name. */
export const orderClients = (rows: readonly ClientRow[], { by, backwards }: Order<ClientColumn>): ClientRow[] =>
  orderRows(rows, ranks[by], backwards)
