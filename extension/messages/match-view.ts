import type { MatchRule } from './item-fields.ts'
import type { LoginRow } from './login-row.ts'

/** What an address stands for by each rule. `domain` is null where its host has none. */
export type Reach = { origin: string; host: string; domain: string | null; path: string }

/**
 * Why a login is offered for a page, or is not. `scope`: what the rule stands for: an origin, a host, a domain, an
 * address down to its path; the address as typed where it is none of the web.
 */
export type Fit =
  | { is: 'offered'; rule: MatchRule; scope: string }
  | {
      is: 'withheld'
      why: 'elsewhere' | 'http-page' | 'other-path' | 'never' | 'bad-address'
      rule: MatchRule
      scope: string
    }
  /** The page is none of the web; the login has no address; its client has left. */
  | { is: 'withheld'; why: 'no-page' | 'no-address' | 'closed' }

/** A login that a person may have looked for on a page, and why it is not offered there. */
export type NearLogin = { row: LoginRow; fit: Fit }
