import { CircleCheck } from 'lucide-preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import type { OfferView } from '../messages/offer-view.ts'
import { FailureBanner } from '../ui/failure-banner.tsx'
import { NewLogin } from './offer-new.tsx'
import { UpdateLogin } from './offer-update.tsx'
import { useOffer } from './use-offer.ts'
import './offer.css'

/** Offers to save a login that was submitted in this tab and seems to have worked, to update an older password, or to dismiss it. */
export function SaveOffer({ offer }: { readonly offer: OfferView | null }) {
  const act = useOffer()
  const [asNew, setAsNew] = useState('')
  const panel = useRef<HTMLElement>(null)
  const id = offer?.id ?? null
  // The popup opened by itself. The panel takes the focus and not a button, so that a key meant for the page does nothing.
  useEffect(() => {
    if (id !== null) panel.current?.focus()
  }, [id])
  if (act.doing.state === 'done')
    return (
      <p class="popup-offer-done" role="status">
        <CircleCheck size={16} aria-hidden="true" />
        {act.doing.said}
      </p>
    )
  const failure = act.doing.state === 'failed' && <FailureBanner code={act.doing.code} />
  if (offer === null) return failure || null
  const isUpdate = offer.updates.length > 0 && asNew !== offer.id
  return (
    <section class="popup-offer" ref={panel} tabIndex={-1} aria-labelledby="offer-title">
      {isUpdate ? (
        <UpdateLogin
          key={offer.id}
          offer={offer}
          act={act}
          onNew={() => {
            setAsNew(offer.id)
          }}
        />
      ) : (
        <NewLogin key={offer.id} offer={offer} act={act} />
      )}
      {failure}
    </section>
  )
}
