import { dropped } from '../state/carry.ts'
import { CarryDialog } from './carry-dialog.tsx'

/** The dialog for logins that were dropped on a folder of the tree: who gains and who loses access, before anything is moved. */
export function Dropped() {
  const now = dropped.value
  if (now === null) return null
  return (
    <CarryDialog
      as="move"
      from={now.from}
      rows={now.rows}
      to={now.to}
      onClose={() => {
        dropped.value = null
      }}
    />
  )
}
