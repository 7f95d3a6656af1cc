import type { FolderId, MemberId } from '../../shared/bytes/ids.ts'

/**
 * One's own personal folder. `recovery`: whether owners can give it back, or could if the person agreed (`owners`: among how many its
 * key is split); `outdated` while owners changed and the key is not split anew.
 */
export type PersonalView = { recovery: 'none' | 'offered' | 'set' | 'outdated'; owners: number }

/** Whether one may make a personal folder, and among how many owners its key could be split; 0 where nobody gives it back. */
export type MayHavePersonal = { mayCreate: boolean; owners: number }

/** A personal folder that two owners could give back to its person's new keys, for owners; none that is proposed already. */
export type RecoverableView = { folder: FolderId; to: MemberId; name: string | null }
