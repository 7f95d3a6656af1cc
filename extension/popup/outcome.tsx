import { CircleCheck } from 'lucide-preact'
import type { FillOutcome } from '../messages/views.ts'
import { popupWords } from '../words/popup.ts'

/** What was filled, and what was not. */
export function Outcome({ name, outcome: { filled, missing, sent } }: { name: string; outcome: FillOutcome }) {
  const t = popupWords()
  const list = (parts: FillOutcome['filled']) => parts.map((part) => t.parts[part]).join(', ')
  // Sites ask for the code on a separate page, so it is normal that its field is not on this one.
  const gone = missing.filter((part) => part !== 'otp')
  return (
    <div class="popup-outcome" role="status">
      <CircleCheck size={28} strokeWidth={1.5} aria-hidden="true" />
      <h2>{name}</h2>
      <p>{t.filled(list(filled))}</p>
      {sent && <p>{t.sent}</p>}
      {gone.length > 0 && <p class="popup-soft">{t.notFilled(list(gone))}</p>}
      {missing.includes('password') && <p class="popup-soft">{t.nextStep}</p>}
      {missing.includes('otp') && <p class="popup-soft">{t.nextCode}</p>}
    </div>
  )
}
