import { LockKeyhole } from 'lucide-preact'
import { ask } from '../../messages/ask.ts'
import { useAct } from '../../messages/use-act.ts'
import type { Status } from '../../messages/views.ts'
import { Button } from '../../ui/button.tsx'
import { FailureBanner } from '../../ui/failure-banner.tsx'
import { Mark } from '../../ui/mark.tsx'
import { common } from '../../words/common.ts'
import { consoleWords } from '../../words/console.ts'
import { sayLimit } from '../../words/desk-limits.ts'

/** The console while the vault is locked or no server is known: says why, with one button. */
export function Locked({ status }: { readonly status: Extract<Status, { state: 'locked' | 'no-server' }> }) {
  const t = consoleWords()
  const act = useAct()
  const open = () => {
    act.run(async () => {
      await ask('window.unlock', null)
    })
  }
  const fresh = status.state === 'no-server'
  const because = status.state === 'locked' ? sayWhy(status) : null
  return (
    <main class="c-locked">
      <Mark size={40} named />
      <h1>{fresh ? t.noServerTitle : t.lockedTitle}</h1>
      {because !== null && <p>{because}</p>}
      <p class="c-soft">{fresh ? t.noServerHint : t.lockedHint}</p>
      {act.failed && <FailureBanner code={act.failed.code} />}
      <Button kind="main" size="large" icon={LockKeyhole} busy={act.busy ? common().opening : null} onClick={open}>
        {fresh ? t.start : common().unlock}
      </Button>
    </main>
  )
}

function sayWhy({ why, limit }: Extract<Status, { state: 'locked' }>): string | null {
  if (why === null) return null
  return why === 'too-long' || why === 'unheard' ? sayLimit(why, limit) : consoleWords().lockedBecause[why]
}
