import { signal } from '@preact/signals'
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

/** Returns a new password of that length and those characters. Throws AskFailure. */
export const generatePassword = async (): Promise<string> =>
  (await ask('password.generate', passwordWish.peek())).password
