import type { MatchRule } from './item-fields.ts'
import type { LoginRow } from './login-row.ts'

/** What an address covers by each match rule. `domain` is null where its host has no registrable domain. */
export type Reach = { origin: string; host: string; domain: string | null; path: string }

/**
 * Why a login is offered for a page, or is not. `scope`: what its address covers by `rule`: an origin, a host, a domain, or an address
 * with path; the address as typed where it is not http(s).
 */
export type Fit =
  | { is: 'offered'; rule: MatchRule; scope: string }
  | {
      is: 'withheld'
      why: 'elsewhere' | 'http-page' | 'other-path' | 'never' | 'bad-address'
      rule: MatchRule
      scope: string
    }
  /** The page is not http(s); the login has no address; the login's folder is closed, or archived. */
  | { is: 'withheld'; why: 'no-page' | 'no-address' | 'closed' | 'archived' }

/** A login that a person may expect on a page, and why it is not offered there. */
export type NearLogin = { row: LoginRow; fit: Fit }
