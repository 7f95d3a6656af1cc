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
import type { Touch } from './unlock.ts'
import { stateOf } from '../vault/vault.ts'

const HOUR = 3_600_000
const VOPRF_PUBLIC = 32

type Kept = Stored<'shift'>

const place = ({ org, member, credential, server }: Omit<Kept, 'since' | 'until' | 'sealed'>) =>
  shiftContext({ org, member, credentialId: fromBase64url(credential), serverOrigin: server })

/** Drops what is kept for an assertion alone. */
export const forgetShift = (desk: Desk): Promise<void> => removeStored(desk, 'shift')

/** Returns what is kept for an assertion alone, while it lasts by this desk's clock; null when there is nothing. */
export async function keptShift(desk: Desk): Promise<Kept | null> {
  const found = await readStored(desk, 'shift')
  return found !== null && desk.now() < found.until ? found : null
}

/** Until when what was kept `since` then may be used, by the policy that this desk verified (P4). */
const limit = (state: LedgerState, since: number) => since + shiftHours(state) * HOUR

/**
 * After an unlock with key and PIN: keeps y for the shift where the verified policy has one, in place of what was kept
 * before, whosever it was. Uses y up. A server that does not take part costs nothing but the next PIN.
 */
export async function keepShift({ desk, session, vault }: Open, y: Uint8Array, voprfPublicKey: Uint8Array) {
  await forgetShift(desk)
  const { server, org, member, credential } = session
  const since = desk.now()
  const until = limit(stateOf(vault), since)
  const key = shiftKey(randomBytes(32))
  const content = concat(voprfPublicKey, y)
  wipe(y)
  try {
    if (until <= since) return
    const sealed = await sealAead(key, place(session), content)
    const { endsAt } = await callAs(desk, session, 'shiftKeep', { key: toBase64url(key) })
    const own: Kept = {
      server,
      org,
      member,
      credential,
      since,
      until: Math.min(until, endsAt),
      sealed: toBase64url(sealed),
    }
    await writeStored(desk, 'shift', own)
  } catch (error) {
    if (!(error instanceof Failure)) throw error
  } finally {
    for (const secret of [key, content]) wipe(secret)
  }
}

/** After each sync: a policy that allows less ends sooner what is kept; one without a shift drops it at once (P4). */
export async function limitShift(desk: Desk, state: LedgerState): Promise<void> {
  const own = await keptShift(desk)
  const until = own === null ? 0 : Math.min(own.until, limit(state, own.since))
  if (own === null || until <= desk.now()) await forgetShift(desk)
  else if (until < own.until) await writeStored(desk, 'shift', { ...own, until })
}

/** Codes after which only key and PIN open. */
const OVER = new Set([
  'shift-over',
  'credential-dead',
  'credential-revoked',
  'credential-unknown',
  'removed',
  'old-seal',
])

/**
 * The touch alone. What the server refuses, or what does not open, is over: from then on it takes the PIN.
 * @throws Failure `shift-over`, `shift-other-key`, `wrong-org`, `old-seal`; ServerRefusal; `server-unreachable`
 */
export async function finishShift(desk: Desk, touch: Touch): Promise<Session> {
  const own = await keptShift(desk)
  const nonce = await takeNonce(desk)
  if (own === null) throw new Failure('shift-over')
  const { assertion } = touch
  if (assertion.credentialId !== own.credential) throw new Failure('shift-other-key')
  try {
    const reply = await call(desk, own.server, 'shiftOpen', { nonce, assertion })
    const opened = await using(shiftKey(fromBase64url(reply.key)), (key) =>
      openAead(key, place(own), fromBase64url(own.sealed)),
    )
    const content = await using(opened, () => {
      const [voprfPublicKey, y] = [opened.slice(0, VOPRF_PUBLIC), opened.slice(VOPRF_PUBLIC)]
      return using(y, () => openSealed(own.org, touch, y, { ...reply, voprfPublicKey }))
    })
    const { attempt, sealRevision } = reply
    return await signIn(desk, own.server, content, { attempt, sealRevision, credential: own.credential })
  } catch (error) {
    const code = error instanceof Failure ? error.code : ''
    const closed = code === 'wrong-pin-or-key' || code === 'cannot-open'
    if (closed || OVER.has(code)) await forgetShift(desk)
    throw closed && !(error instanceof ServerRefusal) ? new Failure('shift-over') : error
  }
}
