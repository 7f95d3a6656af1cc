import { LockKeyhole } from 'lucide-preact'
import { ask } from '../../messages/ask.ts'
import type { Status } from '../../messages/views.ts'
import { Button } from '../../ui/button.tsx'
import { FailureBanner } from '../../ui/failure-banner.tsx'
import { Mark } from '../../ui/mark.tsx'
import { common } from '../../words/common.ts'
import { consoleWords } from '../../words/console.ts'
import { sayLimit } from '../../words/desk-limits.ts'
import { act } from '../state/failing.ts'

const open = act(async (_: null) => {
  await ask('window.unlock', null)
})

/** What the console is while there is nothing to show: one sentence, one button. */
export function Locked({ status }: { readonly status: Extract<Status, { state: 'locked' | 'no-server' }> }) {
  const t = consoleWords()
  const run = open.run.value
  const fresh = status.state === 'no-server'
  const because = status.state === 'locked' ? sayWhy(status) : null
  return (
    <main class="c-locked">
      <Mark size={40} named />
      <h1>{fresh ? t.noServerTitle : t.lockedTitle}</h1>
      {because !== null && <p>{because}</p>}
      <p class="c-soft">{fresh ? t.noServerHint : t.lockedHint}</p>
      {run.state === 'failed' && <FailureBanner code={run.code} />}
      <Button
        kind="main"
        size="large"
        icon={LockKeyhole}
        busy={run.state === 'busy' ? common().opening : null}
        onClick={() => void open.start(null)}
      >
        {fresh ? t.start : common().unlock}
      </Button>
    </main>
  )
}

function sayWhy({ why, limit }: Extract<Status, { state: 'locked' }>): string | null {
  if (why === null) return null
  return why === 'too-long' || why === 'unheard' ? sayLimit(why, limit) : consoleWords().lockedBecause[why]
}
