import type { FolderId } from '../../../shared/bytes/ids.ts'
import { Failure } from '../../../shared/bytes/failure.ts'
import type { ClientView } from '../../messages/client-view.ts'
import type { Keeper } from '../keeper.ts'
import { allLogins, byName } from '../match/logins-for.ts'
import { needFullyUnlocked } from '../second-key.ts'
import { writeSession } from '../desk/session.ts'

/** Returns the clients that can be chosen: the folders that hold these logins. */
export function clientsOf(logins: ReturnType<typeof allLogins>): ClientView[] {
  const clients = new Map(logins.map(({ row: { client, path } }) => [client.folder, { ...client, path }]))
  return [...clients.values()].sort(byName)
}

/**
 * Makes this client the active one; null for all clients. It takes effect at once, and is written after the work before it, so that
 * nothing is written after a lock (P10). Throws Failure `not-allowed` for a folder that holds no login of this person.
 */
export function chooseClient(keeper: Keeper, folder: FolderId | null): void {
  const open = needFullyUnlocked(keeper)
  if (folder !== null && !clientsOf(allLogins(open.vault)).some((one) => one.folder === folder))
    throw new Failure('not-allowed')
  open.session.client = folder
  void keeper.run(async () => {
    if (keeper.open === open) await writeSession(open.desk, open.session)
  })
  keeper.tell()
}
