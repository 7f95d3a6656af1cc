import { signal } from '@preact/signals'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { ownerWords } from '../../words/console-owners.ts'
import { consoleWords } from '../../words/console.ts'
import { owners, unlocked } from '../state/world.ts'

/** P10: a desk keeps nothing in clear, so "dismissed" lasts as long as the page. */
const dismissed = signal(false)

/** Two owners decide nothing more once one of them has lost their keys: owners are told to be three. */
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
