import { signal } from '@preact/signals'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { ownerWords } from '../../words/console-owners.ts'
import { consoleWords } from '../../words/console.ts'
import { owners, unlocked } from '../state/world.ts'

/** P10: a desk stores nothing in clear, so a dismissal lasts only as long as the page. */
const dismissed = signal(false)

/** Advises to have three owners: of two, the one who remains can decide nothing once the other has lost their keys. */
export function ThreeOwners() {
  const t = ownerWords()
  const count = owners.value.length
  if (dismissed.value || unlocked.value?.me.role !== 'owner' || count >= 3) return null
  return (
    <div class="c-hint">
      <Banner
        kind="info"
        title={t.threeTitle(count)}
        act={
          <Button
            size="small"
            onClick={() => {
              dismissed.value = true
            }}
          >
            {consoleWords().dismiss}
          </Button>
        }
      >
        {t.threeHint}
      </Banner>
    </div>
  )
}
