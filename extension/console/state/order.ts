import { compareNames } from './by-name.ts'

/** By which column a list is ordered, and whether from its end. */
export interface Order<Column extends string> {
  readonly by: Column
  readonly backwards: boolean
}

/** The order after a click on the head of a column: the other way round where it was ordered by that already. */
export const turned = <Column extends string>({ by, backwards }: Order<Column>, column: Column): Order<Column> => ({
  by: column,
  backwards: by === column && !backwards,
})

/** What a row is ordered by: names as a reader orders them, numbers by size; null for what is not known, which comes last either way. */
export type Rank = string | number | null

function compare(one: string | number, other: string | number): number {
  if (typeof one === 'number' && typeof other === 'number') return one - other
  return compareNames(String(one), String(other))
}

/** The rows in order; equal ones stay as they were. */
export function orderRows<Row>(rows: readonly Row[], rankOf: (row: Row) => Rank, backwards: boolean): Row[] {
  const sign = backwards ? -1 : 1
  return rows
    .map((row) => ({ row, rank: rankOf(row) }))
    .sort(({ rank: one }, { rank: other }) => {
      if (one === null || other === null) return Number(one === null) - Number(other === null)
      return sign * compare(one, other)
    })
    .map(({ row }) => row)
}
