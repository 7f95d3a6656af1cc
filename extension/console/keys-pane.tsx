import { KeyRound } from 'lucide-preact'
import { Button } from '../ui/button.tsx'
import { keyWords } from '../words/keys.ts'
import { KeyList } from './key-list.tsx'
import { SectionHead } from './section-head.tsx'
import { unlocked } from './state/world.ts'
import { openFurtherKey } from './further-key.ts'

/** The keys with which this person unlocks. */
export function KeysPane() {
  const k = keyWords()
  const me = unlocked.value?.me.member ?? null
  if (me === null) return null
  return (
    <>
      <SectionHead
        title={k.myKeys}
        acts={
          <Button kind="main" icon={KeyRound} onClick={() => void openFurtherKey()}>
            {k.another}
          </Button>
        }
      />
      <div class="c-pad">
        <KeyList member={me} who={null} />
      </div>
    </>
  )
}
