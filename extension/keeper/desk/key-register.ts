import { wipe } from '../../../shared/bytes/bytes.ts'

/**
 * P10: every key buffer that outlives one call of the keeper, so that the lock can overwrite it. Keys that live shorter are
 * overwritten where they are made (`using`). Copies that the JavaScript engine makes cannot be reached: SECURITY.md names them.
 */
export class KeyRegister {
  private readonly held = new Set<Uint8Array>()

  /** Registers a new key buffer, and returns it. */
  add<K extends Uint8Array>(key: K): K {
    this.held.add(key)
    return key
  }

  has(key: Uint8Array): boolean {
    return this.held.has(key)
  }

  /** Returns the registered buffers, for tests that look at them after the lock. */
  all(): Uint8Array[] {
    return [...this.held]
  }

  /** Overwrites all registered buffers with zeros, and forgets them. */
  wipe(): void {
    for (const key of this.held) wipe(key)
    this.held.clear()
  }
}
