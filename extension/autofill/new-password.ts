import type { NewPasswordForm } from '../messages/new-password.ts'
import type { Detected } from './detect.ts'
import { isSeen, clearSecret, type FieldFill } from './deeds.ts'
import { fillPlanned } from './fill.ts'
import { isFocused } from './likeliest.ts'
import type { DetectedForm, Kind } from './verdict.ts'

/** Kinds of forms in which a password is chosen, the most certain first. */
const KINDS: readonly Kind[] = ['change-password', 'reset', 'sign-up']
/** Attributes are cut here: no sensible page writes longer ones. */
const LONGEST = 1_500

/** Returns the form for a new password: the one with the focus, else the most certain. Null where there is none. */
export function newPasswordForm({ forms }: Detected): DetectedForm | null {
  const ours = forms.filter((form) => KINDS.includes(form.kind) && fieldsOf(form).length > 0)
  const focused = ours.find((form) => form.fields.some(({ element }) => isFocused(element)))
  return focused ?? KINDS.flatMap((kind) => ours.filter((form) => form.kind === kind))[0] ?? null
}

/**
 * Returns the field of the new password and that of its confirmation. Returns none where that is not certain: a confirmation without a
 * first field, more than two fields, or a field that by any sign takes the password in use now.
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

/** Returns the password rules that the form's fields state, and the username typed beside them. */
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
 * Fills a new password into its field and the confirmation, and reads both back. Unless both hold it and match their `pattern`, both are
 * emptied again. Returns how many fields hold it: all or none. Touches no other field (P8) and sends nothing.
 */
export async function fillNewPassword(look: () => Detected, password: string): Promise<number> {
  const form = newPasswordForm(look())
  if (form === null) return 0
  const planOf = (now: DetectedForm) => fieldsOf(now).map((field) => deedOf(field, password))
  // No account has this password yet, so the form may send it anywhere.
  const put = await fillPlanned(form, look, planOf, () => true)
  if (put === null) return 0
  const { deeds, isDone } = put
  const isTaken = deeds.every(
    ({ boxes }, at) => isDone[at] === true && boxes.every(({ field }) => !field.validity.patternMismatch),
  )
  if (isTaken) return deeds.length
  for (const deed of deeds) clearSecret(deed)
  return 0
}

const deedOf = (field: HTMLInputElement, text: string): FieldFill => {
  const { type } = field
  return {
    part: 'password',
    role: 'newPassword',
    boxes: [{ field, text }],
    mayFill: (now) => now.type === type && now.isConnected && isSeen(now),
  }
}
