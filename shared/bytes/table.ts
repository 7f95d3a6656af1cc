/**
 * Values by id, never changed in place: putting one makes a new table that shares the rest with the old one. So the
 * ledger can keep its state after every entry, with ten thousand members in it.
 */
import type { AnyId } from './ids.ts'

/** Ids of one leaf, in order. Lists and no records: an object with ten thousand different keys is slow to make. */
type Leaf<K, V> = readonly (readonly [id: K, value: V])[]
/** Sixteen places, or null where all of them are empty, so that one set of ids has one form. */
type Sixteen<T> = readonly (T | null)[] | null
/** Three levels, by the first three letters of the id: ids are random, so leaves stay short. */
export type Table<K extends AnyId, V> = {
  readonly count: number
  readonly top: Sixteen<Sixteen<Sixteen<Leaf<K, V>>>>
  /** Never there: it keeps tables of other ids apart. */
  readonly ids?: K
}
/** Ids without values. */
export type IdSet<K extends AnyId> = Table<K, true>

export const emptyTable: Table<never, never> = { count: 0, top: null }

const place = (id: AnyId, level: 0 | 1 | 2) => id.charCodeAt(level) & 15
const noPlaces = Array<null>(16).fill(null)

const leafOf = <K extends AnyId, V>({ top }: Table<K, V>, id: K): Leaf<K, V> =>
  top?.[place(id, 0)]?.[place(id, 1)]?.[place(id, 2)] ?? []

/** The value at `id`, null where there is none. */
export function get<K extends AnyId, V>(table: Table<K, V>, id: K): V | null {
  const leaf = leafOf(table, id)
  // By index: this is asked a million times in a replay.
  for (let i = 0; i < leaf.length; i++) {
    const pair = leaf[i]
    if (pair?.[0] === id) return pair[1]
  }
  return null
}

export const has = <K extends AnyId>(table: Table<K, unknown>, id: K): boolean => get(table, id) !== null

/** A table with `value` at `id`, in the place of what stood there. */
export function put<K extends AnyId, V>(table: Table<K, V>, id: K, value: V): Table<K, V> {
  const leaf = leafOf(table, id)
  let at = 0
  for (let one = leaf[0]; one !== undefined && one[0] < id; one = leaf[at]) at++
  const isThere = leaf[at]?.[0] === id
  const next = leaf.slice()
  next.splice(at, isThere ? 1 : 0, [id, value])
  return { count: table.count + (isThere ? 0 : 1), top: withLeaf(table, id, next) }
}

/** A table without `id`. */
export function drop<K extends AnyId, V>(table: Table<K, V>, id: K): Table<K, V> {
  if (!has(table, id)) return table
  const rest = leafOf(table, id).filter(([one]) => one !== id)
  return { count: table.count - 1, top: withLeaf(table, id, rest.length === 0 ? null : rest) }
}

function withLeaf<K extends AnyId, V>({ top }: Table<K, V>, id: K, leaf: Leaf<K, V> | null) {
  const branch = top?.[place(id, 0)] ?? null
  const twig = branch?.[place(id, 1)] ?? null
  return withAt(top, place(id, 0), withAt(branch, place(id, 1), withAt(twig, place(id, 2), leaf)))
}

function withAt<T>(places: Sixteen<T>, at: number, value: T | null): Sixteen<T> {
  const copy: (T | null)[] = (places ?? noPlaces).slice()
  copy[at] = value
  return value === null && copy.every((one) => one === null) ? null : copy
}

const inside = <T>(places: Sixteen<T>): T[] => places?.filter((one) => one !== null) ?? []

/** Ids with their values, in no order to rely on. */
export const pairsIn = <K extends AnyId, V>({ top }: Table<K, V>): (readonly [K, V])[] =>
  inside(top).flatMap((branch) => inside(branch).flatMap((twig) => inside(twig).flat()))

/** Every id, in no order to rely on. */
export const idsIn = <K extends AnyId>(table: Table<K, unknown>): K[] => pairsIn(table).map(([id]) => id)

export const valuesIn = <V>(table: Table<AnyId, V>): V[] => pairsIn(table).map(([, value]) => value)

export const tableOf = <K extends AnyId, V>(pairs: Iterable<readonly [K, V]>): Table<K, V> => {
  let table: Table<K, V> = emptyTable
  for (const [id, value] of pairs) table = put(table, id, value)
  return table
}

export const idSet = <K extends AnyId>(ids: Iterable<K>): IdSet<K> => tableOf([...ids].map((id) => [id, true] as const))
