import { KeyRound } from 'lucide-preact'
import { ask } from '../messages/ask.ts'
import { Button } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { common } from '../words/common.ts'
import { secondKeyWords } from '../words/second-key.ts'

/** The popup while the policy demands a second key from this person: says why, with buttons to register one or to lock. */
export function SecondKey({ leave }: { readonly leave: () => void }) {
  const t = secondKeyWords()
  return (
    <EmptyState
      icon={KeyRound}
      title={t.title}
      act={
        <div class="popup-acts">
          <Button kind="main" wide onClick={() => void ask('window.further-key', null).then(leave, () => null)}>
            {t.register}
          </Button>
          <Button wide onClick={() => void ask('lock', null).then(leave, () => null)}>
            {common().lock}
          </Button>
        </div>
      }
    >
      {t.why}
    </EmptyState>
  )
}
