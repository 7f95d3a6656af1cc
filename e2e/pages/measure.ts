import type { Case } from './labelled.ts'

/** A field that would be filled: its number in the labels, its role, and whether it hides what is typed. */
export interface Found {
  mark: string
  role: string
  password: boolean
}

/** The measures, with the names that other form detectors publish. */
export type Measure = 'login form' | 'whole page' | 'silent' | 'new safe'

const LOGIN = ['username', 'currentPassword']

/** Returns the measures that a page counts for, each with true where the page is right. Fields on its ignore list do not count. */
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

/** Returns, for each role, how many fields of a page were found rightly, found wrongly and missed. */
export function countsOf(page: Case, found: Found[]): [role: string, right: number, wrong: number, missed: number][] {
  const { wanted, had } = compared(page, found)
  return ['username', 'currentPassword', 'newPassword', 'otp'].map((role) => {
    const want = wanted.filter((field) => field[1] === role).map(([mark]) => mark)
    const have = had.filter((field) => field.role === role).map(({ mark }) => mark)
    const right = have.filter((mark) => want.includes(mark)).length
    return [role, right, have.length - right, want.length - right]
  })
}

/** Returns the fields to find and the fields found, in the roles for which the labels are complete. */
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
