import { SquareArrowOutUpRight } from 'lucide-preact'
import { useState } from 'preact/hooks'
import { ask } from '../../messages/ask.ts'
import type { FolderView, ItemRow } from '../../messages/views.ts'
import { Button } from '../../ui/button.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { toast } from '../../ui/toast.tsx'
import { sayFailure } from '../../words/failures.ts'
import { siteWords } from '../../words/site.ts'
import { codeOf } from '../state/failing.ts'

/** Whether there is something to open, and this person may fill it: a web login with an address, in a folder that is not closed. */
export const mayOpenSite = ({ level, closed }: FolderView, { kind, urls }: ItemRow): boolean =>
  level !== null && closed === 'no' && kind === 'login' && urls.some(({ match }) => match !== 'none')

/** P8: the person's click. Opens the login's first address in a new tab, and fills it there; why not is said here, or over that tab. */
export async function openSite({ folder, item }: ItemRow): Promise<void> {
  try {
    await ask('site.open', { folder, item })
  } catch (error) {
    const { what, next } = sayFailure(codeOf(error))
    toast(`${what} ${next}`)
  }
}

/** "Open and fill", beside a login's name. */
export function OpenSite({ row }: { readonly row: ItemRow }) {
  const [busy, setBusy] = useState(false)
  const t = siteWords()
  return (
    <Button
      icon={SquareArrowOutUpRight}
      title={t.hint}
      busy={busy ? t.opening : null}
      onClick={() => {
        setBusy(true)
        void openSite(row).finally(() => {
          setBusy(false)
        })
      }}
    >
      {t.open}
    </Button>
  )
}

/** The same at the end of a login's row. */
export function OpenSiteOfRow({ row, active }: { readonly row: ItemRow; readonly active: boolean }) {
  return (
    <IconButton
      icon={SquareArrowOutUpRight}
      label={siteWords().openNamed(row.name)}
      tabIndex={active ? 0 : -1}
      onClick={() => void openSite(row)}
    />
  )
}
