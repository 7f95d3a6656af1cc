import { Copy } from 'lucide-preact'
import { useCallback, useEffect, useState } from 'preact/hooks'
import { ask } from '../../messages/ask.ts'
import type { CodeView } from '../../messages/code-view.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import { OneTimeCode } from '../../ui/one-time-code.tsx'
import { toast } from '../../ui/toast.tsx'
import { common } from '../../words/common.ts'
import { itemWords } from '../../words/console-items.ts'
import { Cell } from '../parts/value.tsx'

/** The current one-time code of a login. The login is already open, so this opens no further secret. */
export function CodeValue({ totp }: { readonly totp: string }) {
  const [view, setView] = useState<CodeView | null>(null)
  const t = itemWords()
  const look = useCallback(() => {
    ask('code.look', { of: { by: 'seed', totp }, purpose: 'show' }).then(setView, () => undefined)
  }, [totp])
  useEffect(look, [look])
  const copy = async () => {
    const { seconds } = await ask('code.copy', { by: 'seed', totp })
    toast(common().copiedFor(seconds))
  }
  if (view === null) return null
  return (
    <div class="c-value-row">
      <dt>{t.code}</dt>
      {view.is === 'shown' ? (
        <Cell acts={<IconButton icon={Copy} label={common().copyValue(t.code)} onClick={() => void copy()} />}>
          <OneTimeCode code={view.code} until={view.until} period={view.period} onOver={look} />
        </Cell>
      ) : (
        <Cell acts={null}>
          <span class="c-soft">{t.noCode}</span>
        </Cell>
      )}
    </div>
  )
}
