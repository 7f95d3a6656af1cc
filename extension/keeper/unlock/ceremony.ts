import { toBase64url } from '../../../shared/bytes/base64url.ts'
import { using } from '../../../shared/bytes/bytes.ts'
import { newMemberId, orgOf, zero32, zeroOrg } from '../../../shared/bytes/ids.ts'
import { Failure } from '../../../shared/bytes/failure.ts'
import { joinProof, prfSalt, profileInput } from '../../../shared/crypto/contexts.ts'
import { invitationSigner, memberKeys } from '../../../shared/crypto/derive.ts'
import { sha256 } from '../../../shared/crypto/hash.ts'
import { receiveHash } from '../../../shared/crypto/hpke.ts'
import { newMemberSeed } from '../../../shared/crypto/keys.ts'
import type { MemberSeed } from '../../../shared/crypto/keys.ts'
import { randomBytes } from '../../../shared/crypto/random.ts'
import { signLedgerEntry } from '../../../shared/ledger/sign-entry.ts'
import type { Creation } from '../../messages/contract.ts'
import { call } from '../desk/api.ts'
import { callAs } from '../desk/call-as.ts'
import type { Desk } from '../desk/desk.ts'
import { readInvitation } from './invitation-code.ts'
import { seedOf } from '../desk/session.ts'
import type { Session } from '../desk/session.ts'
import { readStored, removeStored, writeStored } from '../desk/session-store.ts'
import type { Stored } from '../desk/session-store.ts'
import { hello } from '../desk/server.ts'
import { freshChallenge, userHandle } from './unlock.ts'

/** An enrolment under way: in the browser's memory between its two messages, removed at its end (P10). */
export type Ceremony = Stored<'ceremony'>

/** Returns the enrolment under way. Throws Failure `ceremony-over` where there is none. */
export async function readCeremony(desk: Desk): Promise<Ceremony> {
  const found = await readStored(desk, 'ceremony')
  if (found === null) throw new Failure('ceremony-over')
  return found
}
export const endCeremony = (desk: Desk): Promise<void> => removeStored(desk, 'ceremony')

type Begun = Omit<Ceremony, 'seed' | 'registrationNonce' | 'assertionNonce'> & { seed: MemberSeed }
type Said = Pick<Creation, 'rpId' | 'orgName' | 'person' | 'exclude' | 'attested'>

/** Fetches the two nonces, keeps the ceremony, and gives the page what the key must be asked. */
async function begin(desk: Desk, begun: Begun, said: Said): Promise<Creation> {
  const registration = await freshChallenge(desk, begun.server, 'enrol')
  const proof = await freshChallenge(desk, begun.server, 'prove')
  const nonces = { registrationNonce: registration.nonce, assertionNonce: proof.nonce }
  const seed = await using(begun.seed, toBase64url)
  await writeStored(desk, 'ceremony', { ...begun, seed, ...nonces })
  return {
    ...said,
    userId: toBase64url(userHandle(begun.member, begun.org)),
    challenge: registration.challenge,
    proveChallenge: proof.challenge,
    prfSalt: toBase64url(await prfSalt()),
  }
}

/** The first owner: the org is the hash of the entry that this person signs with keys made here. */
export async function beginSetup(
  desk: Desk,
  server: string,
  rpId: string,
  input: { code: string; orgName: string; name: string; email: string },
): Promise<Creation> {
  const { orgName, name, email } = input
  const seed = newMemberSeed()
  const { sign, receive } = await memberKeys(seed)
  const member = newMemberId()
  const salt = randomBytes(32)
  const profile = await sha256(profileInput({ org: zeroOrg, member, name, email, salt }))
  const keys = { signKey: sign.publicKey, receive: await receiveHash(receive.publicKey) }
  const { entry, hash } = await signLedgerEntry(sign, {
    org: zeroOrg,
    sequence: 1,
    previous: zero32,
    time: desk.now(),
    author: member,
    acts: [{ act: 'org created', name: orgName, member, ...keys, profile }],
  })
  const begun: Begun = {
    server,
    org: orgOf(hash),
    member,
    seed,
    keyGeneration: 1,
    pinned: { sequence: 1, hash },
    authority: { kind: 'setup', code: input.code },
    outcome: {
      kind: 'setup',
      entry: toBase64url(entry),
      receiveKey: toBase64url(receive.publicKey),
      profile: { member, name, email, salt: toBase64url(salt) },
    },
  }
  return begin(desk, begun, { rpId, orgName, person: name, exclude: [], attested: false })
}

/** What an invitation's code leads to. Throws Failure `bad-invitation-code`, `invitation-other-org`; ServerRefusal. */
export async function lookAtInvitation(desk: Desk, pasted: string) {
  const code = readInvitation(pasted)
  const said = await hello(desk, code.server)
  if (said.org?.id !== code.org) throw new Failure('invitation-other-org')
  const reply = await call(desk, code.server, 'invitation', null, { id: code.invitation })
  if (reply.org !== code.org) throw new Failure('invitation-other-org')
  return { code, ...reply }
}

/** A newcomer: new keys, signed by themselves and by the invitation's secret (S1). */
export async function beginJoin(desk: Desk, rpId: string, pasted: string): Promise<Creation> {
  const { code, orgName, name, state } = await lookAtInvitation(desk, pasted)
  if (state === 'expired') throw new Failure('invitation-expired')
  if (state !== 'open') throw new Failure('invitation-used')
  const { org, invitation } = code
  const seed = newMemberSeed()
  const { sign, receive } = await memberKeys(seed)
  const member = newMemberId()
  const signKey = sign.publicKey
  const proof = joinProof({ org, invitation, member, signKey, receiveHash: await receiveHash(receive.publicKey) })
  const signature = await (await invitationSigner(code.secret)).sign(proof)
  const begun: Begun = {
    server: code.server,
    org,
    member,
    seed,
    keyGeneration: 1,
    pinned: code.ledger,
    authority: { kind: 'invitation', invitation, signKey, receiveKey: toBase64url(receive.publicKey), signature },
    outcome: { kind: 'join', ownSignature: await sign.sign(proof) },
  }
  return begin(desk, begun, { rpId, orgName, person: name, exclude: [], attested: code.attested })
}

/** A further key for the person who is unlocked: the same seed, sealed once more. */
export async function beginFurtherKey(
  desk: Desk,
  session: Session,
  keyGeneration: number,
  said: Omit<Said, 'exclude'>,
): Promise<Creation> {
  const { server, org, member, pinned } = session
  const { credentials } = await callAs(desk, session, 'credentials', null)
  const begun: Begun = {
    server,
    org,
    member,
    pinned,
    seed: seedOf(session),
    keyGeneration,
    authority: { kind: 'session' },
    outcome: { kind: 'further-key' },
  }
  return begin(desk, begun, { ...said, exclude: credentials.map(({ id }) => id) })
}
