import { fromBase64url, toBase64url } from '../../../shared/bytes/base64url.ts'
import { equal, using, wipe } from '../../../shared/bytes/bytes.ts'
import type { Bytes } from '../../../shared/bytes/bytes.ts'
import { Failure } from '../../../shared/bytes/failure.ts'
import type { AttemptId, Signature } from '../../../shared/bytes/ids.ts'
import { pinChangeProof, sealedSeedContext } from '../../../shared/crypto/contexts.ts'
import { sha256 } from '../../../shared/crypto/hash.ts'
import { sealSeed, unlockKeys } from '../../../shared/crypto/unlock.ts'
import type { SeedContent } from '../../../shared/crypto/unlock.ts'
import { blind } from '../../../shared/crypto/voprf-blind.ts'
import { ServerRefusal, isOutcomeUnknown } from '../desk/api.ts'
import type { RequestOf } from '../desk/api.ts'
import { callAs } from '../desk/call-as.ts'
import type { Open } from '../vault/open.ts'
import { noteSeal } from '../vault/seen-seals.ts'
import { seedOf } from '../desk/session.ts'
import { forgetShift } from './shift.ts'
import { finishHardening, openSealed, throwWrongPin, takeNonce } from './unlock.ts'
import type { KeyAssertion } from './unlock.ts'
import { stateOf } from '../vault/vault.ts'

/** A change of PIN after its first half: what the old PIN opened (the caller must wipe the seed), and how the new PIN seals. */
export type BegunChange = {
  change: AttemptId
  content: SeedContent
  /** The seal revision of the sealed seed under the new PIN. */
  revision: number
  /** Seals under FIDO key and new PIN; may be called several times. `forget` wipes the key that it seals with. */
  seal(content: SeedContent): Promise<Bytes>
  forget(): void
}

/**
 * Opens the sealed seed with the old PIN (P2), and prepares the sealing under the new one. Nothing has changed at the server yet.
 * @param old the old PIN after Argon2id, `next` the new one; both are overwritten here
 * @throws WrongPin; Failure `wrong-org` where the seed is not that of the unlocked person, `bad-voprf-proof`; what `callAs` throws
 */
export async function beginChange(
  { desk, session }: Open,
  old: Promise<Bytes>,
  next: Promise<Bytes>,
  touch: KeyAssertion,
): Promise<BegunChange> {
  const { org, member, credential } = session
  const nonce = await takeNonce(desk)
  const [blinding, nextBlinding] = [await using(await old, blind), await using(await next, blind)]
  const blinded = { blinded: toBase64url(blinding.blinded), newBlinded: toBase64url(nextBlinding.blinded) }
  const begun = await callAs(desk, session, 'pinBegin', { nonce, assertion: touch.assertion, ...blinded })

  const current = finishHardening(blinding, begun)
  const currentSeal = { ...begun, voprfPublicKey: current.voprfPublicKey }
  const opening = using(current.y, (y) => openSealed(org, touch, y, currentSeal))
  const content = await opening.catch(throwWrongPin(begun.triesLeft))
  const isOwnSeed = await using(seedOf(session), (seed) => equal(seed, content.seed) && content.member === member)
  if (!isOwnSeed) wipe(content.seed)
  if (!isOwnSeed) throw new Failure('wrong-org')

  const revision = begun.sealRevision + 1
  const { y, voprfPublicKey } = finishHardening(nextBlinding, begun.next)
  const credentialId = fromBase64url(credential)
  const keys = await using(y, () =>
    using(fromBase64url(touch.prf), (prf) => unlockKeys({ prf, y, credentialId, voprfPublicKey })),
  )
  const context = sealedSeedContext({ credentialId, voprfPublicKey, revision })
  return {
    change: begun.change,
    content,
    revision,
    seal: (sealed) => sealSeed(keys, context, sealed),
    forget: () => void wipe(keys.sealKey),
  }
}

/** Returns the member's signature over this change and the hash of the sealed seed: the server can put no other in its place. */
export async function signChange({ session, vault }: Open, change: AttemptId, sealed: Bytes): Promise<Signature> {
  const { server: serverOrigin, org, member } = session
  return vault.keys.sign.sign(pinChangeProof({ org, member, serverOrigin, change, sealed: await sha256(sealed) }))
}

/**
 * Changes the PIN of the FIDO key in use. The seed is sealed anew under a new VOPRF key, at the next seal revision, together with
 * the newest ledger head that this device verified. The old PIN works until the server has stored all of it.
 * @throws as `beginChange`; Failure `old-seal`; `pin-unclear` where the answer was lost twice, so that either PIN may be valid
 */
export async function changePin(
  open: Open,
  old: Promise<Bytes>,
  next: Promise<Bytes>,
  touch: KeyAssertion,
): Promise<void> {
  const { desk, session, vault } = open
  const { change, content, revision, seal, forget } = await beginChange(open, old, next, touch)
  const { sequence, hash: head } = stateOf(vault).head
  const sealed = await using(content.seed, (seed) => seal({ ...content, seed, ledger: { sequence, head } }))
  forget()
  await sendChange(open, { change, sealedSeed: toBase64url(sealed), signature: await signChange(open, change, sealed) })
  await noteSeal(desk, vault, session.credential, revision)
  await forgetShift(desk)
}

/** Sends the change, and once more where the answer was lost: `not-found` then means that the first request carried it out. */
async function sendChange({ desk, session }: Open, body: RequestOf<'pinFinish'>): Promise<void> {
  const ask = () => callAs(desk, session, 'pinFinish', body)
  try {
    await ask()
  } catch (lost) {
    if (!isOutcomeUnknown(lost)) throw lost
    await ask().catch((error: unknown) => {
      if (error instanceof ServerRefusal && error.code === 'not-found') return
      throw isOutcomeUnknown(error) ? new Failure('pin-unclear') : error
    })
  }
}
