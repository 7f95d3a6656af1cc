import { weigh, type Words } from './evidence.ts'
import type { Sort } from './sort-field.ts'
import { findUsername } from './username-beside.ts'
import type { Sorted } from './verdict.ts'
import { mentions } from './vocabulary/words.ts'
import * as weights from './weights.ts'

const STRANGERS: readonly Sort[] = ['person', 'prose', 'newsletter']

/**
 * Returns a score above 0 where a form with one password signs in, below 0 where the password is being chosen, and `FOREIGN` where it
 * belongs to another person or to a server.
 */
export function scoreSignIn(fields: Sorted[], password: Sorted, words: Words): number {
  const count = (...sorts: Sort[]): number => fields.filter((field) => sorts.includes(field.sort)).length
  const stated =
    weigh('signIn', words) +
    (mentions('forgot', words.links) ? weights.FORGOT_LINK : 0) +
    (mentions('remember', words.boxes) ? weights.REMEMBER_BOX : 0)
  const signIn = stated + (password.sort === 'current' ? weights.CURRENT_PASSWORD : 0)
  const login = findUsername(fields, password)
  const extras =
    fields.filter((field) => field !== login && STRANGERS.includes(field.sort)).length +
    Math.sign(count('again')) +
    Math.max(0, count('choice') - 1)
  const signUp =
    weigh('signUp', words) +
    extras * weights.EXTRA_FIELD +
    (Math.sign(count('username')) + Math.sign(count('email')) + Math.sign(count('phone')) > 1
      ? weights.SEVERAL_LOGIN_IDS
      : 0) +
    (password.sort === 'fresh' ? weights.NEW_PASSWORD : 0) +
    (mentions('terms', words.boxes) && !mentions('remember', words.boxes) ? weights.TERMS_BOX : 0) +
    (mentions('rules', `${password.labels.label} ${password.labels.hint}`) ||
    password.element.hasAttribute('passwordrules')
      ? weights.PASSWORD_RULES
      : 0) +
    weigh('reset', words) +
    (mentions('change', words.headings.join(' ')) ? weights.CHANGE_HEADING : 0)
  const saves = mentions('save', words.button) && !mentions('signIn', words.button)
  if (stated < weights.SAID_TO_SIGN_IN && count('settings') > 0) return weights.FOREIGN
  if (password.sort !== 'current' && (saves || (stated < weights.SAID_TO_SIGN_IN && isAdministration(words))))
    return weights.FOREIGN
  if (extras >= weights.MANY_EXTRAS && signIn - signUp < weights.LEAD_OVER_EXTRAS) return weights.AMONG_EXTRAS
  return signIn + weights.SIGN_IN_BY_DEFAULT - signUp
}

/** Returns true where an administrator edits users, or an account on another server is set up: nobody signs in there. */
function isAdministration(words: Words): boolean {
  return weigh('settings', words) >= weights.STATED || weigh('manage', words) >= weights.STATED
}
