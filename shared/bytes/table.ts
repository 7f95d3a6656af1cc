/**
 * Values by id, never changed in place: putting one makes a new table that shares the rest with the old one. So the
 * ledger can keep its state after every entry, with ten thousand members in it.
 */
import type { AnyId } from './ids.ts'

type Leaf<V> = Readonly<Record<string, V>>
type Branch<V> = Readonly<Record<string, Leaf<V>>>
/** Two levels, by the first two letters of the id: ids are random, so leaves stay short. */
export type Table<K extends AnyId, V> = {
  readonly count: number
  readonly branches: Readonly<Record<string, Branch<V>>>
  /** Never there: it keeps tables of other ids apart. */
  readonly ids?: K
}
/** Ids without values. */
export type IdSet<K extends AnyId> = Table<K, true>

export const emptyTable: Table<never, never> = { count: 0, branches: {} }

const branchOf = (id: AnyId) => id.charAt(0)
const leafOf = (id: AnyId) => id.charAt(1)

/** The value at `id`, null where there is none. */
export const get = <K extends AnyId, V>(table: Table<K, V>, id: K): V | null =>
  table.branches[branchOf(id)]?.[leafOf(id)]?.[id] ?? null

export const has = <K extends AnyId>(table: Table<K, unknown>, id: K): boolean => get(table, id) !== null

/** A table with `value` at `id`, in the place of what stood there. */
export function put<K extends AnyId, V>(table: Table<K, V>, id: K, value: V): Table<K, V> {
  const branch = table.branches[branchOf(id)]
  const leaf = branch?.[leafOf(id)]
  return {
    count: table.count + (leaf?.[id] === undefined ? 1 : 0),
    branches: { ...table.branches, [branchOf(id)]: { ...branch, [leafOf(id)]: { ...leaf, [id]: value } } },
  }
}

/** A table without `id`. */
export function drop<K extends AnyId, V>(table: Table<K, V>, id: K): Table<K, V> {
  const branch = table.branches[branchOf(id)]
  const leaf = branch?.[leafOf(id)]
  if (leaf?.[id] === undefined) return table
  // One set of ids has one form: no empty leaf stays.
  const inner = without(leaf, id)
  const outer = isEmpty(inner) ? without(branch ?? {}, leafOf(id)) : { ...branch, [leafOf(id)]: inner }
  const branches = isEmpty(outer) ? without(table.branches, branchOf(id)) : { ...table.branches, [branchOf(id)]: outer }
  return { count: table.count - 1, branches }
}

const isEmpty = (record: object) => Object.keys(record).length === 0

function without<T>(record: Readonly<Record<string, T>>, key: string): Readonly<Record<string, T>> {
  const { [key]: _, ...kept } = record
  return kept
}

const leaves = <V>(table: Table<AnyId, V>): Leaf<V>[] =>
  Object.values(table.branches).flatMap((branch) => Object.values(branch))

/** Every id, in no order to rely on. */
export const idsIn = <K extends AnyId>(table: Table<K, unknown>): K[] =>
  leaves(table).flatMap((leaf) => Object.keys(leaf) as K[])

export const valuesIn = <V>(table: Table<AnyId, V>): V[] => leaves(table).flatMap((leaf) => Object.values(leaf))

/** Ids with their values. */
export const pairsIn = <K extends AnyId, V>(table: Table<K, V>): [K, V][] =>
  leaves(table).flatMap((leaf) => Object.entries(leaf) as [K, V][])

export const tableOf = <K extends AnyId, V>(pairs: Iterable<readonly [K, V]>): Table<K, V> => {
  let table: Table<K, V> = emptyTable
  for (const [id, value] of pairs) table = put(table, id, value)
  return table
}

export const idSet = <K extends AnyId>(ids: Iterable<K>): IdSet<K> => tableOf([...ids].map((id) => [id, true] as const))
