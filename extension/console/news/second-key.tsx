import { KeyRound, LockKeyhole } from 'lucide-preact'
import { ask } from '../../messages/ask.ts'
import { useAct } from '../../messages/use-act.ts'
import { Button } from '../../ui/button.tsx'
import { FailureBanner } from '../../ui/failure-banner.tsx'
import { Mark } from '../../ui/mark.tsx'
import { common } from '../../words/common.ts'
import { secondKeyWords } from '../../words/second-key.ts'
import { openFurtherKey } from '../parts/further-key.ts'

/** The console while the policy demands a second key from this person: says why, with buttons to register one or to lock. */
export function SecondKey() {
  const t = secondKeyWords()
  const act = useAct()
  const lock = () => {
    act.run(async () => {
      await ask('lock', null)
    })
  }
  return (
    <main class="c-locked">
      <Mark size={40} named />
      <h1>{t.title}</h1>
      <p>{t.why}</p>
      {act.failed && <FailureBanner code={act.failed.code} />}
      <div class="c-acts">
        <Button kind="main" size="large" icon={KeyRound} onClick={() => void openFurtherKey()}>
          {t.register}
        </Button>
        <Button size="large" icon={LockKeyhole} onClick={lock}>
          {common().lock}
        </Button>
      </div>
    </main>
  )
}
