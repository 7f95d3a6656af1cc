import { carried, heldOver } from '../../ui/carried.ts'
import { carryWords } from '../../words/carry.ts'
import { refusalOf } from '../state/carry.ts'
import { folderAt } from '../state/world.ts'

/** What `heldOver` calls the head of the tree: a folder that is dropped there goes to the top. */
export const TOP = 'top'

/** While something is on its way: what it is, and where it would go or why it cannot. Said aloud too. */
export function CarryStatus() {
  const t = carryWords()
  const now = carried.value
  const over = heldOver.value
  const place = over === TOP ? t.toTop : t.into(folderAt(over)?.name ?? '')
  const hint = now?.by === 'keys' ? t.byKeys : t.byPointer
  const refusal = now === null || over === null ? null : refusalOf(now.load, over === TOP ? null : over)
  return (
    <div class="c-carry-status" role="status" data-by={now?.by}>
      {now !== null && (
        <>
          <strong class="ui-cut">{t.moving(now.load.label)}</strong>
          <span>{refusal ?? (over === null ? hint : place)}</span>
          {over !== null && now.by === 'keys' && <span class="c-soft">{hint}</span>}
        </>
      )}
    </div>
  )
}
