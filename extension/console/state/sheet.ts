import { signal } from '@preact/signals'
import { ask } from '../../messages/ask.ts'
import type { Intent } from '../../messages/intent.ts'
import type { Review } from '../../messages/review-view.ts'
import { navigate } from '../../ui/router.ts'
import { toast } from '../../ui/toast.tsx'
import { toChangeWords } from '../../words/to-change.ts'
import { withoutPart, type Part } from './act-parts.ts'
import { codeOf } from './failing.ts'
import { pathTo } from './screens.ts'

/** The state of an act that the person is about to sign: its review is fetched, shown, then the act is signed. */
export type Sheet =
  | { state: 'closed' }
  | { state: 'reviewing'; intent: Intent }
  | { state: 'refused'; intent: Intent; code: string }
  | { state: 'review'; intent: Intent; review: Review; code: string | null }
  | { state: 'signing'; intent: Intent; review: Review }
  /** Signed, and waiting for a second owner; `until` in ms. */
  | { state: 'waits'; until: number }

export const sheet = signal<Sheet>({ state: 'closed' })

/** The act as it was before each part that was taken back, the oldest first. Nothing of it is signed. */
export const takenBack = signal<readonly Intent[]>([])

let turn = 0
let after: ((signed: Intent) => void) | null = null

/** Fetches what the act would change and opens the review sheet. `signed` runs once the act, as it then is, is signed and in force. */
export async function openReview(intent: Intent, signed: ((act: Intent) => void) | null = null): Promise<void> {
  after = signed
  takenBack.value = []
  await reviewAgain(intent)
}

/** Takes one person out of the act on the sheet, which is judged again without them. */
export async function takeBack(part: Part): Promise<void> {
  const now = sheet.peek()
  if (now.state !== 'review' || withoutPart(now.intent, part) === now.intent) return
  takenBack.value = [...takenBack.peek(), now.intent]
  await reviewAgain(withoutPart(now.intent, part))
}

/** Puts back whom the person took out last. */
export async function putBack(): Promise<void> {
  const last = takenBack.peek().at(-1)
  if (sheet.peek().state !== 'review' || last === undefined) return
  takenBack.value = takenBack.peek().slice(0, -1)
  await reviewAgain(last)
}

async function reviewAgain(intent: Intent): Promise<void> {
  const mine = ++turn
  sheet.value = { state: 'reviewing', intent }
  try {
    const review = await ask('act.review', intent)
    if (mine === turn) sheet.value = { state: 'review', intent, review, code: null }
  } catch (error) {
    if (mine === turn) sheet.value = { state: 'refused', intent, code: codeOf(error) }
  }
}

/** Signs the act that the sheet shows. After a failure the sheet stays open and says why. */
export async function sign(): Promise<void> {
  const now = sheet.peek()
  if (now.state !== 'review') return
  const { intent, review } = now
  const mine = turn
  sheet.value = { state: 'signing', intent, review }
  try {
    const { waitsUntil } = await ask('act.sign', intent)
    if (mine !== turn) return
    if (waitsUntil !== null) {
      sheet.value = { state: 'waits', until: waitsUntil }
      return
    }
    sheet.value = { state: 'closed' }
    if (review.passwordsToChange.length > 0) sayToChange(review.passwordsToChange.length)
    after?.(intent)
  } catch (error) {
    if (mine === turn) sheet.value = { state: 'review', intent, review, code: codeOf(error) }
  }
}

/** P7: leads to the list that the sheet promised. */
function sayToChange(many: number): void {
  const t = toChangeWords()
  const onClick = () => {
    navigate(pathTo({ at: 'to-change' }))
  }
  toast(t.listed(many), { label: t.see, onClick })
}

/** Closes the sheet without signing; an act that is being signed is not interrupted. */
export function closeSheet(): void {
  if (sheet.peek().state !== 'signing') forgetSheet()
}

/** P10: at lock, closes the sheet because it holds names. A request already sent to the server continues. */
export function forgetSheet(): void {
  turn++
  takenBack.value = []
  sheet.value = { state: 'closed' }
}
