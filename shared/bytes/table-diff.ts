import { get } from './table.ts'
import type { Table } from './table.ts'
import type { AnyId } from './ids.ts'

type Node<K extends AnyId, V> = Table<K, V>['root']

const pairsUnder = <K extends AnyId, V>(node: Node<K, V>): readonly (readonly [K, V])[] =>
  'under' in node ? node.under.flatMap((below) => (below === null ? [] : pairsUnder(below))) : node

/**
 * Returns the ids whose values are not the same object in both tables. What one table shares with the other is not looked at, so two
 * states of a ledger of ten thousand members that differ in one cost what that one costs.
 */
export function idsThatDiffer<K extends AnyId, V>(before: Table<K, V>, after: Table<K, V>): K[] {
  const found = new Set<K>()
  const look = (one: Node<K, V> | null, other: Node<K, V> | null) => {
    if (one === other) return
    if (one !== null && other !== null && 'under' in one && 'under' in other) {
      one.under.forEach((below, place) => {
        look(below, other.under[place] ?? null)
      })
      return
    }
    for (const node of [one, other])
      for (const [id] of node === null ? [] : pairsUnder(node)) if (get(before, id) !== get(after, id)) found.add(id)
  }
  look(before.root, after.root)
  return [...found]
}
