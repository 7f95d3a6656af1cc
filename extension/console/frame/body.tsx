import { useEffect } from 'preact/hooks'
import { Columns } from '../../ui/columns.tsx'
import { keepFocus } from '../../ui/keep-focus.ts'
import { Dropped } from '../items/dropped.tsx'
import { showItemsOf } from '../state/folder-items.ts'
import { folderOnScreen, screen } from '../state/screens.ts'
import { folderAt } from '../state/world.ts'
import { ChoiceDialog } from '../unsent/choice-dialog.tsx'
import { DetailColumn, ListColumn, ScreenDialog, isWide, showingOf } from './drawings.tsx'
import { Sidebar } from './sidebar.tsx'

/** The column that the screen is about. */
const columnInSight = () =>
  document.querySelector<HTMLElement>(showingOf(screen.peek()) === 'detail' ? '.c-detail' : '.c-list')

/** The three columns of the console: the tree, a list, and one thing chosen from that list. */
export function Body() {
  const now = screen.value
  const folder = folderAt(folderOnScreen(now))?.folder ?? null
  useEffect(() => {
    showItemsOf(folder)
  }, [folder])
  useEffect(() => keepFocus(columnInSight), [])
  return (
    <div class="c-body">
      <Columns
        showing={showingOf(now)}
        wide={isWide(now)}
        tree={<Sidebar screen={now} />}
        list={
          <section class="c-list" tabIndex={-1} data-keeps-focus>
            <ListColumn now={now} />
          </section>
        }
        detail={
          <section class="c-detail" tabIndex={-1} data-keeps-focus>
            <DetailColumn now={now} />
          </section>
        }
      />
      <ScreenDialog now={now} />
      <ChoiceDialog />
      <Dropped />
    </div>
  )
}
