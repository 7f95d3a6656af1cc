import type { Labels } from './labels.ts'
import type { Sort } from './sort-field.ts'
import type { Field } from './visible.ts'
import { says } from './vocabulary/words.ts'

export type Role = 'username' | 'currentPassword' | 'newPassword' | 'otp' | 'companyCode'
export type Kind =
  'sign-in' | 'username-step' | 'password-step' | 'second-factor' | 'change-password' | 'sign-up' | 'reset' | 'none'

/** A field and what to put there; its reasons are for a person who asks why. */
export interface DetectedField {
  element: HTMLInputElement | HTMLSelectElement
  role: Role
  reasons: string[]
}

/** What a person is known by. */
export const LOGIN_IDS: readonly Sort[] = ['username', 'email', 'phone']

export interface DetectedForm {
  kind: Kind
  fields: DetectedField[]
  /** Fillable fields without a role, for an item's custom values. */
  others: Field[]
  /** The button that goes on, and the box that asks to be remembered. */
  goOn: Element | null
  remember: Element | null
  /** Where somebody who chooses a password says for whom: never filled, read when the form is sent. */
  account: Field | null
  reasons: string[]
}

/** A fillable field with all that is known of it by itself. */
export interface Sorted {
  element: Field
  labels: Labels
  sort: Sort
  /** It hides what is typed. */
  hides: boolean
}

/** What a group is for, and who plays which role in it. */
export interface Verdict {
  kind: Kind
  roles: [Sorted, Role][]
  reasons: string[]
}

/** A verdict that nothing is to be filled. */
export function silent(kind: Kind, reason: string): Verdict {
  return { kind, roles: [], reasons: [reason] }
}

/** Gives the company or tenant codes beside a login their role. */
export function addCompanies(fields: Sorted[], username: Sorted | null, roles: [Sorted, Role][]): void {
  for (const field of fields) if (field !== username && field.sort === 'company') roles.push([field, 'companyCode'])
}

/** True for a field of a payment card. */
export function isCard(field: Sorted): boolean {
  return field.labels.autocomplete.some((token) => token.startsWith('cc-')) || says('card', allOf(field))
}

/** All that is written on and about a field. */
export function allOf({ labels: { label, hint, near, name } }: Sorted): string {
  return `${label} ${hint} ${near} ${name}`
}
