import type { ComponentChildren } from 'preact'
import { SplitPane } from './split-pane.tsx'
import './columns.css'

export interface ColumnsProps {
  readonly tree: ComponentChildren
  readonly list: ComponentChildren
  readonly detail: ComponentChildren
  /** The column that stays visible when there is no room for all. The screen offers a way back (breadcrumb, "Back"). */
  readonly showing: 'tree' | 'list' | 'detail'
  /** Whether the list takes the room of the detail, of which there is none. */
  readonly wide?: boolean
}

/** The console's three columns, two where the window is narrow, one at 200 % zoom. Fills the height it is given. */
export function Columns({ tree, list, detail, showing, wide = false }: ColumnsProps) {
  return (
    <div class="ui-columns" data-showing={showing} data-wide={wide}>
      <SplitPane
        first={tree}
        start={264}
        second={<SplitPane first={list} second={detail} start={400} min={280} max={640} />}
      />
    </div>
  )
}
