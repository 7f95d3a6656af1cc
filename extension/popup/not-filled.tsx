import { SquareArrowOutUpRight } from 'lucide-preact'
import type { VisitView } from '../messages/popup-view.ts'
import { Banner } from '../ui/banner.tsx'
import { Button } from '../ui/button.tsx'
import { FailureBanner } from '../ui/failure-banner.tsx'
import { sayFailure } from '../words/failures.ts'
import { popupWords } from '../words/popup.ts'
import { siteWords } from '../words/site.ts'
import type { Filling } from './use-fill.ts'

type NotFilledProps = Omit<Extract<Filling, { state: 'failed' }>, 'state' | 'row'> & {
  /** Opens the login's own site instead; null where that is no help. */
  readonly onOpen: (() => void) | null
}

/** Why a login was not filled. When the page's form would have sent it to another site, names that site. */
export function NotFilled({ code, name, address, onOpen }: NotFilledProps) {
  const t = popupWords()
  // Another login may be for this page, and stand right below: what is said is of the one that was chosen.
  if (code === 'no-login-for-page')
    return (
      <Banner
        kind="danger"
        title={t.notForPage(name)}
        act={
          onOpen && (
            <Button size="small" icon={SquareArrowOutUpRight} onClick={onOpen}>
              {siteWords().open}
            </Button>
          )
        }
      >
        {t.noneHereWhy}
      </Banner>
    )
  if (address === undefined) return <FailureBanner code={code} />
  return (
    <Banner kind="danger" title={t.sendsElsewhere(address)}>
      {sayFailure(code).next}
    </Banner>
  )
}

/** Why nothing was filled in this tab, which was opened to be filled. */
export function VisitEnded({ visit: { name, code, address } }: { readonly visit: VisitView }) {
  const t = siteWords()
  const { what, next } = sayFailure(code)
  const isElsewhere = code === 'site-elsewhere' && address !== null
  return (
    <Banner kind="danger" title={isElsewhere ? t.ledElsewhere(name, address) : t.notFilled(name)}>
      {isElsewhere ? next : `${what} ${next}`}
    </Banner>
  )
}
