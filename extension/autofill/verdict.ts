import type { Labels } from './labels.ts'
import type { Sort } from './sort-field.ts'
import type { Field } from './visible.ts'
import { mentions } from './vocabulary/words.ts'

export type Role = 'username' | 'currentPassword' | 'newPassword' | 'otp' | 'companyCode'
export type Kind =
  'sign-in' | 'username-step' | 'password-step' | 'second-factor' | 'change-password' | 'sign-up' | 'reset' | 'none'

/** A field and its role. The reasons explain the decision to a person. */
export interface DetectedField {
  element: HTMLInputElement | HTMLSelectElement
  role: Role
  reasons: string[]
}

/** The sorts of fields that take a login id. */
export const LOGIN_IDS: readonly Sort[] = ['username', 'email', 'phone']

export interface DetectedForm {
  kind: Kind
  fields: DetectedField[]
  /** Fillable fields without a role: an item's custom values may go there. */
  others: Field[]
  /** The button that sends the form. */
  goOn: Element | null
  /** The "remember me" checkbox. */
  remember: Element | null
  /** The field that names the account of a new password. It is never filled; it is read when the form is sent. */
  account: Field | null
  reasons: string[]
}

/** A fillable field and what it says about itself, before its form is considered. */
export interface Sorted {
  element: Field
  labels: Labels
  sort: Sort
  /** True when the field hides what is typed. */
  hides: boolean
}

/** What a group of fields is for, and the roles of its fields. */
export interface Verdict {
  kind: Kind
  roles: [Sorted, Role][]
  reasons: string[]
}

/** Returns a verdict that fills nothing. */
export function nothingToFill(kind: Kind, reason: string): Verdict {
  return { kind, roles: [], reasons: [reason] }
}

/** Adds the role `companyCode` for each company or tenant field beside a login. */
export function addCompanies(fields: Sorted[], username: Sorted | null, roles: [Sorted, Role][]): void {
  for (const field of fields) if (field !== username && field.sort === 'company') roles.push([field, 'companyCode'])
}

/** Returns true for a field of a payment card. */
export function isCard(field: Sorted): boolean {
  return field.labels.autocomplete.some((token) => token.startsWith('cc-')) || mentions('card', allTextsOf(field))
}

/** Returns all texts on and about a field, as one text. */
export function allTextsOf({ labels: { label, hint, near, name } }: Sorted): string {
  return `${label} ${hint} ${near} ${name}`
}
