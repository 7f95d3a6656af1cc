import type { DetectedForm, Kind, Role } from './verdict.ts'
import type { Detected } from './detect.ts'
import { matchCustom, optionFor, type CustomValue } from './match-custom.ts'
import { choose, typeIn } from './type-in.ts'
import { isFillable, type Field } from './visible.ts'

export interface FillValues {
  username: string | null
  password: string | null
  custom: CustomValue[]
}

/** What was done, without any value. `missing` names what had a value and found no field: in a username step, the password. */
export interface FillResult {
  filled: Role[]
  missing: ('username' | 'password' | 'custom')[]
  kind: Kind
}

const FILLED_KINDS: readonly Kind[] = ['sign-in', 'password-step', 'username-step', 'change-password']

/**
 * Fills one form, the one with focus or the likeliest, with a login. Never submits; never puts the password elsewhere than in a
 * current-password field of type password (P8: and never in a field a person cannot see, asked again before each value).
 */
export function fillFields(detected: Detected, values: FillValues): FillResult {
  const form = likeliest(detected)
  if (form === null) {
    const kind = detected.forms.find((other) => other.kind !== 'none')?.kind ?? 'none'
    return { filled: [], missing: given(values), kind }
  }
  const filled: Role[] = []
  const done = new Set<FillResult['missing'][number]>()
  const matched = matchCustom(form, values.custom)
  if (values.custom.length > 0 && matched.size === values.custom.length) done.add('custom')
  for (const [{ value }, field] of matched) {
    if (!fillCustom(field, value)) done.delete('custom')
    else if (form.fields.some((other) => other.element === field)) filled.push('companyCode')
  }
  for (const { element, role } of form.fields) {
    if (!(element instanceof HTMLInputElement)) continue
    if (role === 'username' && values.username !== null && typeIn(element, values.username, isText)) {
      filled.push(role)
      done.add('username')
    }
    if (role === 'currentPassword' && values.password !== null && typeIn(element, values.password, isPassword)) {
      filled.push(role)
      done.add('password')
    }
  }
  return { filled, missing: given(values).filter((name) => !done.has(name)), kind: form.kind }
}

/** The form a person means: where the focus is; else a whole sign-in before a step of one, and that before a change of password. */
export function likeliest({ forms }: Detected): DetectedForm | null {
  const ours = forms.filter((form) => FILLED_KINDS.includes(form.kind))
  const focused = ours.find((form) => form.fields.some(({ element }) => isFocused(element)))
  if (focused !== undefined) return focused
  return FILLED_KINDS.flatMap((kind) => ours.filter((form) => form.kind === kind))[0] ?? null
}

function isFocused(element: Element): boolean {
  const root = element.getRootNode()
  return (root instanceof Document || root instanceof ShadowRoot) && root.activeElement === element
}

function fillCustom(field: HTMLInputElement | HTMLSelectElement, value: string): boolean {
  if (field instanceof HTMLInputElement) return typeIn(field, value, isText)
  const option = optionFor(field, value)
  return option !== null && choose(field, option, isFillable)
}

const isText = (field: Field): boolean => field.type !== 'password' && field.isConnected && isFillable(field)
const isPassword = (field: Field): boolean => field.type === 'password' && field.isConnected && isFillable(field)

function given({ username, password, custom }: FillValues): FillResult['missing'] {
  const names: FillResult['missing'] = []
  if (username !== null) names.push('username')
  if (password !== null) names.push('password')
  if (custom.length > 0) names.push('custom')
  return names
}
