import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import { Button } from '../../ui/button.tsx'
import { common } from '../../words/common.ts'

/** So many rows are read at a glance; each of these lists has buttons in every row, and stands beside a longer one. */
const FIRST = 12

type FirstOfProps<Row> = { readonly rows: readonly Row[]; readonly render: (row: Row) => ComponentChildren }

/** The first rows of a list that may be long, then a button that shows the others. */
export function FirstOf<Row>({ rows, render }: FirstOfProps<Row>) {
  const [all, setAll] = useState(false)
  const others = rows.length - FIRST
  return (
    <>
      {(all ? rows : rows.slice(0, FIRST)).map(render)}
      {!all && others > 0 && (
        <li class="c-others">
          <Button
            kind="quiet"
            onClick={() => {
              setAll(true)
            }}
          >
            {common().showOthers(others)}
          </Button>
        </li>
      )}
    </>
  )
}
