import { signature } from '../../../shared/bytes/ids.ts'
import { pinChangeProof } from '../../../shared/crypto/contexts.ts'
import { sha256 } from '../../../shared/crypto/hash.ts'
import { randomBytes } from '../../../shared/crypto/random.ts'
import { toBase64url } from '../../../shared/bytes/base64url.ts'
import { credentialOf } from '../../store/credentials.ts'
import { addCredential } from '../../store/enrolments.ts'
import { newPinChange } from '../../store/pin-changes.ts'
import { publicOrigin, randomText } from '../desk.ts'
import { pinBeginBody } from '../person.ts'
import { isSignedIn } from './cast.ts'
import type { Cast, Player } from './cast.ts'
import { members, nobodyBut } from './outcomes.ts'
import type { Rows } from './outcomes.ts'

const noBody = () => ({})

/** One more FIDO key of that person, which nobody has a session with. */
async function spareKey({ desk, org }: Cast, { member }: Player): Promise<string> {
  const credential = randomText(32)
  const of = { invitation: null, signKey: null, receiveKey: null, invitationSignature: null, id: '', expiresAt: 0 }
  const key = {
    member,
    credential,
    publicKey: randomText(64),
    counter: 0,
    transports: [],
    voprfRandom: randomBytes(32),
    aaguid: null,
    attested: false,
  }
  const seal = { sealedSeed: randomText(200), sealRevision: 1 }
  await addCredential(desk.database.db, { kind: 'further-key', org, ...of, ...key }, seal, desk.now())
  return credential
}
const revoke = async (cast: Cast, of: Player) => ({
  body: { member: of.member, credential: await spareKey(cast, of) },
})

/** A change of PIN that was begun for that person's key, as its second half needs it; signed by another where asked. */
export async function begunChange({ desk, org }: Cast, of: Player, by = of) {
  const { db } = desk.database
  const key = await credentialOf(db, of.key.id)
  const change = key === null ? null : (await db.transaction((tx) => newPinChange(tx, key, desk.now()))).id
  if (change === null) return { change: randomText(16), sealedSeed: randomText(200), signature: noSignature() }
  const sealed = randomBytes(200)
  const proof = { org, member: by.member, serverOrigin: publicOrigin, change, sealed: await sha256(sealed) }
  return { change, sealedSeed: toBase64url(sealed), signature: await by.keys.sign.sign(pinChangeProof(proof)) }
}
const noSignature = () => signature.read(randomBytes(64))

/** What a session is for: it itself, one's own keys and PIN, and colleagues' keys. */
export const accountRows: Rows<
  | 'endSession'
  | 'renew'
  | 'credentials'
  | 'attestation'
  | 'memberCredentials'
  | 'keyUse'
  | 'revokeCredential'
  | 'pinBegin'
  | 'pinFinish'
  | 'shiftKeep'
> = {
  endSession: {
    other: null,
    own: {
      // A session of its own, since the others have more to do; who was removed shows the token from before.
      ask: async ({ openSession }, by) => (isSignedIn(by) ? { token: (await openSession(by)).token } : {}),
      gets: members('ok'),
    },
  },
  // Who was removed may still see that they were.
  renew: { other: null, own: { ask: noBody, gets: members('ok', {}, 'ok') } },
  credentials: { other: null, own: { ask: noBody, gets: members('ok') } },
  attestation: { other: null, own: { ask: noBody, gets: nobodyBut(['owner'], 'not-allowed') } },
  keyUse: { other: null, own: { ask: noBody, gets: nobodyBut(['admin', 'owner'], 'not-allowed') } },
  memberCredentials: {
    other: { ask: ({ colleague }) => ({ at: colleague.member }), gets: nobodyBut(['admin', 'owner'], 'not-allowed') },
    more: {
      'of an owner': { ask: ({ partner }) => ({ at: partner.member }), gets: nobodyBut(['owner'], 'not-allowed') },
    },
    own: { ask: (_, by) => ({ at: by.member }), gets: members('ok') },
  },
  revokeCredential: {
    other: { ask: (cast) => revoke(cast, cast.colleague), gets: nobodyBut(['admin', 'owner'], 'not-allowed') },
    more: {
      'of an owner': { ask: (cast) => revoke(cast, cast.partner), gets: nobodyBut(['owner'], 'not-allowed') },
      'of a colleague, called one’s own': {
        ask: async (cast, by) => ({ body: { member: by.member, credential: await spareKey(cast, cast.colleague) } }),
        gets: members('credential-unknown'),
      },
    },
    own: { ask: revoke, gets: members('ok') },
  },
  pinBegin: {
    other: {
      ask: async ({ desk, colleague }) => ({ body: (await pinBeginBody(desk, colleague, '820417')).body }),
      gets: members('bad-assertion'),
    },
    own: {
      ask: async ({ desk }, by) => ({ body: (await pinBeginBody(desk, by, '820417')).body }),
      gets: members('ok'),
    },
  },
  pinFinish: {
    other: {
      ask: async (cast, by) => ({ body: await begunChange(cast, cast.colleague, by) }),
      gets: members('not-found'),
    },
    own: { ask: async (cast, by) => ({ body: await begunChange(cast, by) }), gets: members('ok') },
  },
  shiftKeep: { other: null, own: { ask: () => ({ body: { key: randomText(32) } }), gets: members('ok') } },
}
