import { KeyRound, LockKeyhole } from 'lucide-preact'
import { ask } from '../../messages/ask.ts'
import { Button } from '../../ui/button.tsx'
import { FailureBanner } from '../../ui/failure-banner.tsx'
import { Mark } from '../../ui/mark.tsx'
import { common } from '../../words/common.ts'
import { secondKeyWords } from '../../words/second-key.ts'
import { openFurtherKey } from '../parts/further-key.ts'
import { act } from '../state/failing.ts'

const lock = act(async (_: null) => {
  await ask('lock', null)
})

/** What the console is while its person owes a second key: why, and the two ways on. */
export function SecondKey() {
  const t = secondKeyWords()
  const run = lock.run.value
  return (
    <main class="c-locked">
      <Mark size={40} named />
      <h1>{t.title}</h1>
      <p>{t.why}</p>
      {run.state === 'failed' && <FailureBanner code={run.code} />}
      <div class="c-acts">
        <Button kind="main" size="large" icon={KeyRound} onClick={() => void openFurtherKey()}>
          {t.register}
        </Button>
        <Button size="large" icon={LockKeyhole} onClick={() => void lock.start(null)}>
          {common().lock}
        </Button>
      </div>
    </main>
  )
}
