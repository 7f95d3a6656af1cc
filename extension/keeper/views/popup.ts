import type { LoginRow, PopupView } from '../../messages/views.ts'
import type { Keeper } from '../keeper.ts'
import { allLogins, byName, loginsFor, webOrigin } from '../logins-for.ts'
import { statusView } from './status.ts'

/** What the popup offers for a tab at `address`: what fits the page exactly, then recent, then all. */
export async function popupView(keeper: Keeper, address: string | null): Promise<PopupView> {
  const status = await statusView(keeper)
  const origin = address === null ? null : webOrigin(address)
  const page = origin === null ? null : { origin }
  const open = keeper.shown
  if (open === null) return { status, page, here: [], recent: [], all: [] }
  const all = allLogins(open.vault)
    .map(({ row }) => row)
    .sort(byName)
  const recent = open.session.recent.flatMap((item): LoginRow[] => all.filter((row) => row.item === item))
  return { status, page, here: origin === null ? [] : loginsFor(open.vault, origin), recent, all }
}
