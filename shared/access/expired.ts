import { get } from '../bytes/table.ts'
import type { FolderId, MemberId } from '../bytes/ids.ts'
import type { Grantee } from '../ledger/acts.ts'
import { atLeast, levelOf } from '../ledger/replay/level.ts'
import type { Grant, LedgerState } from '../ledger/replay/state.ts'
import { visibleFolders } from './visible.ts'

/** Whether a dated grant has ended by the state's time. */
export const isOver = ({ until }: Pick<Grant, 'until'>, time: number) => until !== null && until <= time

/** Grants that are over on folders that this member manages: their client revokes them, so that the keys are made anew (P7). */
export const expiredGrants = (state: LedgerState, member: MemberId): { folder: FolderId; to: Grantee }[] =>
  visibleFolders(state, member)
    .filter((folder) => atLeast(levelOf(state, member, folder), 'manage'))
    .flatMap((folder) =>
      (get(state.folders, folder)?.grants ?? [])
        .filter((grant) => isOver(grant, state.time))
        .map(({ to }) => ({ folder, to })),
    )
