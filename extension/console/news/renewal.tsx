import type { UndeliveredView } from '../../messages/renewal-view.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { navigate } from '../../ui/router.ts'
import { renewalWords } from '../../words/renewals.ts'
import { pathTo } from '../state/screens.ts'
import type { Unlocked } from '../state/world.ts'

/** Shows a key renewal that is running, with its real progress. */
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

/** How many folders and teams wait for a new key. A click shows which, and whose desk can renew them. */
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

/** How many names are shown of people whose key could not be delivered. */
const SOME = 5

/** S10: names people whose receive key the server withholds. Everybody else still gets their key. */
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
