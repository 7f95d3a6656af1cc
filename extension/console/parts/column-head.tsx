import { ArrowDown, ArrowUp } from 'lucide-preact'
import { listWords } from '../../words/lists.ts'
import { turned, type Order } from '../state/order.ts'
import './column-list.css'

type ColumnHeadProps<Column extends string> = {
  readonly columns: readonly Column[]
  readonly labelOf: (column: Column) => string
  readonly order: Order<Column>
  readonly onOrder: (order: Order<Column>) => void
}

/** The heads of a list's columns, each a button that orders the list by it. Out of sight where the list has no room for columns. */
export function ColumnHead<Column extends string>({ columns, labelOf, order, onOrder }: ColumnHeadProps<Column>) {
  const Arrow = order.backwards ? ArrowDown : ArrowUp
  return (
    <div class="c-cols-row c-cols-head">
      {columns.map((column) => (
        <button
          key={column}
          type="button"
          class="c-col"
          aria-label={listWords().sortBy(labelOf(column))}
          aria-pressed={order.by === column}
          onClick={() => {
            onOrder(turned(order, column))
          }}
        >
          {labelOf(column)}
          {order.by === column && <Arrow size={14} aria-hidden="true" />}
        </button>
      ))}
    </div>
  )
}
