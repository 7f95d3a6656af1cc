import { ArrowLeft, SquareArrowOutUpRight } from 'lucide-preact'
import { useEffect, useRef } from 'preact/hooks'
import type { LoginRow } from '../messages/views.ts'
import { Button } from '../ui/button.tsx'
import { ClientName } from '../ui/client-bar.tsx'
import { IconButton } from '../ui/icon-button.tsx'
import { useHotkeys } from '../ui/use-hotkeys.ts'
import { common } from '../words/common.ts'
import { siteWords } from '../words/site.ts'
import { popupWords } from '../words/popup.ts'
import { LoginCode } from './login-code.tsx'
import { sayFit } from './say-fit.ts'
import { useFit } from './use-fit.ts'

export interface LoginDetailsProps {
  readonly row: LoginRow
  readonly tab: number | null
  readonly busy: boolean
  readonly onFill: () => void
  readonly onOpen: () => void
  readonly onBack: () => void
}

/** The folder, client and current one-time code of a login; never its password. */
export function LoginDetails({ row, tab, busy, onFill, onOpen, onBack }: LoginDetailsProps) {
  const t = popupWords()
  const fit = useFit(row, tab)
  const fillButton = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    fillButton.current?.focus()
  }, [])
  useHotkeys({ Escape: onBack, ArrowLeft: onBack })
  return (
    <section class="popup-details" aria-label={row.name}>
      <div class="popup-details-head">
        <IconButton icon={ArrowLeft} label={t.back} onClick={onBack} />
        <h2>{row.name}</h2>
      </div>
      <dl>
        <dt>{t.username}</dt>
        <dd>{row.username || t.noUsername}</dd>
        <dt>{t.client}</dt>
        <dd>
          <ClientName hue={row.client.hue} name={row.client.name} />
        </dd>
        <dt>{t.folder}</dt>
        <dd>{row.path.join(' › ')}</dd>
      </dl>
      {row.unsent !== null && <p class="popup-soft">{t.unsentMore[row.unsent]}</p>}
      <LoginCode row={row} />
      {fit !== null && (
        <p class="popup-soft popup-why" data-fit={fit.is}>
          {sayFit(fit)}
        </p>
      )}
      <Button kind="main" size="large" wide buttonRef={fillButton} busy={busy ? t.filling : null} onClick={onFill}>
        {common().fill}
      </Button>
      <Button wide icon={SquareArrowOutUpRight} title={siteWords().hint} onClick={onOpen}>
        {siteWords().open}
      </Button>
    </section>
  )
}
