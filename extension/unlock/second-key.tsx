import { ask } from '../messages/ask.ts'
import { Button } from '../ui/button.tsx'
import { FailureBanner } from '../ui/failure-banner.tsx'
import { KeyDrawing } from '../ui/key-drawing.tsx'
import { navigate } from '../ui/router.ts'
import { common } from '../words/common.ts'
import { secondKeyWords } from '../words/second-key.ts'
import { Sheet } from './sheet.tsx'
import { useAct } from '../messages/use-act.ts'

/** Shown after unlocking with a person's only key when the policy demands two: a second must be registered first. */
export function SecondKey() {
  const t = secondKeyWords()
  const lock = useAct()
  return (
    <Sheet title={t.title} focusTitle>
      <p>{t.why}</p>
      <div class="sheet-touch">
        <KeyDrawing state="idle" />
      </div>
      <div class="sheet-acts">
        {lock.failed && <FailureBanner code={lock.failed.code} />}
        <Button
          kind="main"
          size="large"
          wide
          onClick={() => {
            navigate('/key')
          }}
        >
          {t.register}
        </Button>
        <Button
          size="large"
          wide
          onClick={() => {
            lock.run(async () => {
              await ask('lock', null)
            })
          }}
        >
          {common().lock}
        </Button>
      </div>
    </Sheet>
  )
}
