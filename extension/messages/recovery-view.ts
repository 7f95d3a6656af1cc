import type { FolderId, MemberId } from '../../shared/bytes/ids.ts'

/**
 * The person's own personal folder. `recovery`: whether two owners can recover it (`set`), or could if the person agreed (`offered`);
 * `outdated` while owners have changed and the key is not split again. `owners`: among how many the key is or would be split.
 */
export type PersonalView = { recovery: 'none' | 'offered' | 'set' | 'outdated'; owners: number }

/** Whether the person may create a personal folder, and among how many owners its key could be split; 0 where it cannot be recovered. */
export type MayHavePersonal = { mayCreate: boolean; owners: number }

/** For owners: a personal folder that two owners could recover for its person's new keys, and that is not proposed yet. */
export type RecoverableView = { folder: FolderId; to: MemberId; name: string | null }
