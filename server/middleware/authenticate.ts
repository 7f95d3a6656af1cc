import { asOf } from '../../shared/ledger/replay/state.ts'
import { get } from '../../shared/bytes/table.ts'
import type { MemberId } from '../../shared/bytes/ids.ts'
import type { LedgerState } from '../../shared/ledger/replay/state.ts'
import type { Opened } from '../store/credentials.ts'
import { Problem } from '../store/problem.ts'
import { sessionOf } from '../store/sessions.ts'
import type { Services } from './services.ts'

/** Who asks: `removedAt` is the sequence of the entry that removed them, null while they are a member. */
export type Asker = Readonly<{
  session: string
  sessionEnds: number
  member: MemberId
  /** The key that opened the session, and how. */
  opened: Readonly<Opened & { at: number }>
  state: LedgerState
  removedAt: number | null
}>

/** Resolves once memory holds what the tables had at the start: the ledger, and where journals end. */
export const readyOf = async ({ ledger, ends }: Pick<Services, 'ledger' | 'ends'>): Promise<void> => {
  await ledger.ready()
  await ends.ready()
}

export const notSignedIn = () => new Problem('not-signed-in', 'This needs a session.')

/**
 * The session of a token: its signature, its row, and what the replayed ledger says of the member now. Throws
 * `not-signed-in`, `credential-revoked`, `not-a-member`.
 */
export async function askerOf(services: Services, token: string): Promise<Asker> {
  const claims = await services.tokens.read(token)
  if (claims === null) throw notSignedIn()
  const row = await sessionOf(services.sql, claims.session, services.now())
  if (row === null || row.member !== claims.member) throw notSignedIn()
  await readyOf(services)
  const newest = services.ledger.current()
  const state = newest === null ? null : asOf(newest, services.now())
  const found = state === null ? null : get(state.members, row.member)
  if (state === null || found === null) throw new Problem('not-a-member', 'The ledger knows no such member.')
  const { removedAt } = found
  const opened = { credential: row.credential, byTouch: row.byTouch, at: row.startedAt }
  return { session: row.id, sessionEnds: row.expiresAt, member: row.member, opened, state, removedAt }
}

/** The token of an Authorization header (RFC 6750). Throws `not-signed-in`. */
export function bearer(request: Request): string {
  const [, token] = /^Bearer ([\w.~+/-]+=*)$/i.exec(request.headers.get('authorization') ?? '') ?? []
  if (token === undefined || token.length > 2_048) throw notSignedIn()
  return token
}

/** As `askerOf`, for whoever is still a member. Throws `removed` too. */
export async function memberAsking(services: Services, request: Request): Promise<Asker> {
  const asker = await askerOf(services, bearer(request))
  if (asker.removedAt !== null) throw new Problem('removed', 'This member was removed.')
  return asker
}
