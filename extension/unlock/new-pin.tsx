import { useState } from 'preact/hooks'
import { Button } from '../ui/button.tsx'
import { FailureBanner } from '../ui/failure-banner.tsx'
import { PinField } from '../ui/pin-field.tsx'
import { common } from '../words/common.ts'
import { sayFailure } from '../words/failures.ts'
import { unlockWords } from '../words/unlock.ts'
import { beginEnrolment, type NewCeremony, type Enrolment } from './ceremonies.ts'
import { Sheet, SheetForm } from './sheet.tsx'
import { useAct } from '../messages/use-act.ts'

const aboutThePin = new Set(['short-pin', 'weak-pin'])

export interface NewPinProps {
  readonly step: readonly [number, number]
  readonly enrolment: Enrolment
  readonly onBack?: () => void
  readonly onBegun: (begun: NewCeremony) => void
}

/** A new PIN, asked twice; the keeper judges it and begins to stretch it while the person reaches for the key. */
export function NewPin({ step, enrolment, onBack, onBegun }: NewPinProps) {
  const further = enrolment.kind === 'further-key'
  const t = unlockWords()
  const act = useAct()
  const [first, setFirst] = useState('')
  const [again, setAgain] = useState('')
  const [differ, setDiffer] = useState(false)
  const submit = () => {
    setDiffer(first !== again)
    if (first !== again) return
    act.run(async (signal) => {
      const begun = await beginEnrolment(enrolment, first)
      if (!signal.aborted) onBegun(begun)
    })
  }
  const { code } = act.failed ?? { code: null }
  const refused = code !== null && aboutThePin.has(code) ? sayFailure(code) : null
  return (
    <Sheet title={further ? t.pinForKeyTitle : t.pinTitle} step={step} {...(onBack === undefined ? {} : { onBack })}>
      <p>{further ? t.pinForKeyMeaning : t.pinMeaning}</p>
      <SheetForm onSubmit={submit}>
        <PinField
          label={further ? t.pinForKey : t.pinCloison}
          hint={t.pinRule}
          error={refused && `${refused.what} ${refused.next}`}
          value={first}
          onInput={setFirst}
          autoFocus
        />
        <PinField
          label={t.pinAgain}
          error={differ ? t.pinsDiffer : null}
          value={again}
          onInput={(typed) => {
            setAgain(typed)
            setDiffer(false)
          }}
        />
        <div class="sheet-acts">
          {code !== null && !refused && <FailureBanner code={code} />}
          <Button type="submit" kind="main" size="large" wide busy={act.busy ? t.reaching : null}>
            {common().continue}
          </Button>
        </div>
      </SheetForm>
    </Sheet>
  )
}
