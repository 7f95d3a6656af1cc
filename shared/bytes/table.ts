/**
 * Values by id, never changed in place: putting one makes a new table that shares the rest with the old one. So one state of
 * the ledger costs little beside another, with ten thousand members in both.
 */
import type { AnyId } from './ids.ts'

/** Ids with their values, in order by id. */
type Leaf<K, V> = readonly (readonly [id: K, value: V])[]
/** Sixteen places, or null where one is empty. */
type Branch<K, V> = { readonly under: readonly (Node<K, V> | null)[] }
/** A leaf as long as it holds few, else a branch: so one set of ids has one form. */
type Node<K, V> = Leaf<K, V> | Branch<K, V>
/** A tree by the letters of ids, as deep as it must be: whoever makes up ids that begin alike makes it no slower than ids are long (H5). */
export type Table<K extends AnyId, V> = {
  readonly count: number
  readonly root: Node<K, V>
  /** Never there: it keeps tables of other ids apart. */
  readonly ids?: K
}
/** Ids without values. */
export type IdSet<K extends AnyId> = Table<K, true>

/** No leaf holds more. */
const most = 8

export const emptyTable: Table<never, never> = { count: 0, root: [] }

/** Half a letter for each step down. */
const place = (id: AnyId, depth: number) => (id.charCodeAt(depth >> 1) >> (depth & 1 ? 4 : 0)) & 15
const noPlaces = Array<null>(16).fill(null)

const isBranch = <K, V>(node: Node<K, V>): node is Branch<K, V> => 'under' in node

/** The value at `id`, null where there is none. */
export function get<K extends AnyId, V>(table: Table<K, V>, id: K): V | null {
  let node = table.root
  for (let depth = 0; isBranch(node); depth++) {
    const next: Node<K, V> | null = node.under[place(id, depth)] ?? null
    if (next === null) return null
    node = next
  }
  // By index: this is asked a million times in a replay.
  for (let i = 0; i < node.length; i++) {
    const pair = node[i]
    if (pair?.[0] === id) return pair[1]
  }
  return null
}

export const has = <K extends AnyId>(table: Table<K, unknown>, id: K): boolean => get(table, id) !== null

/** A table with `value` at `id`, in the place of what stood there. */
export function put<K extends AnyId, V>(table: Table<K, V>, id: K, value: V): Table<K, V> {
  return { count: table.count + (has(table, id) ? 0 : 1), root: putIn(table.root, id, value, 0) }
}

function putIn<K extends AnyId, V>(node: Node<K, V>, id: K, value: V, depth: number): Node<K, V> {
  if (isBranch(node)) return withAt(node, id, depth, (below) => putIn(below ?? [], id, value, depth + 1))
  let at = 0
  for (let one = node[0]; one !== undefined && one[0] < id; one = node[at]) at++
  const next = node.slice()
  next.splice(at, node[at]?.[0] === id ? 1 : 0, [id, value])
  return next.length <= most ? next : split(next, depth)
}

function split<K extends AnyId, V>(pairs: Leaf<K, V>, depth: number): Branch<K, V> {
  const under: (Leaf<K, V> | null)[] = noPlaces.slice()
  for (const pair of pairs) {
    const at = place(pair[0], depth)
    under[at] = [...(under[at] ?? []), pair]
  }
  return { under: under.map((leaf) => (leaf !== null && leaf.length > most ? split(leaf, depth + 1) : leaf)) }
}

function withAt<K extends AnyId, V>(
  { under }: Branch<K, V>,
  id: K,
  depth: number,
  change: (below: Node<K, V> | null) => Node<K, V> | null,
): Branch<K, V> {
  const copy = under.slice()
  const at = place(id, depth)
  copy[at] = change(copy[at] ?? null)
  return { under: copy }
}

/** A table without `id`. */
export function drop<K extends AnyId, V>(table: Table<K, V>, id: K): Table<K, V> {
  if (!has(table, id)) return table
  return { count: table.count - 1, root: dropIn(table.root, id, 0) ?? [] }
}

function dropIn<K extends AnyId, V>(node: Node<K, V>, id: K, depth: number): Node<K, V> | null {
  if (isBranch(node)) {
    const rest = withAt(node, id, depth, (below) => below && dropIn(below, id, depth + 1))
    return leafOf(rest) ?? rest
  }
  const rest = node.filter(([one]) => one !== id)
  return rest.length === 0 ? null : rest
}

/** What lies under a branch as one leaf, null where it is too much for one. */
function leafOf<K extends AnyId, V>({ under }: Branch<K, V>): Leaf<K, V> | null {
  const all: (readonly [K, V])[] = []
  for (const node of under) {
    if (node === null) continue
    // A branch holds more than a leaf may.
    if (isBranch(node) || all.length + node.length > most) return null
    all.push(...node)
  }
  return all.sort(([a], [b]) => (a < b ? -1 : 1))
}

/** Ids with their values, in no order to rely on. */
export function pairsIn<K extends AnyId, V>({ root }: Table<K, V>): (readonly [K, V])[] {
  const all: (readonly [K, V])[] = []
  const gather = (node: Node<K, V>): void => {
    if (!isBranch(node)) for (const pair of node) all.push(pair)
    else for (const below of node.under) if (below !== null) gather(below)
  }
  gather(root)
  return all
}

/** Every id, in no order to rely on. */
export const idsIn = <K extends AnyId>(table: Table<K, unknown>): K[] => pairsIn(table).map(([id]) => id)

export const valuesIn = <V>(table: Table<AnyId, V>): V[] => pairsIn(table).map(([, value]) => value)

export const tableOf = <K extends AnyId, V>(pairs: Iterable<readonly [K, V]>): Table<K, V> => {
  let table: Table<K, V> = emptyTable
  for (const [id, value] of pairs) table = put(table, id, value)
  return table
}

export const idSet = <K extends AnyId>(ids: Iterable<K>): IdSet<K> => tableOf([...ids].map((id) => [id, true] as const))
