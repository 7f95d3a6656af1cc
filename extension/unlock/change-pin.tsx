import { useEffect, useState } from 'preact/hooks'
import { ask } from '../messages/ask.ts'
import type { KeyView } from '../messages/views.ts'
import { Button } from '../ui/button.tsx'
import { clockOf, dayOf } from '../ui/time.ts'
import { keyWords } from '../words/keys.ts'
import { unlockWords } from '../words/unlock.ts'
import { changePin } from './ceremonies.ts'
import { NextPin } from './next-pin.tsx'
import { leaveForConsole } from './setup.tsx'
import { Sheet } from './sheet.tsx'
import { Touch } from './touch.tsx'

/** Changes the PIN of the key in use. */
export function ChangePin() {
  const k = keyWords()
  const key = useKeyInUse()
  const [done, setDone] = useState(false)
  if (done) return <Done />
  return (
    <NextPin
      title={k.pinTitle}
      intro={introOf(key)}
      touched={k.pinSealing}
      meanwhile={k.pinStays}
      mayStay
      ceremony={changePin}
      onDone={() => {
        setDone(true)
      }}
    />
  )
}

function introOf(key: KeyView | null): string {
  const k = keyWords()
  if (key === null) return k.pinOfThisKey
  return key.label === null ? k.pinOfKey(dayOf(key.createdAt), clockOf(key.createdAt)) : k.pinOfNamed(key.label)
}

/** The key whose PIN changes; null until known, and while the server cannot be reached. */
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
