import { useState } from 'preact/hooks'
import { Button } from '../ui/button.tsx'
import { unlockWords } from '../words/unlock.ts'
import type { NewCeremony } from './ceremonies.ts'
import { NewKey } from './new-key.tsx'
import { NewPin } from './new-pin.tsx'
import { leaveForConsole } from './setup.tsx'
import { Sheet } from './sheet.tsx'
import { Touch } from './touch.tsx'

type Stage = { at: 'pin' } | { at: 'key'; begun: NewCeremony } | { at: 'done' }

/** One more key for the same person, with a PIN of its own. */
export function FurtherKey() {
  const t = unlockWords()
  const [stage, setStage] = useState<Stage>({ at: 'pin' })
  switch (stage.at) {
    case 'pin':
      return (
        <NewPin
          step={[1, 2]}
          enrolment={{ kind: 'further-key' }}
          onBegun={(begun) => {
            setStage({ at: 'key', begun })
          }}
        />
      )
    case 'key':
      return (
        <NewKey
          step={[2, 2]}
          begun={stage.begun}
          onDone={() => {
            setStage({ at: 'done' })
          }}
        />
      )
    case 'done':
      return (
        <Sheet title={t.furtherDoneTitle} focusTitle>
          <p>{t.furtherDoneHint}</p>
          <Touch state="touched" idle="" touched="" />
          <div class="sheet-acts">
            <Button kind="main" size="large" wide onClick={() => void leaveForConsole()}>
              {t.openConsole}
            </Button>
          </div>
        </Sheet>
      )
  }
}
