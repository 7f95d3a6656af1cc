import { shiftHours } from '../../../shared/access/shift-hours.ts'
import { fromBase64url, toBase64url } from '../../../shared/bytes/base64url.ts'
import { concat, using, wipe } from '../../../shared/bytes/bytes.ts'
import { Failure } from '../../../shared/bytes/failure.ts'
import { openAead, sealAead } from '../../../shared/crypto/aead.ts'
import { shiftContext } from '../../../shared/crypto/contexts.ts'
import { shiftKey } from '../../../shared/crypto/keys.ts'
import { randomBytes } from '../../../shared/crypto/random.ts'
import type { LedgerState } from '../../../shared/ledger/replay/state.ts'
import { ServerRefusal, call } from '../desk/api.ts'
import { callAs } from '../desk/call-as.ts'
import type { Desk } from '../desk/desk.ts'
import type { Open } from '../vault/open.ts'
import type { Session } from '../desk/session.ts'
import { readStored, removeStored, writeStored } from '../desk/session-store.ts'
import type { Stored } from '../desk/session-store.ts'
import { openSealed, signIn, takeNonce } from './unlock.ts'
import type { KeyAssertion } from './unlock.ts'
import { stateOf } from '../vault/vault.ts'

const HOUR = 3_600_000
const VOPRF_PUBLIC = 32

type StoredShift = Stored<'shift'>

const sealContext = ({ org, member, credential, server }: Omit<StoredShift, 'since' | 'until' | 'sealed'>) =>
  shiftContext({ org, member, credentialId: fromBase64url(credential), serverOrigin: server })

/** Removes what is kept for the shift: the next unlock needs the PIN. */
export const forgetShift = (desk: Desk): Promise<void> => removeStored(desk, 'shift')

/** Returns what is kept for the shift, null where there is nothing or the shift is over by this device's clock. */
export async function readShift(desk: Desk): Promise<StoredShift | null> {
  const found = await readStored(desk, 'shift')
  return found !== null && desk.now() < found.until ? found : null
}

/** Returns the end (ms) of a shift that began at `since`, by the policy that this device verified (P4). */
const endOfShift = (state: LedgerState, since: number) => since + shiftHours(state) * HOUR

/**
 * Keeps y for the shift after an unlock with key and PIN, where the verified policy has a shift. It replaces what was kept
 * before, also another person's. Overwrites y. Where the server refuses, nothing is kept and the next unlock needs the PIN.
 */
export async function keepShift({ desk, session, vault }: Open, y: Uint8Array, voprfPublicKey: Uint8Array) {
  await forgetShift(desk)
  const { server, org, member, credential } = session
  const since = desk.now()
  const until = endOfShift(stateOf(vault), since)
  const key = shiftKey(randomBytes(32))
  const content = concat(voprfPublicKey, y)
  wipe(y)
  try {
    if (until <= since) return
    const sealed = await sealAead(key, sealContext(session), content)
    const { endsAt } = await callAs(desk, session, 'shiftKeep', { key: toBase64url(key) })
    const stored: StoredShift = {
      server,
      org,
      member,
      credential,
      since,
      until: Math.min(until, endsAt),
      sealed: toBase64url(sealed),
    }
    await writeStored(desk, 'shift', stored)
  } catch (error) {
    if (!(error instanceof Failure)) throw error
  } finally {
    for (const secret of [key, content]) wipe(secret)
  }
}

/** Applies the verified policy after each sync: a shorter shift ends sooner, and without one what is kept is removed at once (P4). */
export async function limitShift(desk: Desk, state: LedgerState): Promise<void> {
  const stored = await readShift(desk)
  const until = stored === null ? 0 : Math.min(stored.until, endOfShift(state, stored.since))
  if (stored === null || until <= desk.now()) await forgetShift(desk)
  else if (until < stored.until) await writeStored(desk, 'shift', { ...stored, until })
}

/** Codes that end the shift: after them the device unlocks with key and PIN only. */
const OVER = new Set([
  'shift-over',
  'credential-dead',
  'credential-revoked',
  'credential-unknown',
  'removed',
  'old-seal',
])

/**
 * Unlocks with the FIDO key alone during a shift, and returns the session. Where the server refuses for good, or the kept data
 * does not open, the shift ends and the PIN is needed.
 * @throws Failure `shift-over`, `shift-other-key`, `wrong-org`, `old-seal`, `server-unreachable`; ServerRefusal
 */
export async function finishShift(desk: Desk, touch: KeyAssertion): Promise<Session> {
  const stored = await readShift(desk)
  const nonce = await takeNonce(desk)
  if (stored === null) throw new Failure('shift-over')
  const { assertion } = touch
  if (assertion.credentialId !== stored.credential) throw new Failure('shift-other-key')
  try {
    const reply = await call(desk, stored.server, 'shiftOpen', { nonce, assertion })
    const opened = await using(shiftKey(fromBase64url(reply.key)), (key) =>
      openAead(key, sealContext(stored), fromBase64url(stored.sealed)),
    )
    const content = await using(opened, () => {
      const [voprfPublicKey, y] = [opened.slice(0, VOPRF_PUBLIC), opened.slice(VOPRF_PUBLIC)]
      return using(y, () => openSealed(stored.org, touch, y, { ...reply, voprfPublicKey }))
    })
    const { attempt, sealRevision } = reply
    return await signIn(desk, stored.server, content, { attempt, sealRevision, credential: stored.credential })
  } catch (error) {
    const code = error instanceof Failure ? error.code : ''
    const isUnopenable = code === 'wrong-pin-or-key' || code === 'cannot-open'
    if (isUnopenable || OVER.has(code)) await forgetShift(desk)
    throw isUnopenable && !(error instanceof ServerRefusal) ? new Failure('shift-over') : error
  }
}
