import { computed, signal } from '@preact/signals'
import { ask } from '../../messages/ask.ts'
import type { PasswordWish } from '../../messages/new-password.ts'

/** The person's choice of length and characters for generated passwords, until the page is closed. */
export const passwordWish = signal<PasswordWish>({
  length: 20,
  kinds: ['upper', 'lower', 'digit', 'sign'],
  withAlike: false,
})

export const LEAST = 8
export const MOST = 100
export const isLength = (length: number): boolean => Number.isInteger(length) && length >= LEAST && length <= MOST

/** The length as it stands in the field, also while it is none: nothing is generated then. */
export const typedLength = signal(String(passwordWish.peek().length))
/** Whether the field holds a length that a password can have. */
export const isLengthWhole = computed(() => isLength(Number(typedLength.value)))

/** Takes what was typed as the length; it counts once it is one. */
export function typeLength(text: string): void {
  typedLength.value = text
  if (isLength(Number(text))) passwordWish.value = { ...passwordWish.peek(), length: Number(text) }
}

/** Returns a new password of that length and those characters. Throws AskFailure. */
export const generatePassword = async (): Promise<string> =>
  (await ask('password.generate', passwordWish.peek())).password
