import { useState } from 'preact/hooks'
import { ask, AskFailure } from '../messages/ask.ts'
import { Button } from '../ui/button.tsx'
import { FailureBanner } from '../ui/failure-banner.tsx'
import { offerWords } from '../words/offer.ts'

/** Says that offers are turned off for this site, with the button that turns them on again. */
export function QuietHere({ origin }: { readonly origin: string }) {
  const t = offerWords()
  const [failed, setFailed] = useState<string | null>(null)
  return (
    <>
      <p class="popup-quiet popup-soft">
        {t.quiet(new URL(origin).host)}
        <Button
          kind="quiet"
          size="small"
          onClick={() => {
            setFailed(null)
            ask('offer.again', { origin }).catch((thrown: unknown) => {
              setFailed(thrown instanceof AskFailure ? thrown.code : 'unknown')
            })
          }}
        >
          {t.again}
        </Button>
      </p>
      {failed !== null && <FailureBanner code={failed} />}
    </>
  )
}
