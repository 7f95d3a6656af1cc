import { useEffect, useState } from 'preact/hooks'
import { ask } from '../messages/ask.ts'
import type { RotationReview } from '../messages/rotation-view.ts'
import { Button } from '../ui/button.tsx'
import { FailureBanner } from '../ui/failure-banner.tsx'
import { navigate } from '../ui/router.ts'
import { Skeleton } from '../ui/skeleton.tsx'
import { common } from '../words/common.ts'
import { rotationWords } from '../words/rotation.ts'
import { unlockWords } from '../words/unlock.ts'
import { rotateKeys } from './ceremonies.ts'
import { NextPin } from './next-pin.tsx'
import { RotationTruths } from './rotation-truths.tsx'
import { leaveForConsole } from './setup.tsx'
import { Sheet } from './sheet.tsx'
import { Touch } from './touch.tsx'
import { failureOf } from '../messages/use-act.ts'

type Stage = 'review' | 'pin' | 'done'

/** For a person whose PIN and key may have been in other hands: explains what new keys mean, then asks for both PINs and one touch. */
export function NewKeys() {
  const r = rotationWords()
  const [stage, setStage] = useState<Stage>('review')
  switch (stage) {
    case 'review':
      return (
        <Review
          onRead={() => {
            setStage('pin')
          }}
        />
      )
    case 'pin':
      return (
        <NextPin
          title={r.title}
          step={[2, 2]}
          intro={r.pinHint}
          touched={r.signing}
          meanwhile={r.meanwhile}
          verb={r.sign}
          mayStay={false}
          ceremony={rotateKeys}
          onDone={() => {
            setStage('done')
          }}
        />
      )
    case 'done':
      return <Done />
  }
}

type Seen = { state: 'looking' } | { state: 'known'; review: RotationReview } | { state: 'failed'; code: string }

/** What will be true, judged by the keeper before anything is signed. */
function Review({ onRead }: { readonly onRead: () => void }) {
  const r = rotationWords()
  const [seen, setSeen] = useState<Seen>({ state: 'looking' })
  const look = () => {
    setSeen({ state: 'looking' })
    ask('rotate.review', null).then(
      (review) => {
        setSeen({ state: 'known', review })
      },
      (error: unknown) => {
        setSeen({ state: 'failed', code: failureOf(error).code })
      },
    )
  }
  useEffect(look, [])
  return (
    <Sheet title={r.title} step={[1, 2]} focusTitle>
      <p class="sheet-soft">{r.when}</p>
      {seen.state === 'looking' && <Skeleton rows={4} />}
      {seen.state === 'failed' && <FailureBanner code={seen.code} />}
      {seen.state === 'known' && <RotationTruths review={seen.review} />}
      <div class="sheet-acts">
        {seen.state === 'failed' ? (
          <Button size="large" wide onClick={look}>
            {common().retry}
          </Button>
        ) : (
          <Button kind="main" size="large" wide disabled={seen.state === 'looking'} onClick={onRead}>
            {common().continue}
          </Button>
        )}
      </div>
    </Sheet>
  )
}

function Done() {
  const t = unlockWords()
  const r = rotationWords()
  return (
    <Sheet title={r.done} focusTitle>
      <p>{r.doneHint}</p>
      <Touch state="touched" idle="" touched="" />
      <div class="sheet-acts">
        <Button
          kind="main"
          size="large"
          wide
          onClick={() => {
            navigate('/key')
          }}
        >
          {r.registerAnother}
        </Button>
        <Button size="large" wide onClick={() => void leaveForConsole()}>
          {t.openConsole}
        </Button>
      </div>
    </Sheet>
  )
}
