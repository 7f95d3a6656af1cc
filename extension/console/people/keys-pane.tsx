import { KeyRound, RotateCcwKey } from 'lucide-preact'
import { Button } from '../../ui/button.tsx'
import { keyWords } from '../../words/keys.ts'
import { rotationWords } from '../../words/rotation.ts'
import { KeyList } from './key-list.tsx'
import { SectionHead } from '../parts/section-head.tsx'
import { unlocked } from '../state/world.ts'
import { openFurtherKey, openNewKeys } from '../parts/further-key.ts'

/** The keys with which this person unlocks. */
export function KeysPane() {
  const k = keyWords()
  const r = rotationWords()
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
        <h3>{r.seenTitle}</h3>
        <p class="c-soft">{r.seenHint}</p>
        <div>
          <Button icon={RotateCcwKey} onClick={() => void openNewKeys()}>
            {r.open}
          </Button>
        </div>
      </div>
    </>
  )
}
