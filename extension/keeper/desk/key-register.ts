import { wipe } from '../../../shared/bytes/bytes.ts'

/**
 * P10: every key buffer that outlives one call of the keeper, from its birth to the lock. What lives shorter is overwritten
 * where it was made (`using`). Copies that the engine makes are out of reach: SECURITY.md names them.
 */
export class KeyRegister {
  private readonly held = new Set<Uint8Array>()

  /** Notes a key as it is made. */
  born<K extends Uint8Array>(key: K): K {
    this.held.add(key)
    return key
  }

  has(key: Uint8Array): boolean {
    return this.held.has(key)
  }

  /** What is held now, for tests that look at it after the lock. */
  all(): Uint8Array[] {
    return [...this.held]
  }

  /** Overwrites all of it. */
  wipe(): void {
    for (const key of this.held) wipe(key)
    this.held.clear()
  }
}
