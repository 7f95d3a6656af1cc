import { useRef, useState } from 'preact/hooks'
import { Button } from '../ui/button.tsx'
import { FailureBanner } from '../ui/failure-banner.tsx'
import { PinField } from '../ui/pin-field.tsx'
import { common } from '../words/common.ts'
import { sayFailure } from '../words/failures.ts'
import { keyWords } from '../words/keys.ts'
import { unlockWords } from '../words/unlock.ts'
import { Sheet, SheetForm } from './sheet.tsx'
import { Touch, type Touching } from './touch.tsx'
import { useAct } from '../messages/use-act.ts'

const aboutTheNext = new Set(['short-pin', 'weak-pin', 'same-pin'])

export interface NextPinProps {
  readonly title: string
  readonly intro: string
  readonly step?: readonly [n: number, of: number]
  /** The texts once the key has answered, and before. */
  readonly touched: string
  readonly meanwhile: string
  /** The verb of the act; by default "Continue". */
  readonly verb?: string
  /** Whether the new PIN may equal the current one, which somebody may know. */
  readonly mayStay: boolean
  /** The ceremony itself. */
  readonly ceremony: (pin: string, next: string, signal: AbortSignal, onTouched: () => void) => Promise<void>
  readonly onDone: () => void
}

/** Asks for the current PIN, the new one twice, then one touch of the key in use; no other key is accepted. */
export function NextPin({ title, intro, step, touched, meanwhile, verb, mayStay, ceremony, onDone }: NextPinProps) {
  const t = unlockWords()
  const k = keyWords()
  const act = useAct()
  const [pins, setPins] = useState({ now: '', next: '', again: '' })
  const [told, setTold] = useState(false)
  const [touching, setTouching] = useState<Touching>('idle')
  const differ = pins.next !== pins.again
  const same = !mayStay && pins.next === pins.now
  const submit = () => {
    setTold(true)
    // Once the person types, the error of an earlier try is not shown again, because it would take the focus.
    if (pins.now === '' || differ || same) return act.cancel()
    setTouching('waiting')
    act.run(async (signal) => {
      await ceremony(pins.now, pins.next, signal, () => {
        setTouching('touched')
      })
      setPins({ now: '', next: '', again: '' })
      onDone()
    })
  }
  const tries = act.failed?.data.triesLeft ?? null
  // The tries left stay shown: a later failure, such as a weak PIN or no answer, gives none of them back.
  const left = useRef<number | null>(null)
  left.current = tries ?? left.current
  const code = told && same ? 'same-pin' : tries === 0 ? 'credential-dead' : (act.failed?.code ?? null)
  const sayIf = (about: boolean) => {
    const { what, next } = sayFailure(code ?? 'unknown')
    return about ? `${what} ${next}` : null
  }
  const wrong = code === 'wrong-pin'
  const weak = code !== null && aboutTheNext.has(code)
  const setPin = (which: keyof typeof pins) => (text: string) => {
    setTold(false)
    setPins({ ...pins, [which]: text })
  }
  return (
    <Sheet title={title} {...(step === undefined ? {} : { step })}>
      <p class="sheet-soft">{intro}</p>
      <SheetForm onSubmit={submit}>
        {act.busy ? (
          <>
            <Touch state={touching} idle="" touched={touched} />
            <p class="sheet-soft sheet-centred">{meanwhile}</p>
          </>
        ) : (
          <>
            <PinField
              label={k.pinNow}
              error={told && pins.now === '' ? k.pinTyped : sayIf(wrong)}
              tries={left.current}
              value={pins.now}
              onInput={setPin('now')}
              autoFocus
            />
            <PinField
              label={k.pinNext}
              hint={t.pinRule}
              error={sayIf(weak)}
              value={pins.next}
              onInput={setPin('next')}
            />
            <PinField
              label={t.pinAgain}
              error={told && differ ? t.pinsDiffer : null}
              value={pins.again}
              onInput={setPin('again')}
            />
          </>
        )}
        <div class="sheet-acts">
          {code !== null && !wrong && !weak && <FailureBanner code={code} />}
          {act.busy ? (
            // Needs a key of its own: otherwise the same DOM node becomes the submit button, and the click that cancels submits again.
            <Button key="cancel" size="large" wide disabled={touching === 'touched'} onClick={act.cancel}>
              {common().cancel}
            </Button>
          ) : (
            <Button key="submit" type="submit" kind="main" size="large" wide>
              {verb ?? common().continue}
            </Button>
          )}
        </div>
      </SheetForm>
    </Sheet>
  )
}
