import type { Endpoint } from '../../../shared/protocol/endpoints.ts'
import type { ProblemCode } from '../../../shared/protocol/problem.ts'
import type { Cast, Player } from './cast.ts'

/** Members with a level on one folder, then those with a role and no folder, then the owner, who manages all. */
export const signedIn = ['filler', 'reader', 'editor', 'manager', 'auditor', 'admin', 'owner'] as const
/**
 * Everybody who can ask. `stranger` has a FIDO key that is not enrolled and no token; `pending` answered an invitation and waits to be
 * let in; `removed` was an editor and still has the token from before.
 */
export const roles = ['stranger', 'pending', 'removed', ...signedIn] as const
export type Role = (typeof roles)[number]
type SignedIn = (typeof signedIn)[number]

/** What a request comes to: `nothing` is an answer of empty lists, the rest is the problem's code. */
export type Outcome = 'ok' | 'nothing' | ProblemCode
export type Outcomes = Readonly<Record<Role, Outcome>>

/** A request that is valid in all but, perhaps, the right to make it. Without `token`, the asker's own goes along. */
export type Asked = Readonly<{ body?: unknown; at?: string; query?: string; token?: string | null }>
/** One thing to ask of an endpoint, as each role would ask it, and what each gets. */
export type Case = Readonly<{ ask: (cast: Cast, by: Player) => Asked | Promise<Asked>; gets: Outcomes }>
/**
 * What an endpoint is asked. `own`: what is one's own, or lies in the folder that the levels are on. `other`: the same of somebody else or
 * of another subtree; null where a request names nothing. `more`: whatever else is worth a try, by what it tries.
 */
export type Row = Readonly<{ other: Case | null; more?: Readonly<Record<string, Case>>; own: Case }>
export type Rows<E extends Endpoint> = Readonly<Record<E, Row>>

const allOf = <R extends Role>(names: readonly R[], one: Outcome) =>
  Object.fromEntries(names.map((name) => [name, one])) as Record<R, Outcome>

/** The same for everybody, but for those named. */
export const everybody = (one: Outcome, but: Partial<Outcomes> = {}): Outcomes => ({ ...allOf(roles, one), ...but })

/** For members, but for those named; who has no session, or usually who had been removed, gets no further than that. */
export const members = (
  one: Outcome,
  but: Partial<Record<SignedIn, Outcome>> = {},
  removed: Outcome = 'removed',
): Outcomes => ({
  stranger: 'not-signed-in',
  pending: 'not-signed-in',
  removed,
  ...allOf(signedIn, one),
  ...but,
})

/** For nobody but those named; all others get `one`. */
export const nobodyBut = (may: readonly SignedIn[], one: Outcome, get: Outcome = 'ok'): Outcomes =>
  members(one, allOf(may, get))
