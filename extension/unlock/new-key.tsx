import { useEffect, useRef, useState } from 'preact/hooks'
import { Button } from '../ui/button.tsx'
import { FailureBanner } from '../ui/failure-banner.tsx'
import { attestationWords } from '../words/attestation.ts'
import { common } from '../words/common.ts'
import { unlockWords } from '../words/unlock.ts'
import { enrolKey, type NewCeremony } from './ceremonies.ts'
import { Sheet, SheetForm } from './sheet.tsx'
import { Touch, type Touching } from './touch.tsx'
import { useAct } from '../messages/use-act.ts'

export interface NewKeyProps {
  readonly step: readonly [number, number]
  readonly begun: NewCeremony
  readonly onDone: (state: 'unlocked' | 'waiting') => void
}

/** Registers the key under the PIN just chosen. */
export function NewKey({ step, begun, onDone }: NewKeyProps) {
  const t = unlockWords()
  const act = useAct()
  const [touching, setTouching] = useState<Touching>('idle')
  const button = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    button.current?.focus()
  }, [])
  /** The enrolment begun with the PIN serves one try; each later try begins a new one. */
  const next = useRef(begun)
  const further = begun.enrolment.kind === 'further-key'
  const start = () => {
    if (act.busy) return
    setTouching('waiting')
    act.run(async (signal) => {
      const current = next.current
      next.current = { ...current, until: 0 }
      const progress = (now: 'again' | 'touched') => {
        if (!signal.aborted) setTouching(now)
      }
      const state = await enrolKey(current, signal, progress)
      if (!signal.aborted) onDone(state)
    })
  }
  const shown = act.busy ? touching : 'idle'
  const busyWord = shown === 'touched' ? common().saving : t.waitingForKey
  return (
    <Sheet title={further ? t.furtherKeyTitle : t.keyTitle} step={step}>
      <p>{further ? t.furtherKeyMeaning : t.keyMeaning}</p>
      <SheetForm onSubmit={start}>
        {begun.creation.attested && <p class="sheet-soft">{attestationWords().consent}</p>}
        <Touch state={shown} idle={t.keyPinToo} touched={t.finishing} />
        <div class="sheet-acts">
          {act.failed && <FailureBanner code={act.failed.code} />}
          <Button type="submit" kind="main" size="large" wide buttonRef={button} busy={act.busy ? busyWord : null}>
            {act.failed ? common().retry : t.useKey}
          </Button>
          {act.busy && shown !== 'touched' && (
            <Button size="large" wide onClick={act.cancel}>
              {common().cancel}
            </Button>
          )}
        </div>
      </SheetForm>
    </Sheet>
  )
}
