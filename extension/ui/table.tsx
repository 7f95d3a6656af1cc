import './table.css'
import { Fragment, type ComponentChildren } from 'preact'

export interface TableColumn<Row> {
  readonly id: string
  /** Head of the column; empty for a column of buttons. */
  readonly head: string
  readonly cell: (row: Row) => ComponentChildren
  /** Numbers and buttons stand at the end. */
  readonly end?: boolean
  /** As narrow as its content, on one line. */
  readonly tight?: boolean
}

export interface TableProps<Row> {
  /** What the table holds, for those who listen. */
  readonly label: string
  readonly columns: readonly TableColumn<Row>[]
  readonly rows: readonly Row[]
  readonly idOf: (row: Row) => string
  /** Starts a section with this head where it differs from the row before: the day, in Activity. */
  readonly sectionOf?: (row: Row) => string
}

/** A table that reads like sentences. */
export function Table<Row>({ label, columns, rows, idOf, sectionOf }: TableProps<Row>) {
  return (
    <div class="ui-table-scroll" role="region" aria-label={label} tabIndex={0}>
      <table class="ui-table">
        <caption class="ui-unseen">{label}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.id} scope="col" data-end={column.end} data-tight={column.tight}>
                {column.head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, at) => {
            const before = rows[at - 1]
            const section = sectionOf?.(row) ?? null
            const starts = section !== null && (before === undefined || sectionOf?.(before) !== section)
            return (
              <Fragment key={idOf(row)}>
                {starts && (
                  <tr class="ui-table-section">
                    <th scope="rowgroup" colSpan={columns.length}>
                      {section}
                    </th>
                  </tr>
                )}
                <tr>
                  {columns.map((column) => (
                    <td key={column.id} data-end={column.end} data-tight={column.tight}>
                      {column.cell(row)}
                    </td>
                  ))}
                </tr>
              </Fragment>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}
