import { Check, Clock, MousePointerClick, UserCheck } from 'lucide-preact'
import { useEffect, useState } from 'preact/hooks'
import { ask } from '../messages/ask.ts'
import { Banner } from '../ui/banner.tsx'
import { Button } from '../ui/button.tsx'
import { FailureBanner } from '../ui/failure-banner.tsx'
import { navigate } from '../ui/router.ts'
import { unlockWords } from '../words/unlock.ts'
import { Sheet } from './sheet.tsx'
import { Touch } from './touch.tsx'
import { failureOf } from '../messages/use-act.ts'

const EVERY = 3_000

type Seen = { state: 'waiting' } | { state: 'away' } | { state: 'approved' } | { state: 'ended'; code: string }

interface JoinWaitingProps {
  readonly code: string
  readonly orgName: string
  /** Whether this window registered the key; if not, somebody else who had the code did. */
  readonly here: boolean
}

/** The key is registered: says what happens next, and notices when somebody has approved it. */
export function JoinWaiting({ code, orgName, here }: JoinWaitingProps) {
  const t = unlockWords()
  const [seen, setSeen] = useState<Seen>({ state: 'waiting' })
  const over = seen.state === 'approved' || seen.state === 'ended'
  useEffect(() => {
    if (over) return
    const timer = setInterval(() => void look(code).then(setSeen), EVERY)
    return () => {
      clearInterval(timer)
    }
  }, [code, over])
  if (seen.state === 'approved') {
    return (
      <Sheet title={t.approvedTitle} focusTitle>
        <Touch state="touched" idle="" touched={t.approvedHint(orgName)} />
        <div class="sheet-acts">
          <Button
            kind="main"
            size="large"
            wide
            onClick={() => {
              navigate('/', 'replace')
            }}
          >
            {t.unlockNow}
          </Button>
        </div>
      </Sheet>
    )
  }
  return (
    <Sheet title={t.waitingTitle} focusTitle>
      <ul class="sheet-steps">
        <li data-done="true">
          <Check size={16} aria-hidden="true" />
          {here ? t.waitingDone : t.waitingAsked}
        </li>
        <li>
          <UserCheck size={16} aria-hidden="true" />
          {t.waitingHint(orgName)}
        </li>
        <li>
          <MousePointerClick size={16} aria-hidden="true" />
          {t.waitingTell}
        </li>
        <li>
          <Clock size={16} aria-hidden="true" />
          {t.waitingThen}
        </li>
      </ul>
      <div role="status">{seen.state === 'away' && <Banner kind="warn" title={t.waitingRetry} />}</div>
      {seen.state === 'ended' && <FailureBanner code={seen.code} />}
    </Sheet>
  )
}

async function look(code: string): Promise<Seen> {
  try {
    const { state } = await ask('join.look', { code })
    if (state === 'used') return { state: 'approved' }
    return state === 'expired' ? { state: 'ended', code: 'invitation-expired' } : { state: 'waiting' }
  } catch (thrown) {
    const failed = failureOf(thrown)
    return failed.code === 'invitation-unknown' ? { state: 'ended', code: failed.code } : { state: 'away' }
  }
}
