import { Banner } from '../ui/banner.tsx'
import { FailureBanner } from '../ui/failure-banner.tsx'
import { sayFailure } from '../words/failures.ts'
import { popupWords } from '../words/popup.ts'
import type { Filling } from './use-fill.ts'

/** Why a login was not filled. When the page's form would have sent it to another site, names that site. */
export function NotFilled({ code, name, address }: Omit<Extract<Filling, { state: 'failed' }>, 'state'>) {
  const t = popupWords()
  // Another login may be for this page, and stand right below: what is said is of the one that was chosen.
  if (code === 'no-login-for-page')
    return (
      <Banner kind="danger" title={t.notForPage(name)}>
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
