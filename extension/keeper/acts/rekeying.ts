import { Failure } from '../../../shared/bytes/failure.ts'
import { expiredGrants } from '../../../shared/access/expired.ts'
import { Refused } from '../../../shared/ledger/replay/state.ts'
import type { Open } from '../vault/open.ts'
import { lackingKeys } from '../vault/keyring.ts'
import { findFolderToSplit } from './recovery.ts'
import { lacksRegister } from './register.ts'
import { sealsAhead } from './rekey.ts'
import { submitRekey } from './submit.ts'
import { sync } from '../sync/sync.ts'
import { stateOf } from '../vault/vault.ts'

/**
 * P7: re-keys in the background what others' acts left stale, and revokes ended grants. The first client that can does it, one entry
 * a turn, so that the person can work in between. Nothing is stored: what is left to do follows from the ledger.
 */
export class Rekeying {
  /** How many of how many seals are made, null while no re-keying is under way. */
  progress: { done: number; total: number } | null = null
  /** The ledger's head, and the numbers of ended grants and missing keys, at the last turn: until one changes there is nothing new. */
  private lookedAt: string | null = null

  constructor(
    private readonly changed: () => void,
    private readonly again: () => void,
  ) {}

  /**
   * Sends at most one entry with re-keyings. Runs once for each head of the ledger and set of keys: where another client was faster
   * nothing is left to do, and after a failure it waits for a new head or the next unlock.
   */
  async turn(open: Open): Promise<void> {
    const state = stateOf(open.vault)
    const over = expiredGrants(state, open.vault.me).length
    const now = [state.head.hash, over, lackingKeys(open.vault).length].join(' ')
    if (this.lookedAt === now) return
    this.lookedAt = now
    const ahead = sealsAhead(open.vault)
    const isDone = () => findFolderToSplit(open.vault) === null && !lacksRegister(open.vault)
    if (ahead + over === 0 && isDone()) return this.tell(null)
    const total = Math.max(this.progress?.total ?? 0, ahead)
    const before = total - ahead
    try {
      const sent = await submitRekey(open, (done) => {
        this.tell({ done: Math.min(total, before + done), total })
      })
      if (sent) await sync(open.desk, open.session, open.vault)
      if (sent && (sealsAhead(open.vault) > 0 || findFolderToSplit(open.vault) !== null)) return this.again()
      this.tell(null)
    } catch (error) {
      this.tell(null)
      if (!(error instanceof Failure || error instanceof Refused)) throw error
    }
  }

  /** Resets it at lock. */
  forget(): void {
    this.lookedAt = null
    this.progress = null
  }

  private tell(progress: Rekeying['progress']): void {
    if (this.progress === null && progress === null) return
    this.progress = progress
    this.changed()
  }
}
