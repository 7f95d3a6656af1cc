import { fromBase64url, toBase64url } from '../../shared/bytes/base64url.ts'
import { concat, utf8 } from '../../shared/bytes/bytes.ts'
import type { Bytes } from '../../shared/bytes/bytes.ts'
import { idBytes, newInvitationId, newMemberId, orgOf, zero32, zeroOrg } from '../../shared/bytes/ids.ts'
import type { AttemptId, FolderId, InvitationId, MemberId, OrgId } from '../../shared/bytes/ids.ts'
import {
  joinProof,
  pinChangeProof,
  prfSalt,
  profileInput,
  rotationProof,
  rotationSessionProof,
  sealedSeedContext,
  sessionProof,
  webauthnChallenge,
} from '../../shared/crypto/contexts.ts'
import { invitationSigner, memberKeys } from '../../shared/crypto/derive.ts'
import type { MemberKeys } from '../../shared/crypto/derive.ts'
import { sha256, sha256Bytes } from '../../shared/crypto/hash.ts'
import { receiveHash } from '../../shared/crypto/hpke.ts'
import { memberSeed } from '../../shared/crypto/keys.ts'
import type { MemberSeed } from '../../shared/crypto/keys.ts'
import { randomBytes } from '../../shared/crypto/random.ts'
import type { Signer } from '../../shared/crypto/sign.ts'
import { openSeed, sealSeed, unlockKeys } from '../../shared/crypto/unlock.ts'
import { blind } from '../../shared/crypto/voprf-blind.ts'
import { signLedgerEntry } from '../../shared/ledger/sign-entry.ts'
import type { LedgerHead } from '../../shared/ledger/acts.ts'
import type { LedgerAppend } from '../../shared/protocol/sync.ts'
import type { Purpose } from '../../shared/protocol/unlock.ts'
import { newSoftKey, prf, register, touch } from '../../tests/soft-key.ts'
import type { Bent, SoftKey } from '../../tests/soft-key.ts'
import { extensionId, publicOrigin } from './desk.ts'
import type { Answer, Desk } from './desk.ts'
import { newTestKey } from './session-key.ts'

export type Person = {
  org: OrgId
  member: MemberId
  seed: MemberSeed
  keys: MemberKeys
  key: SoftKey
  pin: string
  token: string
}
export type Session = { token: string }

/** The PIN as these tests stretch it: what the server sees is blinded either way, and Argon2id has its own tests. */
const stretch = (pin: string) => sha256Bytes(utf8(pin))

const userHandle = (member: MemberId, org: OrgId) => concat(Uint8Array.of(1), idBytes(member), idBytes(org))

/** A fresh nonce of that purpose and the challenge that an honest page builds from it. */
export async function challengeFor(desk: Desk, purpose: Purpose, origin = publicOrigin) {
  const { body } = await desk.ask('nonce', { purpose })
  const nonce: string = body.nonce
  return { nonce, challenge: await webauthnChallenge(purpose, origin, fromBase64url(nonce)) }
}

/** A person who is not yet anything: keys, a seed, a FIDO key. */
export async function newPerson(org: OrgId, { key: known, ...of }: Partial<Person> = {}): Promise<Person> {
  const member = of.member ?? newMemberId()
  const seed = of.seed ?? memberSeed(randomBytes(32))
  const key = known ?? newSoftKey(extensionId, userHandle(member, org))
  return { org, member, seed, keys: await memberKeys(seed), key, pin: '739214', token: '', ...of }
}

type Enrolment = { authority: unknown; token?: string; bent?: { registration?: Bent; assertion?: Bent } }

/** The body of the first half, and what blinds the PIN in it. */
export async function beginBody(desk: Desk, person: Person, { authority, bent = {} }: Enrolment) {
  const registering = await challengeFor(desk, 'enrol')
  const proving = await challengeFor(desk, 'prove')
  const blinding = blind(await stretch(person.pin))
  const body = {
    authority,
    org: person.org,
    member: person.member,
    registrationNonce: registering.nonce,
    registration: register(person.key, registering.challenge, bent.registration),
    assertionNonce: proving.nonce,
    assertion: touch(person.key, proving.challenge, bent.assertion),
    blinded: toBase64url(blinding.blinded),
  }
  return { body, blinding }
}

const unlock = async (person: Person, y: Bytes, voprfPublicKey: Bytes, revision = 1) => {
  const credentialId = fromBase64url(person.key.id)
  const from = { prf: prf(person.key, await prfSalt()), y, credentialId, voprfPublicKey }
  return { keys: await unlockKeys(from), context: sealedSeedContext({ credentialId, voprfPublicKey, revision }) }
}

/** Both halves of an enrolment; the answer of the second, or of the first where that is refused. */
export async function enrol(desk: Desk, person: Person, enrolment: Enrolment, outcome: unknown): Promise<Answer> {
  const { body, blinding } = await beginBody(desk, person, enrolment)
  const more = enrolment.token === undefined ? {} : { token: enrolment.token }
  const begun = await desk.ask('enrolBegin', body, more)
  if (begun.status !== 200) return begun
  const voprfPublicKey = fromBase64url(begun.body.voprfPublicKey)
  const y = blinding.finish(fromBase64url(begun.body.evaluation), fromBase64url(begun.body.proof), voprfPublicKey)
  const { keys, context } = await unlock(person, y, voprfPublicKey)
  const { seed, org, member } = person
  const ledger = { sequence: 1, head: zero32 }
  const sealedSeed = toBase64url(await sealSeed(keys, context, { seed, org, member, keyGeneration: 1, ledger }))
  return desk.ask('enrolFinish', { enrolment: begun.body.enrolment, sealedSeed, sealRevision: 1, outcome }, more)
}

/** An owner to be, with the first entry that makes the org. */
export async function newOwner(desk: Desk, time = desk.now()) {
  const seed = memberSeed(randomBytes(32))
  const { sign, receive } = await memberKeys(seed)
  const member = newMemberId()
  const profile = { member, name: 'Ada Owner', email: 'ada@owner.example', salt: toBase64url(randomBytes(32)) }
  const salt = fromBase64url(profile.salt)
  const { entry, hash } = await signLedgerEntry(sign, {
    org: zeroOrg,
    sequence: 1,
    previous: zero32,
    time,
    author: member,
    acts: [
      {
        act: 'org created',
        name: 'Callers & Co',
        member,
        signKey: sign.publicKey,
        receive: await receiveHash(receive.publicKey),
        profile: await sha256(profileInput({ org: zeroOrg, ...profile, salt })),
      },
    ],
  })
  const receiveKey = toBase64url(receive.publicKey)
  const outcome = { kind: 'setup', entry: toBase64url(entry), receiveKey, profile }
  return { person: await newPerson(orgOf(hash), { member, seed }), outcome }
}

/** An org with its first owner, signed in. */
export async function found(desk: Desk): Promise<Person> {
  const { person, outcome } = await newOwner(desk)
  const code = await desk.made.setupCode()
  const { body } = await enrol(desk, person, { authority: { kind: 'setup', code } }, outcome)
  const { token } = await sessionFor(desk, person, body.attempt)
  return { ...person, token }
}

/** The touch of an unlock. */
export async function evaluateBody(desk: Desk, person: Person, bent: Bent = {}, pin = person.pin) {
  const { nonce, challenge } = await challengeFor(desk, 'unlock')
  const blinding = blind(await stretch(pin))
  const body = { nonce, assertion: touch(person.key, challenge, bent), blinded: toBase64url(blinding.blinded) }
  return { body, blinding }
}

/** Touch and PIN: the seed as the sealed one opens, and the attempt. Throws `wrong-pin-or-key`. */
export async function open(desk: Desk, person: Person, pin = person.pin) {
  const { body, blinding } = await evaluateBody(desk, person, {}, pin)
  const reply = await desk.ask('evaluate', body)
  if (reply.status !== 200) throw new Error(reply.body.code)
  const voprfPublicKey = fromBase64url(reply.body.voprfPublicKey)
  const y = blinding.finish(fromBase64url(reply.body.evaluation), fromBase64url(reply.body.proof), voprfPublicKey)
  const { keys, context } = await unlock(person, y, voprfPublicKey, reply.body.sealRevision)
  const { seed } = await openSeed(keys, context, fromBase64url(reply.body.sealedSeed))
  return { seed, attempt: reply.body.attempt as AttemptId, triesLeft: reply.body.triesLeft as number }
}

/** The touch of a change of PIN, with both PINs blinded. */
export async function pinBeginBody(desk: Desk, person: Person, next: string, old = person.pin, bent: Bent = {}) {
  const { nonce, challenge } = await challengeFor(desk, 'change-pin')
  const [blinding, nextBlinding] = [blind(await stretch(old)), blind(await stretch(next))]
  const blinded = toBase64url(blinding.blinded)
  const newBlinded = toBase64url(nextBlinding.blinded)
  return { body: { nonce, assertion: touch(person.key, challenge, bent), blinded, newBlinded }, nextBlinding }
}

/** A change of PIN up to its last request: what would land it. */
export async function pinChange(desk: Desk, person: Person, next: string) {
  const { change, seal } = await begunChange(desk, person, next)
  return { change, ...(await seal(person.seed)) }
}

/** The first half of it, and what seals a seed for the second. */
async function begunChange(desk: Desk, person: Person, next: string) {
  const { body, nextBlinding } = await pinBeginBody(desk, person, next)
  const begun = await desk.ask('pinBegin', body, person)
  if (begun.status !== 200) throw new Error(begun.body.code)
  const { change, sealRevision } = begun.body as { change: AttemptId; sealRevision: number }
  const of = begun.body.next as Record<'evaluation' | 'proof' | 'voprfPublicKey', string>
  const voprfPublicKey = fromBase64url(of.voprfPublicKey)
  const y = nextBlinding.finish(fromBase64url(of.evaluation), fromBase64url(of.proof), voprfPublicKey)
  const { keys, context } = await unlock(person, y, voprfPublicKey, sealRevision + 1)
  const { org, member } = person
  const seal = async (seed: MemberSeed) => {
    const ledger = { sequence: 1, head: zero32 }
    const sealed = await sealSeed(keys, context, { seed, org, member, keyGeneration: 1, ledger })
    const proof = { org, member, serverOrigin: publicOrigin, change, sealed: await sha256(sealed) }
    return { sealedSeed: toBase64url(sealed), signature: await person.keys.sign.sign(pinChangeProof(proof)) }
  }
  return { change, seal }
}

/** New keys of that person's own up to the request that lands them: `next` is who they are then. */
export async function rotation(
  desk: Desk,
  person: Person,
  pin: string,
  objects: Partial<LedgerAppend> = {},
  ...reached: FolderId[]
) {
  const { change, seal } = await begunChange(desk, person, pin)
  const seed = memberSeed(randomBytes(32))
  const next: Person = { ...person, pin, seed, keys: await memberKeys(seed) }
  const { org, member } = person
  const { sign, receive } = next.keys
  const of = { org, member, generation: 2, signKey: sign.publicKey, receiveHash: await receiveHash(receive.publicKey) }
  const { receiveHash: hash, signKey } = of
  const act = { act: 'member keys rotated', signKey, receive: hash, proof: await sign.sign(rotationProof(of)) } as const
  const cuts = reached.map((folder) => ({ act: 'journal cut' as const, folder, sequence: 0, head: zero32 }))
  const head = (await desk.ask('ledger', null, { ...person, query: '?from=0' })).body.head as LedgerHead
  const place = { org, sequence: head.sequence + 1, previous: head.hash, time: desk.now(), author: member }
  const { entry } = await signLedgerEntry(person.keys.sign, { ...place, acts: [act, ...cuts] })
  const none = { wraps: [], descriptions: [], profiles: [], invitees: [] }
  const append = { entry: toBase64url(entry), ...none, receiveKeys: [toBase64url(receive.publicKey)], ...objects }
  const { thumbprint } = await newTestKey()
  const proof = { org, member, serverOrigin: publicOrigin, change, thumbprint }
  return {
    next,
    body: {
      change,
      ...(await seal(next.seed)),
      append,
      thumbprint,
      sessionSignature: await sign.sign(rotationSessionProof(proof)),
    },
  }
}

/** The touch of a re-unlock within the shift. */
export async function shiftBody(desk: Desk, person: Person, bent: Bent = {}) {
  const { nonce, challenge } = await challengeFor(desk, 'shift')
  return { nonce, assertion: touch(person.key, challenge, bent) }
}

/** One more key for that person, enrolled; `token` as theirs. */
export async function furtherKey(desk: Desk, person: Person): Promise<Person> {
  const second = await newPerson(person.org, { ...person, key: undefined })
  const more = { authority: { kind: 'session' }, token: person.token }
  const answer = await enrol(desk, second, more, { kind: 'further-key' })
  if (answer.status !== 200) throw new Error(answer.body.code)
  return second
}

/** The proof that turns an attempt into a session. */
export async function sessionBody(person: Person, attempt: AttemptId, by: Signer = person.keys.sign) {
  const { thumbprint } = await newTestKey()
  const of = { purpose: 'session', org: person.org, serverOrigin: publicOrigin, attempt, thumbprint }
  return { body: { attempt, thumbprint, signature: await by.sign(sessionProof(of)) } }
}

export async function sessionFor(desk: Desk, person: Person, attempt: AttemptId): Promise<Session> {
  const { body } = await sessionBody(person, attempt)
  const reply = await desk.ask('session', body)
  if (reply.status !== 200) throw new Error(reply.body.code)
  return { token: reply.body.token }
}

export const signIn = async (desk: Desk, person: Person) => sessionFor(desk, person, (await open(desk, person)).attempt)

export type Code = { invitation: InvitationId; secret: Bytes }
export const newCode = (): Code => ({ invitation: newInvitationId(), secret: randomBytes(32) })

/** A newcomer's authority and outcome for an invitation. */
export async function joining(person: Person, { invitation, secret }: Code) {
  const { sign, receive } = person.keys
  const of = { org: person.org, invitation, member: person.member, signKey: sign.publicKey }
  const proof = joinProof({ ...of, receiveHash: await receiveHash(receive.publicKey) })
  const signature = await (await invitationSigner(secret)).sign(proof)
  const receiveKey = toBase64url(receive.publicKey)
  return {
    authority: { kind: 'invitation' as const, invitation, signKey: sign.publicKey, receiveKey, signature },
    outcome: { kind: 'join' as const, ownSignature: await sign.sign(proof) },
  }
}
