import { useEffect, useState } from 'preact/hooks'
import { ask } from '../messages/ask.ts'
import type { KeyView } from '../messages/views.ts'
import { Button } from '../ui/button.tsx'
import { FailureBanner } from '../ui/failure-banner.tsx'
import { PinField } from '../ui/pin-field.tsx'
import { clockOf, dayOf } from '../ui/time.ts'
import { common } from '../words/common.ts'
import { sayFailure } from '../words/failures.ts'
import { keyWords } from '../words/keys.ts'
import { unlockWords } from '../words/unlock.ts'
import { changePin } from './ceremonies.ts'
import { leaveForConsole } from './setup.tsx'
import { Sheet, SheetForm } from './sheet.tsx'
import { Touch, type Touching } from './touch.tsx'
import { useAct } from './use-act.ts'

const aboutTheNext = new Set(['short-pin', 'weak-pin'])

/** The PIN until now, the next one twice, then one touch: of the key in use, and of no other. */
export function ChangePin() {
  const t = unlockWords()
  const k = keyWords()
  const act = useAct()
  const key = useKeyInUse()
  const [pins, setPins] = useState({ now: '', next: '', again: '' })
  const [told, setTold] = useState(false)
  const [touching, setTouching] = useState<Touching | 'done'>('idle')
  const differ = pins.next !== pins.again
  const submit = () => {
    setTold(true)
    if (pins.now === '' || differ) return
    setTouching('waiting')
    act.run(async (signal) => {
      await changePin(pins.now, pins.next, signal, () => {
        setTouching('touched')
      })
      setPins({ now: '', next: '', again: '' })
      setTouching('done')
    })
  }
  if (touching === 'done') return <Done />
  const tries = act.failed?.data.triesLeft ?? null
  const code = tries === 0 ? 'credential-dead' : (act.failed?.code ?? null)
  const said = (about: boolean) => {
    const { what, next } = sayFailure(code ?? 'unknown')
    return about ? `${what} ${next}` : null
  }
  const wrong = code === 'wrong-pin'
  const weak = code !== null && aboutTheNext.has(code)
  const typed = (which: keyof typeof pins) => (text: string) => {
    setTold(false)
    setPins({ ...pins, [which]: text })
  }
  return (
    <Sheet title={k.pinTitle}>
      <p class="sheet-soft">
        {key === null ? k.pinOfThisKey : k.pinOfKey(dayOf(key.createdAt), clockOf(key.createdAt))}
      </p>
      <SheetForm onSubmit={submit}>
        {act.busy ? (
          <>
            <Touch state={touching} idle="" touched={k.pinSealing} />
            <p class="sheet-soft sheet-centred">{k.pinStays}</p>
          </>
        ) : (
          <>
            <PinField
              label={k.pinNow}
              error={told && pins.now === '' ? k.pinTyped : said(wrong)}
              tries={tries}
              value={pins.now}
              onInput={typed('now')}
              autoFocus
            />
            <PinField label={k.pinNext} hint={t.pinRule} error={said(weak)} value={pins.next} onInput={typed('next')} />
            <PinField
              label={t.pinAgain}
              error={told && differ ? t.pinsDiffer : null}
              value={pins.again}
              onInput={typed('again')}
            />
          </>
        )}
        <div class="sheet-acts">
          {code !== null && !wrong && !weak && <FailureBanner code={code} />}
          {act.busy ? (
            <Button size="large" wide disabled={touching === 'touched'} onClick={act.cancel}>
              {common().cancel}
            </Button>
          ) : (
            <Button type="submit" kind="main" size="large" wide>
              {common().continue}
            </Button>
          )}
        </div>
      </SheetForm>
    </Sheet>
  )
}

/** The key that this is about; null until known, and where the server cannot be asked now. */
function useKeyInUse(): KeyView | null {
  const [key, setKey] = useState<KeyView | null>(null)
  useEffect(() => {
    ask('keys.list', { member: null }).then(
      (keys) => {
        setKey(keys.find(({ inUse }) => inUse) ?? null)
      },
      () => undefined,
    )
  }, [])
  return key
}

function Done() {
  const t = unlockWords()
  const k = keyWords()
  return (
    <Sheet title={k.pinDone} focusTitle>
      <p>{k.pinDoneHint}</p>
      <Touch state="touched" idle="" touched="" />
      <div class="sheet-acts">
        <Button kind="main" size="large" wide onClick={() => void leaveForConsole()}>
          {t.openConsole}
        </Button>
      </div>
    </Sheet>
  )
}
