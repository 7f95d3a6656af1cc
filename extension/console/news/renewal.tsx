import type { UndeliveredView } from '../../messages/renewal-view.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { navigate } from '../../ui/router.ts'
import { renewalWords } from '../../words/renewals.ts'
import { pathTo } from '../state/screens.ts'
import type { Unlocked } from '../state/world.ts'

/** A renewal of keys under way, with progress that is true. */
export function Renewing({ now }: { readonly now: NonNullable<Unlocked['rekeying']> }) {
  const t = renewalWords()
  const said = t.renewing(now.done, now.total)
  return (
    <Banner kind="info" title={said}>
      {t.renewingNext}
      <progress class="c-progress" aria-label={said} value={now.done} max={Math.max(1, now.total)} />
    </Banner>
  )
}

/** How much waits for a new key; which and for whom is a click away. */
export function Stale({ count }: { readonly count: number }) {
  const t = renewalWords()
  return (
    <Banner
      kind="warn"
      title={t.staleTitle(count)}
      act={
        <Button
          size="small"
          onClick={() => {
            navigate(pathTo({ at: 'renewals' }))
          }}
        >
          {t.see}
        </Button>
      }
    >
      {t.staleNext}
    </Banner>
  )
}

/** Names shown of those whose key could not be delivered. */
const SOME = 5

/** S10: a receive key that the server withholds keeps nobody else from theirs, and is named. */
export function NotDelivered({ to }: { readonly to: readonly UndeliveredView[] }) {
  const t = renewalWords()
  return (
    <Banner kind="danger" title={t.undeliveredTitle(to.length)}>
      {to.slice(0, SOME).map((one) => (
        <span key={`${one.to} ${one.of}`} class="c-undelivered">
          {t.undelivered(one.of, one.to)}
        </span>
      ))}
      {t.undeliveredNext}
    </Banner>
  )
}
