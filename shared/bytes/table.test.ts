import fc from 'fast-check'
import { expect, test } from 'vitest'
import { toBase64url } from './base64url.ts'
import { itemId, newItemId, parseId } from './ids.ts'
import type { ItemId } from './ids.ts'
import { drop, emptyTable, get, has, idSet, idsIn, pairsIn, put, tableOf, valuesIn } from './table.ts'
import type { Table } from './table.ts'

const alike = Array.from({ length: 40 }, (_, i) => parseId(itemId, toBase64url(new Uint8Array(16).fill(7).fill(i, 15))))
const ids = [...Array.from({ length: 40 }, newItemId), ...alike]
const moves = fc.array(fc.record({ id: fc.constantFrom(...ids), value: fc.option(fc.nat()) }), { size: 'large' })

test('a table holds what a map holds, and what it was made from stays as it was', () => {
  fc.assert(
    fc.property(moves, (all) => {
      const map = new Map<ItemId, number>()
      let table: Table<ItemId, number> = emptyTable
      for (const { id, value } of all) {
        const [before, pairs] = [table, JSON.stringify(pairsIn(table))]
        if (value === null) map.delete(id)
        else map.set(id, value)
        table = value === null ? drop(table, id) : put(table, id, value)
        const said = [get(table, id), has(table, id), table.count, JSON.stringify(pairsIn(before))]
        // One string is compared a thousand times faster than lists are by `expect`.
        if (String(said) !== String([map.get(id) ?? null, map.has(id), map.size, pairs])) expect(said).toBe(pairs)
      }
      expect(new Map(pairsIn(table))).toEqual(map)
      expect(idsIn(table).toSorted()).toEqual([...map.keys()].toSorted())
      expect(valuesIn(table).toSorted()).toEqual([...map.values()].toSorted())
      expect(tableOf(map), 'one content has one form').toEqual(table)
    }),
  )
})

test('a set of ids has one form, in whatever order it was filled', () => {
  expect(idSet(ids.toReversed())).toEqual(idSet(ids))
})

test('H5: ids that somebody made up to begin alike lie as far apart as others', () => {
  const depth = (node: object): number =>
    'under' in node
      ? 1 + Math.max(...(node.under as (object | null)[]).map((one) => (one === null ? 0 : depth(one))))
      : 0
  expect(depth(idSet(alike).root)).toBeLessThanOrEqual(2 * (alike[0]?.length ?? 0))
})
