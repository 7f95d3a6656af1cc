import { Copy, Eye } from 'lucide-preact'
import { useCallback, useEffect, useState } from 'preact/hooks'
import { ask, AskFailure } from '../messages/ask.ts'
import type { CodeView } from '../messages/code-view.ts'
import type { LoginRow } from '../messages/views.ts'
import { Button } from '../ui/button.tsx'
import { FailureBanner } from '../ui/failure-banner.tsx'
import { OneTimeCode } from '../ui/one-time-code.tsx'
import { common } from '../words/common.ts'
import { popupWords } from '../words/popup.ts'

/** The one-time code of a login, for those who may read it. A copied code is cleared again. Empty when there is no code. */
export function LoginCode({ row: { folder, item } }: { readonly row: LoginRow }) {
  const [view, setView] = useState<CodeView | null>(null)
  const [copied, setCopied] = useState<number | null>(null)
  const [failed, setFailed] = useState<string | null>(null)
  const t = popupWords()
  const fail = (thrown: unknown) => {
    setFailed(thrown instanceof AskFailure ? thrown.code : 'unknown')
  }
  const look = useCallback(
    (purpose: 'look' | 'show') => {
      ask('code.look', { of: { by: 'item', folder, item }, purpose }).then(setView, fail)
    },
    [folder, item],
  )
  const next = useCallback(() => {
    look('look')
  }, [look])
  useEffect(next, [next])
  const copy = () => {
    ask('code.copy', { by: 'item', folder, item }).then(({ seconds }) => {
      setCopied(seconds)
    }, fail)
  }
  if (failed !== null) return <FailureBanner code={failed} />
  if (view === null || view.is === 'none' || view.is === 'closed') return null
  return (
    <section class="popup-code" aria-label={t.code}>
      <h3>{t.code}</h3>
      {view.is === 'on-request' ? (
        <>
          <Button
            size="small"
            icon={Eye}
            onClick={() => {
              look('show')
            }}
          >
            {t.showCode}
          </Button>
          <p class="popup-soft">{t.showCodeRecorded}</p>
        </>
      ) : (
        <>
          <OneTimeCode code={view.code} until={view.until} period={view.period} onOver={next} />
          <Button size="small" icon={Copy} onClick={copy}>
            {t.copyCode}
          </Button>
        </>
      )}
      <p class="popup-soft" role="status">
        {copied !== null && common().copiedFor(copied)}
      </p>
    </section>
  )
}
