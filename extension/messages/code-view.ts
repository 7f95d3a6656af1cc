/**
 * A login's one-time code. `none`: it has none; `closed`: this person may not see it; `on-request`: the server would record the reading,
 * so the person must ask for it. `until`: when the code changes, in ms since 1970; `period`: how long a code is valid, in ms.
 */
export type CodeView =
  | { is: 'none' }
  | { is: 'closed' }
  | { is: 'on-request' }
  | { is: 'shown'; code: string; until: number; period: number }
