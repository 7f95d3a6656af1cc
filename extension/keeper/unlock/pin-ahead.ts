import { wipe } from '../../../shared/bytes/bytes.ts'
import type { Bytes } from '../../../shared/bytes/bytes.ts'
import type { OrgId } from '../../../shared/bytes/ids.ts'
import { stretchPin } from '../../../shared/crypto/argon2.ts'

/** Runs Argon2id on a PIN while the person still reaches for the FIDO key. The result stays in memory and serves one use. */
export class PinAhead {
  private begun: { pin: string; org: OrgId; stretched: Promise<Bytes> } | null = null

  constructor(private readonly stretch = stretchPin) {}

  start(pin: string, org: OrgId): void {
    this.stop()
    const stretched = this.stretch(pin, org)
    // `take` reports a failure to its caller. This handler is for the case that nobody calls `take`.
    stretched.catch(() => undefined)
    this.begun = { pin, org, stretched }
  }

  /**
   * Returns this PIN stretched (from `start`, or computed now). The caller must overwrite it, and gets it once: a second try
   * stretches its PIN anew.
   */
  take(pin: string, org: OrgId): Promise<Bytes> {
    const ahead = this.begun
    if (ahead?.pin !== pin || ahead.org !== org) return this.stretch(pin, org)
    this.begun = null
    return ahead.stretched
  }

  /** P10: overwrites a stretched PIN that nobody took. */
  stop(): void {
    this.begun?.stretched.then(wipe, () => undefined)
    this.begun = null
  }
}
