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
import { ServerRefusal, mayHaveLanded } from '../desk/api.ts'
import type { RequestOf } from '../desk/api.ts'
import { callAs } from '../desk/call-as.ts'
import type { Open } from '../vault/open.ts'
import { noteSeal } from '../vault/seen-seals.ts'
import { seedOf } from '../desk/session.ts'
import { forgetShift } from './shift.ts'
import { hardened, openSealed, orWrongPin, takeNonce } from './unlock.ts'
import type { Touch } from './unlock.ts'
import { stateOf } from '../vault/vault.ts'

/** The first half: what the old PIN opened (the seed is the caller's, to be wiped), and how the next one seals. */
export type BegunChange = {
  change: AttemptId
  content: SeedContent
  /** Of the row to come. */
  revision: number
  /** Seals under key and next PIN; may be asked again. `forget` wipes what it seals with. */
  seal(content: SeedContent): Promise<Bytes>
  forget(): void
}

/**
 * The old PIN must open the sealed seed first (P2), and it must be that of who is unlocked. `old`, `next`: both PINs stretched;
 * used up. Nothing has changed yet.
 * @throws WrongPin; Failure `wrong-org`, `bad-voprf-proof`; what `call` throws
 */
export async function beginChange(
  { desk, session }: Open,
  old: Promise<Bytes>,
  next: Promise<Bytes>,
  touch: Touch,
): Promise<BegunChange> {
  const { org, member, credential } = session
  const nonce = await takeNonce(desk)
  const [blinding, nextBlinding] = [await using(await old, blind), await using(await next, blind)]
  const blinded = { blinded: toBase64url(blinding.blinded), newBlinded: toBase64url(nextBlinding.blinded) }
  const begun = await callAs(desk, session, 'pinBegin', { nonce, assertion: touch.assertion, ...blinded })

  const now = hardened(blinding, begun)
  const sealedNow = { ...begun, voprfPublicKey: now.voprfPublicKey }
  const opening = using(now.y, (y) => openSealed(org, touch, y, sealedNow))
  const content = await opening.catch(orWrongPin(begun.triesLeft))
  const mine = await using(seedOf(session), (seed) => equal(seed, content.seed) && content.member === member)
  if (!mine) wipe(content.seed)
  if (!mine) throw new Failure('wrong-org')

  const revision = begun.sealRevision + 1
  const { y, voprfPublicKey } = hardened(nextBlinding, begun.next)
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

/** The member's signature over this change and exactly the seed that was sealed for it. */
export async function signChange({ session, vault }: Open, change: AttemptId, sealed: Bytes): Promise<Signature> {
  const { server: serverOrigin, org, member } = session
  return vault.keys.sign.sign(pinChangeProof({ org, member, serverOrigin, change, sealed: await sha256(sealed) }))
}

/**
 * Another PIN for the key that is in use: the seed is sealed anew, under a new VOPRF key, at the next seal revision, with the
 * newest head of the ledger that this desk verified as its pin. Until the server has landed it whole the old PIN holds.
 * @throws as `beginChange`; Failure `old-seal`, `pin-unclear` where the last answer was lost twice
 */
export async function changePin(open: Open, old: Promise<Bytes>, next: Promise<Bytes>, touch: Touch): Promise<void> {
  const { desk, session, vault } = open
  const { change, content, revision, seal, forget } = await beginChange(open, old, next, touch)
  const { sequence, hash: head } = stateOf(vault).head
  const sealed = await using(content.seed, (seed) => seal({ ...content, seed, ledger: { sequence, head } }))
  forget()
  await land(open, { change, sealedSeed: toBase64url(sealed), signature: await signChange(open, change, sealed) })
  await noteSeal(desk, vault, session.credential, revision)
  await forgetShift(desk)
}

/** A change lands once: where it is gone by the second asking, the first one landed it. */
async function land({ desk, session }: Open, body: RequestOf<'pinFinish'>): Promise<void> {
  const ask = () => callAs(desk, session, 'pinFinish', body)
  try {
    await ask()
  } catch (lost) {
    if (!mayHaveLanded(lost)) throw lost
    await ask().catch((error: unknown) => {
      if (error instanceof ServerRefusal && error.code === 'not-found') return
      throw mayHaveLanded(error) ? new Failure('pin-unclear') : error
    })
  }
}
