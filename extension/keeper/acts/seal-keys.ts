import type { Holder, KeyWrapName } from '../../../shared/access/entitled.ts'
import { get } from '../../../shared/bytes/table.ts'
import { fromBase64url, toBase64url } from '../../../shared/bytes/base64url.ts'
import type { Bytes } from '../../../shared/bytes/bytes.ts'
import type { FolderId, Hash, MemberId, TeamId } from '../../../shared/bytes/ids.ts'
import { Failure } from '../../../shared/bytes/failure.ts'
import { receiveHash } from '../../../shared/crypto/hpke.ts'
import type { ShareAt } from '../../../shared/crypto/contexts.ts'
import type { FolderKey, KeyShare, TeamSeed } from '../../../shared/crypto/keys.ts'
import { sealShare } from '../../../shared/crypto/share.ts'
import { sealPrevious, wrapKey } from '../../../shared/crypto/wrap.ts'
import type { Grantee } from '../../../shared/ledger/acts.ts'
import type { LedgerState } from '../../../shared/ledger/replay/state.ts'
import type { Wrap } from '../../../shared/protocol/objects.ts'
import { ownReceiveKeys } from '../sync/deliver.ts'
import { folderKeyOf, teamSeedOf } from './draft.ts'
import type { Draft } from './draft.ts'
import type { Undelivered } from '../vault/vault.ts'

/** Whom a key is sealed to, with the hash of their receive key from the ledger (P4: the server's word does not count). */
type Recipient = { to: Exclude<KeyWrapName['to'], { kind: 'previous' }>; generation: number; hash: Hash }

/** One key to be sealed to one recipient: how to seal it, and the wrap that results. */
export type Seal = {
  /** The team or folder whose key it is. */
  of: Undelivered['of']
  generation: number
  to: Undelivered['to']
  recipient: Recipient
  seal(publicKey: Bytes): Promise<Bytes>
  wrap(sealed: string): Wrap
}

function recipientOf(state: LedgerState, to: Grantee | { kind: 'folder'; id: FolderId }): Recipient {
  if (to.kind === 'member') {
    const found = get(state.members, to.id)
    if (found === null) throw new Failure('not-a-member', to.id)
    return { to: { kind: 'member', id: to.id }, generation: found.keyGeneration, hash: found.receive }
  }
  const generations = to.kind === 'team' ? get(state.teams, to.id)?.generations : get(state.folders, to.id)?.generations
  const last = generations?.last
  if (generations === undefined || last === undefined) throw new Failure('unknown-recipient', to.id)
  return { to: { ...to, generation: generations.length }, generation: generations.length, hash: last.receive }
}

const recipientFields = ({ to, generation, hash }: Recipient) => ({
  recipientKind: to.kind,
  recipient: to.id,
  recipientGeneration: generation,
  recipientKeyHash: hash,
})

/** Returns the seals of the team's newest seed to these members. Throws Failure `no-key`, `not-a-member`. */
export function teamSeals(draft: Draft, state: LedgerState, id: TeamId, members: readonly MemberId[]): Seal[] {
  const { key, generation } = teamSeedOf(draft, id)
  const at = { kind: 'team' as const, org: draft.vault.org, id, generation }
  return members.map((member) => {
    const to = { kind: 'member' as const, id: member }
    const recipient = recipientOf(state, to)
    return {
      of: { kind: 'team', id },
      generation,
      to,
      recipient,
      seal: (publicKey) => wrapKey(key, publicKey, { ...at, ...recipientFields(recipient) }),
      wrap: (sealed) => ({ kind: 'team', id, generation, to, sealed }),
    }
  })
}

/**
 * Returns the seals of the folder's newest key to these grantees; with `upwards` also to its parent folder, where it has one.
 * Throws Failure `no-key`, `not-a-member`, `unknown-recipient`.
 */
export function folderSeals(
  draft: Draft,
  state: LedgerState,
  id: FolderId,
  to: readonly Grantee[],
  upwards: boolean,
): Seal[] {
  const { key, generation } = folderKeyOf(draft, id)
  const at = { kind: 'folder' as const, org: draft.vault.org, id, generation }
  const parent = upwards ? (get(state.folders, id)?.parent ?? null) : null
  const all = [...to, ...(parent === null ? [] : [{ kind: 'folder' as const, id: parent }])]
  return all.map((one) => {
    const recipient = recipientOf(state, one)
    return {
      of: { kind: 'folder', id },
      generation,
      to: one,
      recipient,
      seal: (publicKey) => wrapKey(key, publicKey, { ...at, ...recipientFields(recipient) }),
      wrap: (sealed) => ({ kind: 'folder', id, generation, to: recipient.to, sealed }),
    }
  })
}

/** How many seals are made at once: WebCrypto runs them outside the worker's thread. */
const AT_ONCE = 32

/**
 * Makes the seals and adds the wraps to the draft; one lookup fetches all receive keys. In a re-keying a missing or bad receive key
 * does not stop the others: it is noted in `draft.undelivered` (S10). Else throws Failure `receive-key-missing`, as `wrapKey`.
 */
export async function sealAll(
  draft: Draft,
  seals: readonly Seal[],
  tell: (done: number) => void = () => undefined,
): Promise<void> {
  if (draft.isDry) return
  await loadReceiveKeys(draft, seals)
  for (let from = 0; from < seals.length; from += AT_ONCE) {
    const some = seals.slice(from, from + AT_ONCE)
    draft.wraps.push(...(await Promise.all(some.map((one) => sealOne(draft, one)))).flat())
    tell(from + some.length)
  }
}

/** Seals all shares to their holders. Throws Failure `receive-key-missing`, as `sealShare`: a split needs every share. */
export async function sealShares(draft: Draft, shares: readonly { share: KeyShare; at: ShareAt }[]): Promise<void> {
  await fetchReceiveKeys(draft, new Set(shares.map(({ at }) => at.recipientKeyHash)))
  for (const { share, at } of shares) {
    const publicKey = draft.publicKeys.get(at.recipientKeyHash)
    if (publicKey === undefined) throw new Failure('receive-key-missing', at.recipient)
    const { id, generation, holder, recipient } = at
    const sealed = toBase64url(await sealShare(share, publicKey, at))
    draft.wraps.push({ kind: 'share', id, generation, holder, to: { kind: 'member', id: recipient }, sealed })
  }
}

/**
 * Returns the receive key (1,216 bytes) of a team or folder with this hash: derived where this member holds its key, else fetched. Throws
 * `receive-key-missing`.
 */
export async function receiveKeyOf(draft: Draft, holder: Holder, hash: Hash): Promise<Bytes> {
  const known = () => draft.publicKeys.get(hash)
  if (known() === undefined)
    for (const [of, key] of await ownReceiveKeys(draft.vault, holder)) draft.publicKeys.set(of, fromBase64url(key))
  if (known() === undefined) await fetchReceiveKeys(draft, new Set([hash]))
  const found = known()
  if (found === undefined) throw new Failure('receive-key-missing', holder.id)
  return found
}

async function loadReceiveKeys(draft: Draft, seals: readonly Seal[]): Promise<void> {
  await addOwnReceiveKeys(draft, seals)
  await fetchReceiveKeys(draft, new Set(seals.map(({ recipient }) => recipient.hash)))
}

async function fetchReceiveKeys(draft: Draft, hashes: ReadonlySet<Hash>): Promise<void> {
  const lacking = [...hashes].filter((hash) => !draft.publicKeys.has(hash))
  if (lacking.length === 0) return
  const fetched = await draft.lookup(lacking)
  for (const [hash, key] of await Promise.all(fetched.map(async (key) => [await receiveHash(key), key] as const)))
    draft.publicKeys.set(hash, key)
}

/**
 * Adds the receive keys that the author can derive: their own, and those of teams and folders whose keys they hold. They are not
 * fetched: a server that lies about them would lock the author and others out of what is re-keyed (S10).
 */
async function addOwnReceiveKeys({ vault, publicKeys }: Draft, seals: readonly Seal[]): Promise<void> {
  const { publicKey } = vault.keys.receive
  publicKeys.set(await receiveHash(publicKey), publicKey)
  const holders = new Map(
    seals.flatMap(({ recipient: { to, hash } }) =>
      to.kind === 'member' || publicKeys.has(hash) ? [] : [[to.id, to] as const],
    ),
  )
  for (const holder of holders.values())
    for (const [hash, key] of await ownReceiveKeys(vault, holder)) publicKeys.set(hash, fromBase64url(key))
}

async function sealOne(draft: Draft, { of, generation, to, recipient, seal, wrap }: Seal): Promise<Wrap[]> {
  try {
    const publicKey = draft.publicKeys.get(recipient.hash)
    if (publicKey === undefined) throw new Failure('receive-key-missing', recipient.to.id)
    return [wrap(toBase64url(await seal(publicKey)))]
  } catch (error) {
    if (draft.undelivered === null || !(error instanceof Failure)) throw error
    draft.undelivered.push({ of, generation, to })
    return []
  }
}

/** Seals the team's newest seed to members, as `teamSeals` and `sealAll`. */
export const wrapTeam = (draft: Draft, state: LedgerState, id: TeamId, members: readonly MemberId[]) =>
  sealAll(draft, teamSeals(draft, state, id, members))

/** Seals the folder's newest key to grantees, as `folderSeals` and `sealAll`. */
export const wrapFolder = (draft: Draft, state: LedgerState, id: FolderId, to: readonly Grantee[], upwards: boolean) =>
  sealAll(draft, folderSeals(draft, state, id, to, upwards))

/** Seals the team's previous seed under the new one, so that what was sealed to the previous one stays readable. */
export async function wrapPreviousTeam(draft: Draft, id: TeamId, previous: TeamSeed) {
  const { key, generation } = teamSeedOf(draft, id)
  const sealed = toBase64url(await sealPrevious(key, previous, { kind: 'team', org: draft.vault.org, id, generation }))
  draft.wraps.push({ kind: 'team', id, generation, to: { kind: 'previous' }, sealed })
}

/** Seals the folder's previous key under the new one, so that items sealed under the previous one stay readable. */
export async function wrapPreviousFolder(draft: Draft, id: FolderId, previous: FolderKey) {
  const { key, generation } = folderKeyOf(draft, id)
  const sealed = toBase64url(
    await sealPrevious(key, previous, { kind: 'folder', org: draft.vault.org, id, generation }),
  )
  draft.wraps.push({ kind: 'folder', id, generation, to: { kind: 'previous' }, sealed })
}
