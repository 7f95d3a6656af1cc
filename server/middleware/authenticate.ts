import type { Context } from 'hono'
import { asOf } from '../../shared/ledger/replay/state.ts'
import { get } from '../../shared/bytes/table.ts'
import type { MemberId } from '../../shared/bytes/ids.ts'
import type { LedgerState } from '../../shared/ledger/replay/state.ts'
import type { UnlockingKey } from '../store/credentials.ts'
import { proofHeader } from '../../shared/protocol/dpop.ts'
import { longestToken } from '../../shared/protocol/unlock.ts'
import { Problem } from '../store/problem.ts'
import { sessionOf } from '../store/sessions.ts'
import { notSignedIn } from './proofs.ts'
import type { PresentedProof } from './proofs.ts'
import type { Services } from './services.ts'
import type { Claims } from './tokens.ts'

/** Who asks: `removedAt` is the sequence of the entry that removed them, null while they are a member. */
export type Asker = Readonly<{
  /** As the token of the session says. */
  claims: Claims
  session: string
  sessionEnds: number
  member: MemberId
  /** The key that opened the session, and how. */
  opened: Readonly<UnlockingKey & { at: number }>
  state: LedgerState
  removedAt: number | null
}>

/** Resolves once memory holds what the tables had at the start: the ledger, and where journals end. */
export const readyOf = async ({ ledger, ends }: Pick<Services, 'ledger' | 'ends'>): Promise<void> => {
  await ledger.ready()
  await ends.ready()
}

/**
 * Who has the session of a proved token: its row, and what the replayed ledger says of the member now. Throws `not-signed-in`,
 * `credential-revoked`, `not-a-member`.
 */
export async function askerOf(services: Services, claims: Claims): Promise<Asker> {
  const row = await sessionOf(services.sql, claims.session, services.now())
  if (row === null || row.member !== claims.member || row.thumbprint !== claims.thumbprint) throw notSignedIn()
  await readyOf(services)
  const newest = services.ledger.current()
  const state = newest === null ? null : asOf(newest, services.now())
  const found = state === null ? null : get(state.members, row.member)
  if (state === null || found === null) throw new Problem('not-a-member', 'The ledger knows no such member.')
  const { removedAt } = found
  const opened = { credential: row.credential, byTouch: row.byTouch, at: row.startedAt }
  const { id: session, expiresAt: sessionEnds, member } = row
  return { claims, session, sessionEnds, member, opened, state, removedAt }
}

/** The token and the proof of a request (RFC 9449, 7.1). Throws `not-signed-in` where there is no token. */
export function readPresentedProof({ req }: Context): PresentedProof {
  const [, token] = /^DPoP ([\w.~+/-]+=*)$/i.exec(req.header('authorization') ?? '') ?? []
  if (token === undefined || token.length > longestToken) throw notSignedIn()
  return { token, proof: req.header(proofHeader) ?? '', method: req.method, path: req.path }
}

/** As `askerOf`, for whoever is still a member. Throws `removed` too. */
export async function memberOf(services: Services, claims: Claims): Promise<Asker> {
  const asker = await askerOf(services, claims)
  if (asker.removedAt !== null) throw new Problem('removed', 'This member was removed.')
  return asker
}
