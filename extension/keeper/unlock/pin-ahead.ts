import { wipe } from '../../../shared/bytes/bytes.ts'
import type { Bytes } from '../../../shared/bytes/bytes.ts'
import type { OrgId } from '../../../shared/bytes/ids.ts'
import { stretchPin } from '../../../shared/crypto/argon2.ts'

/** A PIN that is stretched ahead while the person reaches for the key: in memory only, good for one use. */
export class PinAhead {
  private begun: { pin: string; org: OrgId; stretched: Promise<Bytes> } | null = null

  constructor(private readonly stretch = stretchPin) {}

  start(pin: string, org: OrgId): void {
    this.stop()
    const stretched = this.stretch(pin, org)
    // Told to whoever uses it; nobody may.
    stretched.catch(() => undefined)
    this.begun = { pin, org, stretched }
  }

  /** That PIN stretched, begun ahead or only now; whoever takes it overwrites it, and no second try meets it. */
  take(pin: string, org: OrgId): Promise<Bytes> {
    const ahead = this.begun
    if (ahead?.pin !== pin || ahead.org !== org) return this.stretch(pin, org)
    this.begun = null
    return ahead.stretched
  }

  /** P10: overwrites what nobody took. */
  stop(): void {
    this.begun?.stretched.then(wipe, () => undefined)
    this.begun = null
  }
}
