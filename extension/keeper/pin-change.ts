import { toBase64url } from '../../shared/bytes/base64url.ts'
import { fromBase64url } from '../../shared/bytes/base64url.ts'
import { equal, using, wipe } from '../../shared/bytes/bytes.ts'
import type { Bytes } from '../../shared/bytes/bytes.ts'
import { Failure } from '../../shared/bytes/failure.ts'
import { pinChangeProof, sealedSeedContext } from '../../shared/crypto/contexts.ts'
import { sha256 } from '../../shared/crypto/hash.ts'
import { sealSeed, unlockKeys } from '../../shared/crypto/unlock.ts'
import { blind } from '../../shared/crypto/voprf-blind.ts'
import { ServerRefusal, call, mayHaveLanded } from './api.ts'
import type { RequestOf } from './api.ts'
import type { Open } from './keeper.ts'
import { noteSeal } from './seen-seals.ts'
import { freshToken, seedOf } from './session.ts'
import { forgetShift } from './shift.ts'
import { hardened, openSealed, orWrongPin, takeNonce } from './unlock.ts'
import type { Touch } from './unlock.ts'
import { stateOf } from './vault.ts'

/**
 * Another PIN for the key that is in use: the old one must open the sealed seed first (P2), then the seed is sealed anew,
 * under a new VOPRF key, at the next seal revision, with the newest head of the ledger that this desk verified as its pin.
 * `old`, `next`: both PINs stretched; used up. Until the server has landed it whole the old PIN holds.
 * @throws WrongPin; Failure `wrong-org`, `old-seal`, `bad-voprf-proof`, `pin-unclear` where the last answer was lost twice;
 *   what `call` throws
 */
export async function changePin(open: Open, old: Promise<Bytes>, next: Promise<Bytes>, touch: Touch): Promise<void> {
  const { desk, session, vault } = open
  const { server, org, member, credential } = session
  const nonce = await takeNonce(desk)
  const token = await freshToken(desk, session)
  const [blinding, nextBlinding] = [await using(await old, blind), await using(await next, blind)]
  const blinded = { blinded: toBase64url(blinding.blinded), newBlinded: toBase64url(nextBlinding.blinded) }
  const begun = await call(desk, server, 'pinBegin', { nonce, assertion: touch.assertion, ...blinded }, { token })

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
  const { sequence, hash: head } = stateOf(vault).head
  const sealed = await using(content.seed, (seed) =>
    using(keys.sealKey, () =>
      sealSeed(keys, sealedSeedContext({ credentialId, voprfPublicKey, revision }), {
        ...content,
        seed,
        ledger: { sequence, head },
      }),
    ),
  )
  const { change } = begun
  const proof = pinChangeProof({ org, member, serverOrigin: server, change, sealed: await sha256(sealed) })
  const signature = await vault.keys.sign.sign(proof)
  await land(open, { change, sealedSeed: toBase64url(sealed), signature })
  await noteSeal(desk, vault, credential, revision)
  await forgetShift(desk)
}

/** A change lands once: where it is gone by the second asking, the first one landed it. */
async function land({ desk, session }: Open, body: RequestOf<'pinFinish'>): Promise<void> {
  const ask = async () => call(desk, session.server, 'pinFinish', body, { token: await freshToken(desk, session) })
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
