import { fromBase64url, toBase64url } from '../../shared/bytes/base64url.ts'
import { stateOf } from '../../extension/keeper/vault/vault.ts'
import type { IntentResult } from '../../extension/keeper/acts/tries.ts'
import { writeStored } from '../../extension/keeper/desk/session-store.ts'
import { beginJoin, readCeremony } from '../../extension/keeper/unlock/ceremony.ts'
import type { Ceremony } from '../../extension/keeper/unlock/ceremony.ts'
import { finishEnrolment } from '../../extension/keeper/unlock/enrol.ts'
import { readInvitation, writeInvitation } from '../../extension/keeper/unlock/invitation-code.ts'
import { freshChallenge } from '../../extension/keeper/unlock/unlock.ts'
import { developmentExtensionId } from '../../server/extension-id.ts'
import { joinProof, prfSalt } from '../../shared/crypto/contexts.ts'
import { invitationSigner, memberKeys } from '../../shared/crypto/derive.ts'
import { receiveHash } from '../../shared/crypto/hpke.ts'
import { newMemberSeed } from '../../shared/crypto/keys.ts'
import type { Join } from '../../shared/protocol/enrol.ts'
import type { Desk } from '../../extension/keeper/desk/desk.ts'
import { newMemberId } from '../../shared/bytes/ids.ts'
import type { MemberId } from '../../shared/bytes/ids.ts'
import { nodeDesk } from '../headless/node-desk.ts'
import { need } from '../headless/org.ts'
import type { Person } from '../headless/person.ts'
import { newSoftKey, prf, register, touch } from '../soft-key.ts'
import type { SoftKey } from '../soft-key.ts'
import { stretchOnce } from '../stretched.ts'
import { drawnFrom } from './seeded-random.ts'

/** Somebody who has keys of their own and waits to be let in. `join`: what the server would list of them, null where it does. */
export type Newcomer = { member: MemberId; keys: SoftKey[]; join: Join | null }

/** Returns the code of an invitation that this person has just made, as the console shows it. */
export function codeOf({ keeper }: Person, { invitation }: IntentResult): string {
  const { session, vault } = keeper.needOpen()
  const { policy, head } = stateOf(vault)
  const { id, secret } = need(invitation)
  const { recovery, twoKeys, attested } = policy
  const { server, org } = session
  const place = { server, org, ledger: head, invitation: id, secret: fromBase64url(secret) }
  return writeInvitation({ ...place, recovery, twoKeys, attested })
}

type Challenges = { challenge: string; proveChallenge: string }

/** Registers one software key for the person of this enrolment: the same seed under the key and the PIN. */
async function registerKey(desk: Desk, ceremony: Ceremony, userId: string, asked: Challenges, pin: string) {
  const key = newSoftKey(developmentExtensionId, fromBase64url(userId))
  const registration = register(key, fromBase64url(asked.challenge))
  const assertion = touch(key, fromBase64url(asked.proveChallenge))
  const output = toBase64url(prf(key, await prfSalt()))
  await finishEnrolment(desk, null, ceremony, stretchOnce(pin, ceremony.org), { registration, assertion, prf: output })
  return key
}

/** The same enrolment with challenges of its own, for a newcomer's second key. */
async function anew(desk: Desk, ceremony: Ceremony): Promise<{ ceremony: Ceremony; asked: Challenges }> {
  const registration = await freshChallenge(desk, ceremony.server, 'enrol')
  const proof = await freshChallenge(desk, ceremony.server, 'prove')
  const next = { ...ceremony, registrationNonce: registration.nonce, assertionNonce: proof.nonce }
  await writeStored(desk, 'ceremony', next)
  return { ceremony: next, asked: { challenge: registration.challenge, proveChallenge: proof.challenge } }
}

/** Joins by this code, on a desk of their own, with so many FIDO keys under one PIN. `label`: what ids and keys are drawn from. */
export async function joinBy(code: string, label: string, keys: number, pin: string): Promise<Newcomer> {
  const desk = nodeDesk()
  const creation = await drawnFrom(label, () => beginJoin(desk, developmentExtensionId, code))
  const first = await readCeremony(desk)
  const made = [await registerKey(desk, first, creation.userId, creation, pin)]
  while (made.length < keys) {
    const { ceremony, asked } = await anew(desk, first)
    made.push(await registerKey(desk, ceremony, creation.userId, asked, pin))
  }
  return { member: first.member, keys: made, join: null }
}

/**
 * The same without a FIDO key and without the server: new member keys, and both signatures over them, which is all that an approval
 * rests on. For organisations that are too large to let everybody register.
 */
export async function joinUnregistered(
  code: string,
  label: string,
  of: Pick<Join, 'name' | 'email'>,
): Promise<Newcomer> {
  const { org, invitation, secret } = readInvitation(code)
  const { member, keys } = await drawnFrom(label, async () => {
    const seed = newMemberSeed()
    return { keys: await memberKeys(seed), member: newMemberId() }
  })
  const { sign, receive } = keys
  const signKey = sign.publicKey
  const proof = joinProof({ org, invitation, member, signKey, receiveHash: await receiveHash(receive.publicKey) })
  const invitationSignature = await (await invitationSigner(secret)).sign(proof)
  const signatures = { invitationSignature, ownSignature: await sign.sign(proof) }
  const receiveKey = toBase64url(receive.publicKey)
  return { member, keys: [], join: { ...of, ...signatures, invitation, member, signKey, receiveKey, askedAt: 0 } }
}

/** Does the work for each of a list, so many at a time, and returns the results in the list's order. */
export async function eachOf<T, R>(list: readonly T[], atOnce: number, work: (one: T, at: number) => Promise<R>) {
  const done: R[] = []
  let next = 0
  const worker = async () => {
    for (let at = next++; at < list.length; at = next++) {
      const one = list[at]
      if (one !== undefined) done[at] = await work(one, at)
    }
  }
  await Promise.all(Array.from({ length: Math.min(atOnce, list.length) }, worker))
  return done
}
