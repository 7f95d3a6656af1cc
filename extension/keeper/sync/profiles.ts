import { zero32 } from '../../../shared/bytes/ids.ts'
import type { MemberId } from '../../../shared/bytes/ids.ts'
import { get } from '../../../shared/bytes/table.ts'
import type { LedgerState } from '../../../shared/ledger/replay/state.ts'
import type { LedgerReply } from '../../../shared/protocol/sync.ts'
import { callAs } from '../desk/call-as.ts'
import type { Desk } from '../desk/desk.ts'
import { fetchSome } from './fetch-some.ts'
import type { Open } from '../vault/open.ts'
import { profilesWanted } from './pull-objects.ts'
import type { Session } from '../desk/session.ts'
import { stateOf } from '../vault/vault.ts'
import type { Vault } from '../vault/vault.ts'

/** How many former members one request asks about. */
const PORTION = 2_000

/** Drops the profiles whose hash in the ledger has changed since `before`, so that the new ones are fetched (P4). */
export function dropOutdated(vault: Vault, before: LedgerState | null): void {
  if (before === null) return
  const now = stateOf(vault)
  for (const member of [...vault.profiles.keys()])
    if (get(now.members, member)?.profile !== get(before.members, member)?.profile) vault.profiles.delete(member)
}

/**
 * Asks the server whose profiles are erased, whenever its mark for that has changed, and drops them. Only former members are asked
 * about: the server cannot make this device drop a current member's profile. Throws as `callAs`.
 */
export async function dropErased(
  at: { desk: Desk; session: Session; vault: Vault },
  { erased: mark }: Pick<LedgerReply, 'erased'>,
): Promise<void> {
  const { vault } = at
  if (vault.erased.mark === mark) return
  const { members } = stateOf(vault)
  const left = profilesWanted(vault).filter((one) => get(members, one)?.removedAt !== null)
  const erased = new Set<MemberId>()
  for (let from = 0; from < left.length && mark !== zero32; from += PORTION) {
    const some = left.slice(from, from + PORTION)
    const reply = await fetchSome(at, { erased: some })
    for (const one of some) if (reply.erased.includes(one)) erased.add(one)
  }
  for (const one of erased) {
    vault.profiles.delete(one)
    vault.mismatched.delete(one)
  }
  vault.erased = { mark, members: erased }
  vault.unstored.add('ledger')
}

/** Has the server delete name, address and salt of a former member. It may be repeated. Throws as `callAs`. */
export async function eraseProfile({ desk, session }: Open, member: MemberId): Promise<void> {
  await callAs(desk, session, 'eraseProfile', { member })
}
