import { Banner } from '../ui/banner.tsx'
import { FailureBanner } from '../ui/failure-banner.tsx'
import { sayFailure } from '../words/failures.ts'
import { popupWords } from '../words/popup.ts'

/** Why a login was not filled. When the page's form would have sent it to another site, names that site. */
export function NotFilled({ code, address }: { readonly code: string; readonly address?: string | undefined }) {
  if (address === undefined) return <FailureBanner code={code} />
  return (
    <Banner kind="danger" title={popupWords().sendsElsewhere(address)}>
      {sayFailure(code).next}
    </Banner>
  )
}
