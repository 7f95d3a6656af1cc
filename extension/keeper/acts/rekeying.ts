import { Failure } from '../../../shared/bytes/failure.ts'
import { expiredGrants } from '../../../shared/access/expired.ts'
import { Refused } from '../../../shared/ledger/replay/state.ts'
import type { Open } from '../vault/open.ts'
import { lackingKeys } from '../vault/keyring.ts'
import { dueForSplit } from './recovery.ts'
import { sealsAhead } from './rekey.ts'
import { submitRekey } from './submit.ts'
import { sync } from '../sync/sync.ts'
import { stateOf } from '../vault/vault.ts'

/**
 * P7: what somebody's act left stale, or a date ended, is re-keyed by the first client that can, one entry a turn, so that a person is not held
 * up by all of it. Nothing is written down: what is left is found again in the ledger, by a worker that wakes too.
 */
export class Rekeying {
  /** So many of so many seals, while it goes on. */
  progress: { done: number; total: number } | null = null
  /** The ledger's head, and how many grants were over and keys lacking, when this client last looked for what it can re-key. */
  private lookedAt: string | null = null

  constructor(
    private readonly changed: () => void,
    private readonly again: () => void,
  ) {}

  /**
   * Once for each head of the ledger and set of keys: when somebody else was first there is nothing left, and when it fails it waits for news,
   * or for the next unlock.
   */
  async turn(open: Open): Promise<void> {
    const state = stateOf(open.vault)
    const over = expiredGrants(state, open.vault.me).length
    const now = [state.head.hash, over, lackingKeys(open.vault).length].join(' ')
    if (this.lookedAt === now) return
    this.lookedAt = now
    const ahead = sealsAhead(open.vault)
    if (ahead + over === 0 && dueForSplit(open.vault) === null) return this.tell(null)
    const total = Math.max(this.progress?.total ?? 0, ahead)
    const before = total - ahead
    try {
      const sent = await submitRekey(open, (done) => {
        this.tell({ done: Math.min(total, before + done), total })
      })
      if (sent) await sync(open.desk, open.session, open.vault)
      if (sent && (sealsAhead(open.vault) > 0 || dueForSplit(open.vault) !== null)) return this.again()
      this.tell(null)
    } catch (error) {
      this.tell(null)
      if (!(error instanceof Failure || error instanceof Refused)) throw error
    }
  }

  /** At lock. */
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
