import type { FolderId } from '../state/ids.ts'
import type { Imported } from '../../import/imported.ts'

/** A folder of the source, with the positions of the logins right in it. The first is the source itself, with what lies in no folder. */
export type SourceFolder = { key: string; path: readonly string[]; logins: number[] }

/**
 * Where a source folder goes. `auto`: into the folder of the same name where there is one, else a new one, in both cases below where the
 * folder above it goes. `above`: its logins go where those of the folder above go. `skip`: it and what is below it stays out.
 */
export type Choice = { to: 'auto' } | { to: 'above' } | { to: 'skip' } | { to: 'folder'; folder: FolderId }

/** A folder that is there, as far as a plan needs it. */
export type KnownFolder = {
  folder: FolderId
  parent: FolderId | null
  name: string
  mayEdit: boolean
  mayCreateBelow: boolean
}
export type Known = { folders: readonly KnownFolder[]; mayCreateTop: boolean }

export type Target =
  | { is: 'there'; folder: FolderId }
  /** To be made below a folder that is there, below the target of another source folder (by key), or at the top. */
  | { is: 'new'; name: string; below: { folder: FolderId } | { key: string } | null }
  | { is: 'skip' }
export type PlannedFolder = SourceFolder & { target: Target; fault: 'no-edit' | 'no-manage' | null }

export const keyOf = (path: readonly string[]): string => JSON.stringify(path)
/** The key of the source itself. */
export const ROOT = keyOf([])
/** The longest name that a folder of ours has. */
const mostName = 100

/** Returns the folders of the source, each after the one above it; those above that the source does not name are among them. */
export function sourceFolders({ logins, folders }: Imported): SourceFolder[] {
  const found = new Map<string, SourceFolder>()
  const add = (path: readonly string[]): SourceFolder => {
    const key = keyOf(path)
    const there = found.get(key)
    if (there !== undefined) return there
    if (path.length > 0) add(path.slice(0, -1))
    const made = { key, path, logins: [] }
    found.set(key, made)
    return made
  }
  add([])
  for (const path of folders) add(path)
  for (const [index, { folder }] of logins.entries()) add(folder).logins.push(index)
  return [...found.values()].sort((one, other) => compare(one.path, other.path))
}

const byLetters = new Intl.Collator()
function compare(one: readonly string[], other: readonly string[]): number {
  for (let at = 0; at < Math.min(one.length, other.length); at += 1) {
    const order = byLetters.compare(one[at] ?? '', other[at] ?? '')
    if (order !== 0) return order
  }
  return one.length - other.length
}

/** Without regard to case and accents. One for all: making one for each comparison takes seconds for a thousand folders. */
const alike = new Intl.Collator(undefined, { sensitivity: 'base' })
const isSame = (one: string, other: string) => alike.compare(one.trim(), other.trim()) === 0

/**
 * Returns where each source folder goes, and why one cannot go there. `base`: the folder below which all goes, null for the top;
 * `rootName`: the name of a new top folder for logins that lie in no folder of the source.
 */
export function planFolders(
  sources: readonly SourceFolder[],
  choices: ReadonlyMap<string, Choice>,
  { folders, mayCreateTop }: Known,
  base: FolderId | null,
  rootName: string,
): PlannedFolder[] {
  const byId = new Map(folders.map((one) => [one.folder, one]))
  const targets = new Map<string, Target>()
  /** For which source folder each new target is made: others may share it. */
  const owners = new Map<Target, string>()
  const children = new Map<FolderId | null, KnownFolder[]>()
  for (const one of folders) children.set(one.parent, [...(children.get(one.parent) ?? []), one])
  const childOf = (parent: FolderId | null, name: string) =>
    (children.get(parent) ?? []).find((one) => isSame(one.name, name)) ?? null

  const below = (above: Target | null, aboveKey: string, name: string): Target => {
    if (above?.is === 'skip') return above
    if (above?.is === 'new') return { is: 'new', name, below: { key: owners.get(above) ?? aboveKey } }
    const parent = above === null ? null : above.folder
    const there = childOf(parent, name)
    if (there !== null) return { is: 'there', folder: there.folder }
    return { is: 'new', name, below: parent === null ? null : { folder: parent } }
  }

  const targetOf = (source: SourceFolder): Target => {
    const choice = choices.get(source.key) ?? { to: 'auto' }
    if (choice.to === 'skip') return { is: 'skip' }
    if (choice.to === 'folder') return { is: 'there', folder: choice.folder }
    const name = (source.path.at(-1) ?? rootName).trim().slice(0, mostName).trim() || '…'
    if (source.path.length === 0) return base === null ? below(null, '', name) : { is: 'there', folder: base }
    const aboveKey = keyOf(source.path.slice(0, -1))
    const above = targets.get(aboveKey) ?? null
    // With no folder to go below, the folders of the source become top folders beside the one for what lies in none.
    if (source.path.length === 1 && base === null && choice.to === 'auto' && above?.is !== 'skip')
      return below(null, '', name)
    if (choice.to === 'above' && above !== null) return above
    return below(above, aboveKey, name)
  }

  return sources.map((source) => {
    const target = targetOf(source)
    targets.set(source.key, target)
    if (!owners.has(target)) owners.set(target, source.key)
    return { ...source, target, fault: faultOf(source, target, byId, mayCreateTop) }
  })
}

function faultOf(
  { logins, path }: SourceFolder,
  target: Target,
  byId: ReadonlyMap<FolderId, KnownFolder>,
  mayCreateTop: boolean,
): PlannedFolder['fault'] {
  if (target.is === 'skip') return null
  if (target.is === 'there') return logins.length === 0 || byId.get(target.folder)?.mayEdit === true ? null : 'no-edit'
  // Of the source itself nothing is made where nothing lies in it.
  if (path.length === 0 && logins.length === 0) return null
  if (target.below === null) return mayCreateTop ? null : 'no-manage'
  if ('key' in target.below) return null
  return byId.get(target.below.folder)?.mayCreateBelow === true ? null : 'no-manage'
}

/** Returns the folders that must be made, each after the one that it lies in; not those in which nothing would lie. */
export const foldersToMake = (planned: readonly PlannedFolder[]): PlannedFolder[] =>
  planned.filter(
    ({ target, logins, path, key }) =>
      target.is === 'new' && (path.length > 0 || logins.length > 0) && keyOfTarget(planned, target) === key,
  )

/**
 * Returns these new folders as one request asks for them: below a folder that is there, below one that an earlier request made, or by its
 * place below one of the same request.
 */
export function foldersToAsk(
  some: readonly PlannedFolder[],
  made: ReadonlyMap<string, FolderId>,
): { parent: FolderId | number | null; name: string }[] {
  const places = new Map(some.map(({ key }, at) => [key, at]))
  return some.flatMap(({ target }) => {
    if (target.is !== 'new') return []
    const { below, name } = target
    if (below === null || 'folder' in below) return [{ parent: below?.folder ?? null, name }]
    return [{ parent: made.get(below.key) ?? places.get(below.key) ?? null, name }]
  })
}

/** The key of the source folder for which a new target is made: `above` shares the target of another. */
const keyOfTarget = (planned: readonly PlannedFolder[], target: Target): string | null =>
  planned.find((one) => one.target === target)?.key ?? null

/** The positions of the logins that go somewhere. */
export const loginsToMake = (planned: readonly PlannedFolder[]): number[] =>
  planned.flatMap(({ target, logins }) => (target.is === 'skip' ? [] : logins))
