import { using, wipe } from '../../../shared/bytes/bytes.ts'
import type { FolderId } from '../../../shared/bytes/ids.ts'
import { get } from '../../../shared/bytes/table.ts'
import { teamsOf, treeFolders } from '../../../shared/access/visible.ts'
import { memberKeys } from '../../../shared/crypto/derive.ts'
import { newMemberSeed } from '../../../shared/crypto/keys.ts'
import type { RotationReview } from '../../messages/rotation-view.ts'
import { preview } from '../acts/draft.ts'
import type { Open } from '../vault/open.ts'
import { fetchKeys } from './own-keys.ts'
import { draftRotation } from './rotate-keys.ts'

/**
 * Returns what a rotation of this person's keys would change: which other FIDO keys end, how many teams and folders it re-keys
 * now, and which wait for somebody else. Computed by the ledger's rules before anything is signed or sent. Throws as `draftRotation`.
 */
export async function reviewRotation(open: Open): Promise<RotationReview> {
  const { vault } = open
  const otherKeys = (await fetchKeys(open, vault.me)).filter(({ inUse }) => !inUse)
  const keys = await using(newMemberSeed(), memberKeys)
  const draft = await draftRotation(open, keys, true)
  for (const secret of [...keys.receive.secrets, keys.self, keys.cache]) wipe(secret)
  const { state } = preview(draft)
  const isStale = (folder: FolderId) => get(state.folders, folder)?.staleSince !== null
  const folders = treeFolders(state, vault.me).filter(isStale)
  const waiting = new Set(folders)
  const topmost = folders.filter((folder) => {
    const parent = get(state.folders, folder)?.parent ?? null
    return parent === null || !waiting.has(parent)
  })
  const teams = teamsOf(state, vault.me).filter((team) => get(state.teams, team)?.staleSince !== null)
  return {
    otherKeys,
    now: {
      teams: draft.acts.filter(({ act }) => act === 'team re-keyed').length,
      folders: draft.acts.filter(({ act }) => act === 'folder re-keyed').length,
    },
    waits: {
      names: [
        ...teams.map((team) => vault.teamNames.get(team) ?? null),
        ...topmost.map((folder) => vault.folderNames.get(folder) ?? null),
      ],
      teams: teams.length,
      folders: folders.length,
    },
  }
}
