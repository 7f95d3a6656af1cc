import { plainFacts } from '../../../shared/vault/about-client.ts'
import { get, has } from '../../../shared/bytes/table.ts'
import { newFolderId } from '../../../shared/bytes/ids.ts'
import type { FolderId } from '../../../shared/bytes/ids.ts'
import { newFolderKey } from '../../../shared/crypto/keys.ts'
import { keyGrants } from '../../../shared/ledger/replay/level.ts'
import type { LedgerState } from '../../../shared/ledger/replay/state.ts'
import { newFolderGeneration, preview } from './draft.ts'
import type { Draft } from './draft.ts'
import { nameFolder } from './names.ts'
import { wrapFolder } from './seal-keys.ts'
import { stateOf } from '../vault/vault.ts'
import type { Vault } from '../vault/vault.ts'

/** Returns whether the organisation has no register yet, and this member, an owner, can make it. */
export const lacksRegister = (vault: Vault): boolean =>
  stateOf(vault).register === null && has(stateOf(vault).owners, vault.me)

/** Adds the organisation's register, sealed to everybody whose role has it. */
export async function makeRegister(draft: Draft): Promise<void> {
  if (!lacksRegister(draft.vault)) return
  await pushRegister(draft, null)
  await sealRegister(draft, stateOf(draft.vault))
}

/** Nobody sees its name. */
async function pushRegister(draft: Draft, of: FolderId | null): Promise<FolderId> {
  const [folder, key] = [newFolderId(), newFolderKey()]
  const made = await newFolderGeneration(draft, folder, key, 1)
  const name = { name: 'Register', about: plainFacts(0) }
  const description = await nameFolder(draft, folder, { key, generation: 1 }, 1, name, false)
  draft.acts.push({ act: 'register created', folder, of, ...made, description })
  return folder
}

/** Adds the register of a folder, sealed to those who manage that folder. Throws Refused, as `wrapFolder`. */
export async function makeRegisterOf(draft: Draft, of: FolderId): Promise<FolderId> {
  const folder = await pushRegister(draft, of)
  const { state } = preview(draft)
  const to = keyGrants(state, folder).map((grant) => grant.to)
  await wrapFolder(draft, state, folder, to, false)
  return folder
}

/**
 * Seals the register's key to those to whom the draft's acts gave a role that has it. A stale key goes to nobody: the re-keying seals the
 * next one to all. Where this member lacks the key, another holder's client delivers it.
 */
export async function sealRegister(draft: Draft, before: LedgerState): Promise<void> {
  const { state } = preview(draft)
  const found = state.register === null ? null : get(state.folders, state.register)
  if (state.register === null || found?.staleSince !== null) return
  const isNew = !has(before.folders, state.register)
  if (!isNew && draft.vault.folderKeys.get(state.register)?.has(found.generations.length) !== true) return
  const had = new Set(get(before.folders, state.register)?.grants.map(({ to }) => to.id))
  const to = found.grants.map((grant) => grant.to).filter(({ id }) => !had.has(id))
  if (to.length > 0) await wrapFolder(draft, state, state.register, to, false)
}
