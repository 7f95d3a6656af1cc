import { wrapText } from '../../../shared/access/entitled.ts'
import { fromBase64url, toBase64url } from '../../../shared/bytes/base64url.ts'
import { wipe } from '../../../shared/bytes/bytes.ts'
import type { FolderId } from '../../../shared/bytes/ids.ts'
import { get, idsIn } from '../../../shared/bytes/table.ts'
import { receiveHash } from '../../../shared/crypto/hpke.ts'
import { sealShare, splitKey } from '../../../shared/crypto/share.ts'
import { personalOf, shareholders, standingShares } from '../../../shared/ledger/replay/recovery.ts'
import { callAs } from '../desk/call-as.ts'
import { folderKeyOf, preview } from './draft.ts'
import type { Draft } from './draft.ts'
import { fetchSome } from '../sync/fetch-some.ts'
import type { RepairSource } from '../sync/giving.ts'
import { rekeyFolder } from './rekey.ts'
import { sealAll, sealShares } from './seal-keys.ts'
import { openFirstShare, shareAt } from '../vault/shares.ts'
import { stateOf } from '../vault/vault.ts'
import type { Vault } from '../vault/vault.ts'

/** Returns whether this person's folder key can be split: the policy allows it, and there are at least two other owners. */
export const canSplit = (vault: Vault): boolean =>
  stateOf(vault).policy.recovery && shareholders(stateOf(vault), vault.me).length >= 2

/**
 * Splits the newest key of this person's personal folder among all other owners, in this entry. Any two owners can restore the key
 * together; one alone learns nothing.
 * @throws Refused; Failure `no-key`; `receive-key-missing` where the server withholds an owner's receive key
 */
export async function splitPersonal(draft: Draft, folder: FolderId): Promise<void> {
  const { state } = preview(draft)
  const { key, generation } = folderKeyOf(draft, folder)
  const owners = [...shareholders(state, draft.vault.me)]
  draft.acts.push({ act: 'recovery set', folder, generation, owners })
  preview(draft)
  if (draft.isDry) return
  const shares = await splitKey(key, owners.length)
  await sealShares(
    draft,
    owners.flatMap((holder, i) => {
      const [share, to] = [shares[i], get(state.members, holder)]
      if (share === undefined || to === null) return []
      const { keyGeneration: recipientGeneration, receive: recipientKeyHash } = to
      const place = { org: draft.vault.org, id: folder, generation, holder, recipient: holder }
      return [{ share, at: { ...place, recipientGeneration, recipientKeyHash } }]
    }),
  )
  for (const share of shares) wipe(share)
}

/**
 * Returns this person's personal folder if its key must be split again, else null. It must where it was split before (so the person
 * agreed), and since then it was re-keyed, or owners came, left or rotated their keys.
 */
export function findFolderToSplit(vault: Vault): FolderId | null {
  const state = stateOf(vault)
  const id = personalOf(state, vault.me)
  const folder = id === null ? null : get(state.folders, id)
  if (id === null || folder === null || folder.recovery === null || folder.staleSince !== null) return null
  if (!canSplit(vault) || vault.folderKeys.get(id)?.has(folder.generations.length) !== true) return null
  const standing = standingShares(state, folder)
  const isWhole = shareholders(state, vault.me).every((owner) => standing.includes(owner))
  return folder.recovery.to === null && isWhole && standing.length === folder.recovery.shares.length ? null : id
}

/**
 * Splits the folder's key again, in this entry. Where an owner with a share of the newest key has left or rotated their keys, the
 * folder is re-keyed first: the old share and another one would still make the old key (P7). Throws as `splitPersonal`.
 */
export async function splitAnew(draft: Draft, id: FolderId): Promise<void> {
  const { me } = draft.vault
  const state = stateOf(draft.vault)
  const folder = get(state.folders, id)
  const { generation = 0, shares = [] } = folder?.recovery ?? {}
  const isShareOut = folder !== null && standingShares(state, folder).length < shares.length
  if (isShareOut && generation === folder.generations.length)
    await sealAll(draft, await rekeyFolder(draft, id, [{ kind: 'member', id: me }]))
  await splitPersonal(draft, id)
}

/**
 * Seals this owner's share of each recovered personal folder to the folder's person, and sends it. So nobody but that person ever
 * holds two shares. Throws as `callAs`.
 * @param handled names of what was handled since the unlock; extended here
 */
export async function forwardShares(at: RepairSource, handled: Set<string>): Promise<void> {
  const { desk, session, vault } = at
  const state = stateOf(vault)
  const open = idsIn(state.folders).filter((id) => {
    const folder = get(state.folders, id)
    const isOurs =
      folder !== null &&
      folder.recovery !== null &&
      folder.recovery.to !== null &&
      standingShares(state, folder).includes(vault.me)
    return isOurs && !handled.has(shareName(vault, id))
  })
  if (open.length === 0) return
  const of = open.slice(0, 100).map((id) => ({ kind: 'share' as const, id }))
  const lacking = await callAs(desk, session, 'lacking', { of })
  const lackingNames = new Set(lacking.wraps.map(wrapText))
  for (const { id } of of) {
    const wrap = await resealShare(at, id, lackingNames)
    if (wrap !== null) {
      const objects = { wraps: [wrap], descriptions: [], receiveKeys: [], profiles: [] }
      await callAs(desk, session, 'repairObjects', objects)
    }
    handled.add(shareName(vault, id))
  }
}

const shareName = (vault: Vault, id: FolderId) =>
  `share ${id} ${get(stateOf(vault).folders, id)?.recovery?.to ?? ''} ${vault.me}`

async function resealShare(at: RepairSource, id: FolderId, lackingNames: ReadonlySet<string>) {
  const { vault } = at
  const folder = get(stateOf(vault).folders, id)
  const to = folder?.recovery?.to ?? null
  const place = to === null ? null : shareAt(vault, id, vault.me, to)
  if (to === null || place === null) return null
  const { generation } = place
  const name = { kind: 'share' as const, id, generation, holder: vault.me, to: { kind: 'member' as const, id: to } }
  if (!lackingNames.has(wrapText(name))) return null
  const { wraps, receiveKeys } = await fetchSome(at, {
    wraps: [{ kind: 'share', id, generation }],
    receiveKeys: [place.recipientKeyHash],
  })
  const [key] = receiveKeys.map(fromBase64url)
  if (key === undefined || (await receiveHash(key)) !== place.recipientKeyHash) return null
  const share = await openFirstShare(vault, wraps, id, vault.me)
  if (share === null) return null
  const sealed = await sealShare(share, key, place)
  wipe(share)
  return { ...name, sealed: toBase64url(sealed) }
}
