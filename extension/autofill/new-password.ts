import type { NewPasswordForm } from '../messages/new-password.ts'
import type { Detected } from './detect.ts'
import { isSeen, takeBack, type Deed } from './deeds.ts'
import { putIn } from './fill.ts'
import { isFocused } from './likeliest.ts'
import type { DetectedForm, Kind } from './verdict.ts'

/** Kinds of forms that somebody chooses a password in, the surest first. */
const KINDS: readonly Kind[] = ['change-password', 'reset', 'sign-up']
/** More than a page can mean by an attribute. */
const LONGEST = 1_500

/** The form for a new password that a person means: where the focus is, else the surest. Null where there is none. */
export function newPasswordForm({ forms }: Detected): DetectedForm | null {
  const ours = forms.filter((form) => KINDS.includes(form.kind) && fieldsOf(form).length > 0)
  const focused = ours.find((form) => form.fields.some(({ element }) => isFocused(element)))
  return focused ?? KINDS.flatMap((kind) => ours.filter((form) => form.kind === kind))[0] ?? null
}

/**
 * The field of the new password, and its confirmation's; none where that is not clear: one that is confirmed alone, more than two, or one
 * that anything says to be of the password in use now.
 */
export function fieldsOf({ fields }: DetectedForm): HTMLInputElement[] {
  const fresh = fields.filter(({ role }) => role === 'newPassword')
  const [first] = fresh
  const isUnclear = fresh.length > 2 || (fresh.length === 1 && first?.reasons.includes('confirm') === true)
  const inputs = fresh.flatMap(({ element, reasons }) =>
    element instanceof HTMLInputElement && !reasons.includes('current') && !isCurrent(element) ? [element] : [],
  )
  return isUnclear || inputs.length < fresh.length ? [] : inputs
}

const isCurrent = (field: HTMLInputElement): boolean => /\bcurrent-password\b/i.test(field.autocomplete)

/** What its fields ask for, and the name typed beside them. */
export function describe(form: DetectedForm): NewPasswordForm {
  const fields = fieldsOf(form).map((field) => ({
    passwordrules: (field.getAttribute('passwordrules') ?? '').slice(0, LONGEST),
    minlength: field.minLength < 0 ? null : field.minLength,
    maxlength: field.maxLength < 0 ? null : field.maxLength,
    pattern: field.pattern.slice(0, LONGEST),
  }))
  return { fields, changes: form.kind !== 'sign-up', username: nameBeside(form) }
}

function nameBeside({ fields, account }: DetectedForm): string {
  const value = (fields.find(({ role }) => role === 'username')?.element ?? account)?.value.trim() ?? ''
  return value.length > 500 ? '' : value
}

/**
 * Puts a new password in its field and its confirmation, reads back, and takes it back from both unless both hold it, in a way that the
 * browser calls valid. Never touches another field (P8), never submits. Gives how many fields hold it: all, or none.
 */
export async function fillNewPassword(look: () => Detected, password: string): Promise<number> {
  const form = newPasswordForm(look())
  if (form === null) return 0
  const planOf = (now: DetectedForm) => fieldsOf(now).map((field) => deedOf(field, password))
  // It is nobody's secret yet: where the page sends it is the page's to say.
  const put = await putIn(form, look, planOf, () => true)
  if (put === null) return 0
  const { deeds, isDone } = put
  const isTaken = deeds.every(
    ({ boxes }, at) => isDone[at] === true && boxes.every(({ field }) => !field.validity.patternMismatch),
  )
  if (isTaken) return deeds.length
  for (const deed of deeds) takeBack(deed)
  return 0
}

const deedOf = (field: HTMLInputElement, text: string): Deed => {
  const { type } = field
  return {
    part: 'password',
    role: 'newPassword',
    boxes: [{ field, text }],
    mayFill: (now) => now.type === type && now.isConnected && isSeen(now),
  }
}
