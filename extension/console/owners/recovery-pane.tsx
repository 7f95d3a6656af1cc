import { Button } from '../../ui/button.tsx'
import { ownerWords } from '../../words/console-owners.ts'
import { recoveryWords } from '../../words/recovery.ts'
import { DetailHead } from '../parts/detail-head.tsx'
import { pathTo } from '../state/screens.ts'
import { openReview } from '../state/sheet.ts'
import type { Recoverable } from '../state/waiting.ts'

/** A personal folder whose person came back under new keys: an owner proposes to give it back. */
export function RecoveryPane({ recoverable: { folder, to, name } }: { readonly recoverable: Recoverable }) {
  const t = recoveryWords()
  const who = name ?? ownerWords().somebody
  return (
    <>
      <DetailHead title={t.waitTitle(who)} above={pathTo({ at: 'waiting' })} />
      <div class="c-pad c-form">
        <p>{t.waitHint(who)}</p>
        <p>{t.waitFirst(who)}</p>
        <div class="c-acts">
          <Button kind="main" onClick={() => void openReview({ do: 'recover-folder', folder, to })}>
            {t.review}
          </Button>
        </div>
      </div>
    </>
  )
}
