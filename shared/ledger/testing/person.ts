import { newInvitationId, newMemberId, signPublic } from '../../bytes/ids.ts'
import type { Hash, MemberId, OrgId, SignPublic } from '../../bytes/ids.ts'
import { joinProof } from '../../crypto/contexts.ts'
import { invitationSigner, memberKeys } from '../../crypto/derive.ts'
import type { MemberKeys } from '../../crypto/derive.ts'
import { sha256 } from '../../crypto/hash.ts'
import { receiveHash } from '../../crypto/hpke.ts'
import { newMemberSeed } from '../../crypto/keys.ts'
import { randomBytes } from '../../crypto/random.ts'
import type { ActOf, Role } from '../acts.ts'

/** Somebody with all keys of a member, whether or not a ledger knows them. */
export type Person = { id: MemberId; keys: MemberKeys; receive: Hash }

export async function newPerson(): Promise<Person> {
  const keys = await memberKeys(newMemberSeed())
  return { id: newMemberId(), keys, receive: await receiveHash(keys.receive.publicKey) }
}

/** A hash of nothing in particular: where replay only carries one. */
export const someHash = (): Promise<Hash> => sha256(randomBytes(32))

/** An invitation's act with the secret that its code would carry. */
export async function invitationFor(role: Role, expires: number) {
  const secret = randomBytes(32)
  const { publicKey } = await invitationSigner(secret)
  const act: ActOf<'member invited'> = {
    act: 'member invited',
    invitation: newInvitationId(),
    key: publicKey,
    role,
    teams: [],
    expires,
    replaces: null,
    invitee: await someHash(),
  }
  return { act, secret }
}

/** The act that lets `person` in, as their desk and the invitation's secret sign it. */
export async function joinOf(
  org: OrgId,
  person: Person,
  { act: { invitation }, secret }: { act: ActOf<'member invited'>; secret: Uint8Array },
): Promise<ActOf<'member added'>> {
  const { id: member, keys, receive } = person
  const { publicKey: signKey } = keys.sign
  const proof = joinProof({ org, invitation, member, signKey, receiveHash: receive })
  const byInvitation = await (await invitationSigner(secret)).sign(proof)
  const byMember = await keys.sign.sign(proof)
  const profile = await someHash()
  return { act: 'member added', invitation, member, signKey, receive, profile, byInvitation, byMember }
}

const key = (first: number, middle: number, last: number): SignPublic =>
  signPublic.read(Uint8Array.of(first, ...Array<number>(30).fill(middle), last))

/** Keys under which one signature fits any message, or that have a second spelling (RFC 8032 section 5.1.3). */
export const badKeys: [string, SignPublic][] = [
  ['all zero, of order 4', key(0, 0, 0)],
  ['that is the neutral element', key(1, 0, 0)],
  ['of order 2', key(0xec, 0xff, 0x7f)],
  ['that is the neutral element, spelled otherwise', key(0xee, 0xff, 0x7f)],
]

/** No point has this y: it verifies nothing, so nobody can answer an invitation or join under it. */
export const noPoint = key(2, 0, 0)
