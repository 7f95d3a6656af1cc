import { Link } from '../ui/link.tsx'
import { unlockWords } from '../words/unlock.ts'
import { AddressForm } from './address-form.tsx'
import { Sheet } from './sheet.tsx'

/** Nothing is known yet: an address, or an invitation code. */
export function Begin() {
  const t = unlockWords()
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
