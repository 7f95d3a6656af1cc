import { Skeleton } from '../../ui/skeleton.tsx'
import { ActSheet } from '../signing/act-sheet.tsx'
import { ExportDialog } from '../importing/export-dialog.tsx'
import { ImportDialog } from '../importing/import-dialog.tsx'
import { Body } from './body.tsx'
import { Creating } from './creating.tsx'
import { LedgerSheet } from './ledger-head.tsx'
import { Locked } from './locked.tsx'
import { Palette } from './palette.tsx'
import { SecondKey } from '../news/second-key.tsx'
import { Shortcuts } from './shortcuts.tsx'
import { beginningAnew } from '../state/forget.ts'
import { world } from '../state/world.ts'
import { TopBar } from './top-bar.tsx'
import { Warnings } from '../news/warnings.tsx'
import './console.css'
import './columns.css'
import './rows.css'
import './item.css'
import './witness.css'

/** The console: a page of the extension that holds names while unlocked, one secret at a time, and never a key. */
export function Console() {
  const status = world.value?.status ?? null
  if (status === null || beginningAnew.value)
    return (
      <main class="c-locked">
        <Skeleton rows={3} />
      </main>
    )
  if (status.state === 'second-key') return <SecondKey />
  if (status.state !== 'unlocked') return <Locked status={status} />
  return (
    <div class="c-page">
      <TopBar status={status} />
      <main class="c-main">
        <Warnings status={status} />
        <Body />
      </main>
      <ActSheet />
      <ImportDialog />
      <ExportDialog />
      <LedgerSheet status={status} />
      <Creating />
      <Palette />
      <Shortcuts />
    </div>
  )
}
