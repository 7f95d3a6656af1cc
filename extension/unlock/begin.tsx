import { FailureBanner } from '../ui/failure-banner.tsx'
import { Link } from '../ui/link.tsx'
import { unlockWords } from '../words/unlock.ts'
import { AddressForm } from './address-form.tsx'
import { Sheet } from './sheet.tsx'

/** While no server is known: asks for its address, or for an invitation code. */
export function Begin({ refused = null }: { readonly refused?: string | null }) {
  const t = unlockWords()
  if (refused !== null)
    return (
      <Sheet title={t.beginTitle}>
        <FailureBanner code={refused} />
      </Sheet>
    )
  return (
    <Sheet title={t.beginTitle}>
      <p>{t.beginHint}</p>
      <AddressForm main autoFocus />
      <p>
        <Link to="/join">{t.haveInvitation}</Link>
      </p>
    </Sheet>
  )
}
