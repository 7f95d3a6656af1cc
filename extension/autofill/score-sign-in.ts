import { weigh, type Words } from './evidence.ts'
import type { Sort } from './sort-field.ts'
import { usernameBeside } from './username-beside.ts'
import type { Sorted } from './verdict.ts'
import { says } from './vocabulary/words.ts'

/** The score of a password that belongs to somebody else, or to another server. */
export const FOREIGN = -100

const STRANGERS: readonly Sort[] = ['person', 'prose', 'newsletter']

/** Above 0 where one password is asked to let somebody in; below where it is chosen; FOREIGN where it is not the reader's. */
export function scoreSignIn(fields: Sorted[], password: Sorted, words: Words): number {
  const count = (...sorts: Sort[]): number => fields.filter((field) => sorts.includes(field.sort)).length
  const told = weigh('signIn', words) + (says('forgot', words.links) ? 3 : 0) + (says('remember', words.boxes) ? 3 : 0)
  const signIn = told + (password.sort === 'current' ? 4 : 0)
  const login = usernameBeside(fields, password)
  const extras =
    fields.filter((field) => field !== login && STRANGERS.includes(field.sort)).length +
    Math.sign(count('again')) +
    Math.max(0, count('choice') - 1)
  const signUp =
    weigh('signUp', words) +
    extras * 2 +
    (Math.sign(count('username')) + Math.sign(count('email')) + Math.sign(count('phone')) > 1 ? 1.5 : 0) +
    (password.sort === 'fresh' ? 5 : 0) +
    (says('terms', words.boxes) && !says('remember', words.boxes) ? 2 : 0) +
    (says('rules', `${password.labels.label} ${password.labels.hint}`) || password.element.hasAttribute('passwordrules')
      ? 2
      : 0) +
    weigh('reset', words) +
    (says('change', words.headings.join(' ')) ? 2 : 0)
  const saves = says('save', words.button) && !says('signIn', words.button)
  if (told < 4 && count('settings') > 0) return FOREIGN
  if (password.sort !== 'current' && (saves || (told < 4 && isAdministration(words)))) return FOREIGN
  if (extras >= 2 && signIn - signUp < 4) return -1
  return signIn + 1 - signUp
}

/** Users kept by an administrator, or an account on another server: nobody signs in there. */
function isAdministration(words: Words): boolean {
  return weigh('settings', words) >= 3 || weigh('manage', words) >= 3
}
