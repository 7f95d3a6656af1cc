import { useEffect, useState } from 'preact/hooks'
import type { UnlockResult } from '../messages/contract.ts'
import { Button } from '../ui/button.tsx'
import { FailureBanner } from '../ui/failure-banner.tsx'
import { clockOf } from '../ui/time.ts'
import { keyWords } from '../words/keys.ts'
import { unlockWords } from '../words/unlock.ts'
import { unlockWithKeyAlone } from './ceremonies.ts'
import { Sheet, SheetForm } from './sheet.tsx'
import { Touch, type Touching } from './touch.tsx'
import { useAct } from '../messages/use-act.ts'

/** After these failures the touch may be tried again; after any other, the PIN is needed. */
const again = new Set(['key-cancelled', 'server-unreachable', 'worker-gone', 'database-down', 'bad-nonce'])

interface TouchScreenProps {
  readonly orgName: string | null
  /** Why it is locked. */
  readonly reason: string | null
  /** When the shift ends, ms since 1970. */
  readonly until: number
  readonly onUnlocked: (opened: UnlockResult) => void
  /** Goes on with the PIN: because the person chose to (null), or because of this failure. */
  readonly onPin: (code: string | null) => void
}

/** Within the shift: the key is asked for as soon as the window is there. */
export function TouchScreen({ orgName, reason, until, onUnlocked, onPin }: TouchScreenProps) {
  const t = unlockWords()
  const k = keyWords()
  const act = useAct()
  const [touching, setTouching] = useState<Touching>('idle')
  const start = () => {
    if (act.busy) return
    setTouching('waiting')
    act.run(async (signal) => {
      const opened = await unlockWithKeyAlone(signal, () => {
        setTouching('touched')
      })
      onUnlocked(opened)
    })
  }
  useEffect(() => {
    // Browsers refuse WebAuthn to a page that is not visible.
    if (document.hasFocus()) start()
  }, [])
  const code = act.failed?.code ?? null
  useEffect(() => {
    if (code !== null && !again.has(code)) onPin(code)
  }, [code])
  return (
    <Sheet title={orgName ?? t.unlockHere} pageTitle={t.unlockHere}>
      {reason !== null && <p class="sheet-soft">{reason}</p>}
      <SheetForm onSubmit={start}>
        <Touch state={act.busy ? touching : 'idle'} idle={k.touchTitle} touched={t.opening} />
        <p class="sheet-soft sheet-centred">{k.touchUntil(clockOf(until))}</p>
        <div class="sheet-acts">
          {code !== null && again.has(code) && <FailureBanner code={code} />}
          {!act.busy && (
            <Button type="submit" kind="main" size="large" wide>
              {k.touchAct}
            </Button>
          )}
          <Button
            size="large"
            wide
            onClick={() => {
              act.cancel()
              onPin(null)
            }}
          >
            {k.usePin}
          </Button>
        </div>
      </SheetForm>
    </Sheet>
  )
}
