import { useState } from 'preact/hooks'
import { Button } from '../../ui/button.tsx'
import { Picker } from '../../ui/picker.tsx'
import { folderWords } from '../../words/console-folders.ts'
import { ownerWords } from '../../words/console-owners.ts'
import { DetailHead } from '../parts/detail-head.tsx'
import { personChoices } from '../state/choices.ts'
import { pathTo } from '../state/screens.ts'
import { openReview } from '../state/sheet.ts'
import type { Orphan } from '../state/waiting.ts'
import { owners, unlocked } from '../state/world.ts'

/** A folder that nobody manages: an owner proposes which owner takes it over. */
export function OrphanPane({ orphan }: { readonly orphan: Orphan }) {
  const t = ownerWords()
  const [by, setBy] = useState<string>(unlocked.value?.me.member ?? '')
  const chosen = owners.value.find(({ member }) => member === by) ?? null
  return (
    <>
      <DetailHead title={orphan.name ?? t.orphanUnnamed} above={pathTo({ at: 'waiting' })}>
        {orphan.path.length > 1 && <p class="c-soft">{orphan.path.join(' › ')}</p>}
      </DetailHead>
      <form
        class="c-pad c-form"
        onSubmit={(event) => {
          event.preventDefault()
          if (chosen !== null) void openReview({ do: 'adopt-folder', folder: orphan.folder, by: chosen.member })
        }}
      >
        <p>{t.orphanHint}</p>
        <Picker label={t.adopter} value={by} choices={personChoices(owners.value)} onChange={setBy} />
        <div class="c-acts">
          <Button kind="main" type="submit">
            {folderWords().review}
          </Button>
        </div>
      </form>
    </>
  )
}
