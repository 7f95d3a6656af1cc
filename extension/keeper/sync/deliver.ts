import { entitledWraps, wrapText } from '../../../shared/access/entitled.ts'
import type { Holder, KeyWrapName, WrapName } from '../../../shared/access/entitled.ts'
import { fromBase64url, toBase64url } from '../../../shared/bytes/base64url.ts'
import { wipe } from '../../../shared/bytes/bytes.ts'
import type { Bytes } from '../../../shared/bytes/bytes.ts'
import type { Hash } from '../../../shared/bytes/ids.ts'
import { get } from '../../../shared/bytes/table.ts'
import type { Generation, Kind } from '../../../shared/crypto/contexts.ts'
import { folderReceive, teamReceive } from '../../../shared/crypto/derive.ts'
import { receiveHash } from '../../../shared/crypto/hpke.ts'
import type { ReceiveKeys } from '../../../shared/crypto/hpke.ts'
import type { KeyOf } from '../../../shared/crypto/keys.ts'
import { sealPrevious, wrapKey } from '../../../shared/crypto/wrap.ts'
import type { Wrap } from '../../../shared/protocol/objects.ts'
import { stateOf } from '../vault/vault.ts'
import type { Vault } from '../vault/vault.ts'

/** Returns, by hash, the public receive keys (base64url) of a team or folder that this person can derive from the keys they hold. */
export async function ownReceiveKeys(vault: Vault, { kind, id }: Holder): Promise<Map<Hash, string>> {
  const seeds = kind === 'team' ? vault.teamSeeds.get(id)?.values() : null
  const keys = kind === 'folder' ? vault.folderKeys.get(id)?.values() : null
  const made = new Map<Hash, string>()
  for (const seed of seeds ?? []) await addReceiveKey(made, await teamReceive(seed))
  for (const key of keys ?? []) await addReceiveKey(made, await folderReceive(key))
  return made
}

async function addReceiveKey(to: Map<Hash, string>, { publicKey, secrets }: ReceiveKeys): Promise<void> {
  secrets.forEach(wipe)
  to.set(await receiveHash(publicKey), toBase64url(publicKey))
}

/** Returns those of the wraps that a server says it lacks to which our own ledger entitles the recipient. No others are sealed (P4, S2). */
export function filterEntitled(vault: Vault, of: readonly Holder[], lacking: readonly WrapName[]): KeyWrapName[] {
  const entitled = new Set(of.flatMap((one) => entitledWraps(stateOf(vault), one)).map(wrapText))
  return lacking.filter((name): name is KeyWrapName => name.kind !== 'share' && entitled.has(wrapText(name)))
}

/** Returns the hash of the recipient's receive key by our ledger; null for an unknown recipient or a wrap of the previous generation. */
export function recipientHash(vault: Vault, { to }: KeyWrapName): Hash | null {
  const state = stateOf(vault)
  switch (to.kind) {
    case 'previous':
      return null
    case 'member':
      return get(state.members, to.id)?.receive ?? null
    case 'team':
      return get(state.teams, to.id)?.generations.nth(to.generation - 1)?.receive ?? null
    case 'folder':
      return get(state.folders, to.id)?.generations.nth(to.generation - 1)?.receive ?? null
  }
}

/** Returns the generation of the recipient's own keys that the wrap is sealed to. */
function generationOf(vault: Vault, { to }: KeyWrapName): number {
  if (to.kind === 'member') return get(stateOf(vault).members, to.id)?.keyGeneration ?? 0
  return to.kind === 'previous' ? 0 : to.generation
}

/**
 * Returns the wrap with this name, sealed; null where this person does not hold the key, or `publicKeys` lacks the recipient's. The
 * caller must have checked that the recipient is entitled to it (`filterEntitled`). Throws as `wrapKey`.
 */
export async function sealWrap(
  vault: Vault,
  name: KeyWrapName,
  publicKeys: ReadonlyMap<Hash, string>,
): Promise<Wrap | null> {
  const hash = recipientHash(vault, name)
  const publicKey = hash === null ? null : (publicKeys.get(hash) ?? null)
  const recipient =
    hash === null || publicKey === null ? null : { hash, publicKey, generation: generationOf(vault, name) }
  const { org } = vault
  const sealed =
    name.kind === 'team'
      ? await sealFor({ ...name, org }, vault.teamSeeds.get(name.id), recipient)
      : await sealFor({ ...name, org }, vault.folderKeys.get(name.id), recipient)
  return sealed === null ? null : { ...name, sealed: toBase64url(sealed) }
}

type Recipient = { hash: Hash; publicKey: string; generation: number }

async function sealFor<K extends Kind>(
  at: Generation<K> & { to: KeyWrapName['to'] },
  keys: ReadonlyMap<number, KeyOf[K]> | undefined,
  recipient: Recipient | null,
): Promise<Bytes | null> {
  const key = keys?.get(at.generation)
  if (keys === undefined || key === undefined) return null
  const { kind, org, id, generation } = at
  if (at.to.kind === 'previous') {
    const previous = keys.get(generation - 1)
    return previous === undefined ? null : sealPrevious(key, previous, { kind, org, id, generation })
  }
  if (recipient === null) return null
  return wrapKey(key, fromBase64url(recipient.publicKey), {
    kind,
    org,
    id,
    generation,
    recipientKind: at.to.kind,
    recipient: at.to.id,
    recipientGeneration: recipient.generation,
    recipientKeyHash: recipient.hash,
  })
}
