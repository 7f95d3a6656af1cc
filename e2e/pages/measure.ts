import type { Case } from './labelled.ts'

/** What the engine would fill on a page: a field's mark, its role, and whether the field hides what is typed. */
export interface Found {
  mark: string
  role: string
  password: boolean
}

/** Named as the published measures of form engines are. */
export type Measure = 'login form' | 'whole page' | 'silent' | 'new safe'

const LOGIN = ['username', 'currentPassword']

/** What a page counts for, and whether it came out right. Pure; fields on the page's ignore list are neither. */
export function measuresOf(page: Case, found: Found[]): [Measure, boolean][] {
  const { wanted, had } = compared(page, found)
  const measures: [Measure, boolean][] = [['whole page', same(wanted, had)]]
  for (const [mark, role] of Object.entries(page.fields)) {
    if (role !== 'newPassword') continue
    measures.push(['new safe', !had.some((field) => field.mark === mark && field.role === 'currentPassword')])
  }
  if (!page.scored.includes('login')) return measures
  const login = wanted.filter(([, role]) => LOGIN.includes(role))
  const formOf = (mark: string): number | undefined => page.forms[Number(mark) - 1]
  const forms = new Set(login.map(([mark]) => formOf(mark)))
  const near = had.filter(({ mark, role }) => LOGIN.includes(role) && forms.has(formOf(mark)))
  if (login.length > 0) measures.push(['login form', same(login, near)])
  else if (page.kind !== 'hybrid') measures.push(['silent', !had.some(({ role }) => LOGIN.includes(role))])
  return measures
}

/** By role: fields rightly found, wrongly found, and missed on a page. */
export function countsOf(page: Case, found: Found[]): [role: string, right: number, wrong: number, missed: number][] {
  const { wanted, had } = compared(page, found)
  return ['username', 'currentPassword', 'newPassword', 'otp'].map((role) => {
    const want = wanted.filter((field) => field[1] === role).map(([mark]) => mark)
    const have = had.filter((field) => field.role === role).map(({ mark }) => mark)
    const right = have.filter((mark) => want.includes(mark)).length
    return [role, right, have.length - right, want.length - right]
  })
}

/** What is wanted of a page and what it had, in the roles that its source labels. */
function compared(page: Case, found: Found[]): { wanted: [string, string][]; had: Found[] } {
  const scored = page.scored.flatMap((part) => (part === 'login' ? LOGIN : part === 'new' ? ['newPassword'] : part))
  const counts = (role: string, password: boolean): boolean =>
    scored.includes(role) || (scored.includes('password') && role === 'currentPassword' && password)
  return {
    wanted: Object.entries(page.fields).filter(([, role]) => counts(role, true)),
    had: found.filter(({ mark, role, password }) => !page.ignore.includes(mark) && counts(role, password)),
  }
}

function same(want: [string, string][], have: Found[]): boolean {
  return (
    want.length === have.length &&
    want.every(([mark, role]) => have.some((field) => field.mark === mark && field.role === role))
  )
}
