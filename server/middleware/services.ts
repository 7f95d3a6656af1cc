import type { VoprfKey } from '../../shared/crypto/voprf-evaluate.ts'
import type { LedgerState } from '../../shared/ledger/replay/state.ts'
import type { Log } from '../log.ts'
import type { Metadata } from '../metadata.ts'
import type { Database, Pool } from '../store/database/connect.ts'
import type { Erasures } from '../store/erasures.ts'
import type { JournalEnds } from '../store/journal-ends.ts'
import type { Journals } from '../store/journals.ts'
import type { Ledger } from '../store/ledger.ts'
import type { Quotas } from '../store/quotas.ts'
import type { Repairs } from '../store/repairs.ts'
import type { SetupCode } from '../store/setup-code.ts'
import type { Sights } from '../store/sights.ts'
import type { Proofs } from './proofs.ts'
import type { Sockets } from './sockets.ts'
import type { Tickets } from '../store/tickets.ts'
import type { Tokens } from './tokens.ts'

/** What every route is handed. `now`: this server's clock, ms since 1970. */
export type Services = Readonly<{
  settings: Readonly<{ publicOrigin: string; extensionId: string }>
  db: Database
  /** The same pool, for a statement that is asked so often that it is kept prepared. */
  sql: Pool
  ledger: Ledger
  journals: Journals
  ends: JournalEnds
  sights: Sights
  repairs: Repairs
  /** Counts what a member does in an hour. */
  spend: Quotas
  erasures: Erasures
  sockets: Sockets
  tokens: Tokens
  /** Whether who shows a token has its session's key. */
  proofs: Proofs
  /** Ids that are good once. */
  tickets: Tickets
  /** The VOPRF key of a row: from the secret kept outside the database, and the row's 32 random bytes. */
  voprfKey: (rowRandom: Uint8Array) => Promise<VoprfKey>
  setupCode: SetupCode
  /** What the replayed policy allows of touch-only unlock. */
  shiftHours: (state: LedgerState) => number
  /** Whom to believe about models of FIDO keys; null where the server was given nobody. */
  metadata: Metadata | null
  log: Log
  /** How long an answer may take, in ms. */
  patience: number
  /** When this server started, by its clock: what was signed later was not lost by a backup that was restored before. */
  startedAt: number
  now: () => number
}>
