import { fromBase64url, toBase64url } from '../../shared/bytes/base64url.ts'
import { hash, newFolderId, newItemId, newTeamId, zero32 } from '../../shared/bytes/ids.ts'
import type { FolderId, Hash, ItemId, MemberId, OrgId, TeamId } from '../../shared/bytes/ids.ts'
import { inviteeInput, profileInput } from '../../shared/crypto/contexts.ts'
import { invitationSigner } from '../../shared/crypto/derive.ts'
import { sha256 } from '../../shared/crypto/hash.ts'
import { receiveHash } from '../../shared/crypto/hpke.ts'
import { randomBytes } from '../../shared/crypto/random.ts'
import { descriptionHash } from '../../shared/access/description-hash.ts'
import type { Act, LedgerHead } from '../../shared/ledger/acts.ts'
import type { Change } from '../../shared/ledger/entry.ts'
import { signJournalEntry, signLedgerEntry } from '../../shared/ledger/sign-entry.ts'
import type { Part } from '../../shared/protocol/objects.ts'
import type { LedgerAppend } from '../../shared/protocol/sync.ts'
import type { Answer, Desk } from './desk.ts'
import { enrol, joining, newCode, newPerson, signIn } from './person.ts'
import type { Code, Person } from './person.ts'

export type Objects = Partial<Omit<LedgerAppend, 'entry'>>
export type Step = { acts: Act[]; objects: Objects }

export async function headOf(desk: Desk, person: Person): Promise<LedgerHead> {
  return (await desk.ask('ledger', null, { token: person.token, query: '?from=0' })).body.head
}

/** A ledger entry by that person on the ledger's real end, as a request. */
export async function ledgerBodyOf(
  desk: Desk,
  person: Person,
  { acts, objects }: Step,
  on: LedgerHead | null = null,
  bent: { time?: number; author?: MemberId } = {},
): Promise<LedgerAppend> {
  const head = on ?? (await headOf(desk, person))
  const { entry } = await signLedgerEntry(person.keys.sign, {
    org: person.org,
    sequence: head.sequence + 1,
    previous: head.hash,
    time: bent.time ?? desk.now(),
    author: bent.author ?? person.member,
    acts,
  })
  const none = { wraps: [], descriptions: [], receiveKeys: [], profiles: [], invitees: [] }
  return { entry: toBase64url(entry), ...none, ...objects }
}

export async function write(desk: Desk, person: Person, ...steps: Step[]): Promise<Answer> {
  const objects: Record<string, unknown[]> = {}
  for (const step of steps)
    for (const [name, list] of Object.entries(step.objects)) objects[name] = [...(objects[name] ?? []), ...list]
  const acts = steps.flatMap((step) => step.acts)
  return desk.ask('appendLedger', await ledgerBodyOf(desk, person, { acts, objects: objects }), {
    token: person.token,
  })
}

/** As `write`, for what a test only needs to stand on. */
export async function must(desk: Desk, person: Person, ...steps: Step[]): Promise<void> {
  const { status, body } = await write(desk, person, ...steps)
  if (status !== 200) throw new Error(`${String(status)} ${JSON.stringify(body)}`)
}

const randomHash = (): Hash => hash.read(randomBytes(32))
/** Bytes in place of an X-Wing key: the server checks no more than its hash. */
const someReceiveKey = async () => {
  const key = randomBytes(1216)
  return { receive: await sha256(key), key: toBase64url(key) }
}

/** Bytes in place of a sealed name, of an organisation without register. */
const sealedName = () => ({ named: randomHash(), sealed: toBase64url(randomBytes(300)), forRegister: null })

export async function folderCreated(folder: FolderId = newFolderId(), parent: FolderId | null = null): Promise<Step> {
  const { receive, key } = await someReceiveKey()
  const row = { kind: 'folder' as const, id: folder, revision: 1, ...sealedName() }
  const description = await descriptionHash(row)
  const act = { act: 'folder created' as const, folder, parent, commitment: randomHash(), receive, description }
  return { acts: [act], objects: { descriptions: [row], receiveKeys: [key] } }
}

export async function teamCreated(home: FolderId, members: MemberId[], team: TeamId = newTeamId()): Promise<Step> {
  const { receive, key } = await someReceiveKey()
  const sealedUnderTeam = toBase64url(randomBytes(300))
  const row = { kind: 'team' as const, id: team, revision: 1, ...sealedName(), sealedUnderTeam }
  const description = await descriptionHash(row)
  const act = { act: 'team created' as const, team, home, members, commitment: randomHash(), receive, description }
  return { acts: [act], objects: { descriptions: [row], receiveKeys: [key] } }
}

export async function folderRekeyed(folder: FolderId, generation: number): Promise<Step> {
  const { receive, key } = await someReceiveKey()
  const act = { act: 'folder re-keyed' as const, folder, generation, commitment: randomHash(), receive }
  return { acts: [act], objects: { receiveKeys: [key] } }
}

export const only = (...acts: Act[]): Step => ({ acts, objects: {} })
export const cut = (folder: FolderId, head: LedgerHead = { sequence: 0, hash: zero32 }): Step =>
  only({ act: 'journal cut', folder, sequence: head.sequence, head: head.hash })

export async function invited(desk: Desk, code: Code, role: 'member' | 'admin' = 'member', life = 86_400_000) {
  const key = (await invitationSigner(code.secret)).publicKey
  const { invitation } = code
  const org = (await desk.ask('hello')).body.org.id as OrgId
  const [who, salt] = [{ invitation, name: 'Noor Agent', email: 'noor@agent.example' }, randomBytes(32)]
  const act = {
    act: 'member invited' as const,
    invitation,
    key,
    role,
    teams: [],
    expires: desk.now() + life,
    replaces: null,
    invitee: await sha256(inviteeInput({ ...who, org, salt })),
  }
  const invitee = { ...who, salt: toBase64url(salt) }
  return { acts: [act], objects: { invitees: [invitee] } } satisfies Step
}

/** The click that makes a newcomer a member. */
export async function added(person: Person, code: Code): Promise<Step> {
  const { authority, outcome } = await joining(person, code)
  const { org, member } = person
  const receive = await receiveHash(person.keys.receive.publicKey)
  const profile = { member, name: 'Noor Agent', email: 'noor@agent.example', salt: toBase64url(randomBytes(32)) }
  const act = {
    act: 'member added' as const,
    invitation: code.invitation,
    member,
    signKey: person.keys.sign.publicKey,
    receive,
    profile: await sha256(profileInput({ org, ...profile, salt: fromBase64url(profile.salt) })),
    byInvitation: authority.signature,
    byMember: outcome.ownSignature,
  }
  return { acts: [act], objects: { profiles: [profile] } }
}

/** Somebody invited, joined, added and signed in. */
export async function hire(desk: Desk, owner: Person, role: 'member' | 'admin' = 'member'): Promise<Person> {
  const code = newCode()
  await must(desk, owner, await invited(desk, code, role))
  const person = await newPerson(owner.org)
  const { authority, outcome } = await joining(person, code)
  const answer = await enrol(desk, person, { authority }, outcome)
  if (answer.status !== 200) throw new Error(answer.body.code)
  await must(desk, owner, await added(person, code))
  return { ...person, token: (await signIn(desk, person)).token }
}

export type Sealed = { change: Change; parts: Part[] }

/** A new or next revision of an item, both parts sealed anew. */
export async function itemChange(item: ItemId = newItemId(), revision = 1, generation = 1): Promise<Sealed> {
  const sealedPart = async (part: 'overview' | 'secret') => {
    const sealed = randomBytes(512)
    const row = { item, part, revision, sealed: toBase64url(sealed) }
    return { link: { revision, generation, hash: await sha256(sealed) }, row }
  }
  const [overview, secret] = [await sealedPart('overview'), await sealedPart('secret')]
  const change = { item, revision, parts: { overview: overview.link, secret: secret.link } }
  return { change, parts: [overview.row, secret.row] }
}

/** A journal entry by that person as a request; `on` is the journal's end, `ledger` the position it names. */
export async function journalBodyOf(
  desk: Desk,
  person: Person,
  folder: FolderId,
  sealed: Sealed[],
  at: { on?: LedgerHead; ledger?: LedgerHead; generation?: number; time?: number } = {},
) {
  const on = at.on ?? { sequence: 0, hash: zero32 }
  const { entry } = await signJournalEntry(person.keys.sign, {
    org: person.org,
    sequence: on.sequence + 1,
    previous: on.hash,
    time: at.time ?? desk.now(),
    author: person.member,
    folder,
    ledger: at.ledger ?? (await headOf(desk, person)),
    generation: at.generation ?? 1,
    changes: sealed.map(({ change }) => change),
  })
  return { folder, entry: toBase64url(entry), parts: sealed.flatMap(({ parts }) => parts), snapshot: null }
}
