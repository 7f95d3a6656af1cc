import { ask } from '../messages/ask.ts'
import type { Creation, Input, UnlockResult } from '../messages/contract.ts'
import { getAssertion, assertWith, register } from './webauthn.ts'

export type Enrolment = Input<'enrol.start'>

/** The server's nonces are valid for two minutes, of which the touch needs a part. */
const GOOD_FOR = 90_000

/** An enrolment whose PIN the keeper has judged, and until when its challenges can be used (`performance.now()`). */
export interface NewCeremony {
  readonly enrolment: Enrolment
  readonly pin: string
  readonly creation: Creation
  readonly until: number
}

/** Begins an enrolment. The keeper judges the PIN, and stretches it while the person reaches for the key. */
export async function beginEnrolment(enrolment: Enrolment, pin: string): Promise<NewCeremony> {
  const creation = await ask('enrol.start', enrolment)
  const until = performance.now() + GOOD_FOR
  await ask('enrol.pin', { pin })
  return { enrolment, pin, creation, until }
}

/**
 * Registers a key. `progress`: the second touch is due, then the key has done its part.
 * @throws AskFailure of WebAuthn, of the keeper, or of the server; the keeper has then forgotten the enrolment.
 */
export async function enrolKey(
  begun: NewCeremony,
  signal: AbortSignal,
  progress: (now: 'again' | 'touched') => void,
): Promise<'unlocked' | 'waiting'> {
  try {
    const { pin, creation } = performance.now() < begun.until ? begun : await beginEnrolment(begun.enrolment, begun.pin)
    const registered = await register(creation, signal, () => {
      progress('again')
    })
    progress('touched')
    const { state } = await ask('enrol.finish', { pin, ...registered })
    return state
  } catch (thrown) {
    await ask('enrol.cancel', null).catch(() => null)
    throw thrown
  }
}

/**
 * One Enter, one touch, one round trip after it: the PIN is stretched while the person reaches for the key. `onTouched`
 * is called when the key has answered. (P2: PIN and key are both needed; the keeper joins them.)
 */
export async function unlock(pin: string, signal: AbortSignal, onTouched: () => void): Promise<UnlockResult> {
  // Only a head start: `unlock.finish` stretches the PIN itself should the worker have died in between.
  void ask('unlock.prepare', { pin }).catch(() => null)
  const touched = await getAssertion(await ask('unlock.start', null), signal)
  onTouched()
  return (await ask('unlock.finish', { pin, ...touched })).state
}

/** Within the shift: the touch alone. */
export async function unlockWithKeyAlone(signal: AbortSignal, onTouched: () => void): Promise<UnlockResult> {
  const touched = await getAssertion(await ask('shift.start', null), signal)
  onTouched()
  return (await ask('shift.finish', touched)).state
}

/** Changes the PIN of the key in use. The keeper judges the new PIN before the touch; after it the old PIN must open the vault. */
export async function changePin(pin: string, next: string, signal: AbortSignal, onTouched: () => void): Promise<void> {
  const touched = await assertWith(await ask('pin.start', { next }), signal)
  // The person cancelled at the moment of the touch: that still counts.
  signal.throwIfAborted()
  onTouched()
  await ask('pin.finish', { pin, next, ...touched })
}

/** Replaces the person's own keys, with a new PIN. Works like a change of PIN; whatever held the old keys can no longer use them. */
export async function rotateKeys(pin: string, next: string, signal: AbortSignal, onTouched: () => void): Promise<void> {
  const touched = await assertWith(await ask('pin.start', { next }), signal)
  // The person cancelled at the moment of the touch: that still counts.
  signal.throwIfAborted()
  onTouched()
  await ask('rotate.finish', { pin, next, ...touched })
}
