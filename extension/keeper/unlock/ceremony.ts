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
import { fetchHello } from '../desk/server.ts'
import { freshChallenge, userHandle } from './unlock.ts'

/**
 * The state of one enrolment between its two messages from the page. It is kept in the browser's session storage (memory only)
 * and removed when the enrolment ends (P10). `seed`, the nonces and the hash are base64url of 32 bytes.
 */
export type Ceremony = Stored<'ceremony'>

/** Returns the enrolment that was begun. Throws Failure `ceremony-over` where there is none, or what is stored does not parse. */
export async function readCeremony(desk: Desk): Promise<Ceremony> {
  const found = await readStored(desk, 'ceremony')
  if (found === null) throw new Failure('ceremony-over')
  return found
}
export const endCeremony = (desk: Desk): Promise<void> => removeStored(desk, 'ceremony')

type NewCeremony = Omit<Ceremony, 'seed' | 'registrationNonce' | 'assertionNonce'> & { seed: MemberSeed }
type CreationTexts = Pick<Creation, 'rpId' | 'orgName' | 'person' | 'exclude' | 'attested'>

/**
 * Fetches the two nonces, stores the enrolment, and returns what the page needs for WebAuthn: one challenge to create the
 * credential, a second to prove it with an assertion, and the salt for the PRF extension. Throws as `call`.
 */
async function beginCeremony(desk: Desk, begun: NewCeremony, texts: CreationTexts): Promise<Creation> {
  const registration = await freshChallenge(desk, begun.server, 'enrol')
  const proof = await freshChallenge(desk, begun.server, 'prove')
  const nonces = { registrationNonce: registration.nonce, assertionNonce: proof.nonce }
  const seed = await using(begun.seed, toBase64url)
  await writeStored(desk, 'ceremony', { ...begun, seed, ...nonces })
  return {
    ...texts,
    userId: toBase64url(userHandle(begun.member, begun.org)),
    challenge: registration.challenge,
    proveChallenge: proof.challenge,
    prfSalt: toBase64url(await prfSalt()),
  }
}

/**
 * Begins the enrolment of the first owner, with new member keys. Returns what the page needs for WebAuthn; throws as `call`.
 * The org id is the hash of the ledger's first entry, which these keys sign: so nobody else can have made this org.
 */
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
  const begun: NewCeremony = {
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
  return beginCeremony(desk, begun, { rpId, orgName, person: name, exclude: [], attested: false })
}

/**
 * Returns the parsed invitation code and what its server says about that invitation.
 * @throws Failure `bad-invitation-code`; `invitation-other-org` where the server serves another org than the code names;
 *   what `fetchHello` and `call` throw
 */
export async function readOpenInvitation(desk: Desk, pasted: string) {
  const code = readInvitation(pasted)
  const answer = await fetchHello(desk, code.server)
  if (answer.org?.id !== code.org) throw new Failure('invitation-other-org')
  const reply = await call(desk, code.server, 'invitation', null, { id: code.invitation })
  if (reply.org !== code.org) throw new Failure('invitation-other-org')
  return { code, ...reply }
}

/**
 * Begins the enrolment of an invited person, with new member keys. Their own signing key and the invitation's secret both sign
 * the public keys, so that the server cannot put other keys in their place (S1). Returns what the page needs for WebAuthn.
 * @throws Failure `invitation-expired`, `invitation-used`; what `readOpenInvitation` throws
 */
export async function beginJoin(desk: Desk, rpId: string, pasted: string): Promise<Creation> {
  const { code, orgName, name, state } = await readOpenInvitation(desk, pasted)
  if (state === 'expired') throw new Failure('invitation-expired')
  if (state !== 'open') throw new Failure('invitation-used')
  const { org, invitation } = code
  const seed = newMemberSeed()
  const { sign, receive } = await memberKeys(seed)
  const member = newMemberId()
  const signKey = sign.publicKey
  const proof = joinProof({ org, invitation, member, signKey, receiveHash: await receiveHash(receive.publicKey) })
  const signature = await (await invitationSigner(code.secret)).sign(proof)
  const begun: NewCeremony = {
    server: code.server,
    org,
    member,
    seed,
    keyGeneration: 1,
    pinned: code.ledger,
    authority: { kind: 'invitation', invitation, signKey, receiveKey: toBase64url(receive.publicKey), signature },
    outcome: { kind: 'join', ownSignature: await sign.sign(proof) },
  }
  return beginCeremony(desk, begun, { rpId, orgName, person: name, exclude: [], attested: code.attested })
}

/**
 * Begins the enrolment of a further FIDO key for the unlocked person: the same seed, sealed once more for that key. The keys
 * that they have already are excluded. Returns what the page needs for WebAuthn; throws as `callAs`.
 */
export async function beginFurtherKey(
  desk: Desk,
  session: Session,
  keyGeneration: number,
  texts: Omit<CreationTexts, 'exclude'>,
): Promise<Creation> {
  const { server, org, member, pinned } = session
  const { credentials } = await callAs(desk, session, 'credentials', null)
  const begun: NewCeremony = {
    server,
    org,
    member,
    pinned,
    seed: seedOf(session),
    keyGeneration,
    authority: { kind: 'session' },
    outcome: { kind: 'further-key' },
  }
  return beginCeremony(desk, begun, { ...texts, exclude: credentials.map(({ id }) => id) })
}
