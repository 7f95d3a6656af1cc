import type { LoginRow, PopupView } from '../../messages/views.ts'
import type { Keeper } from '../keeper.ts'
import { allLogins, byName, loginsFor, nearLogins } from '../logins-for.ts'
import { webOrigin } from '../match-rules.ts'
import { statusView } from './status.ts'

/** What the popup offers for a tab at `address`: what its rules match, then recent, then all. */
export async function popupView(keeper: Keeper, address: string | null): Promise<PopupView> {
  const status = await statusView(keeper)
  const origin = address === null ? null : webOrigin(address)
  const page = origin === null ? null : { origin }
  const open = keeper.shown
  if (open === null) return { status, page, here: [], near: [], recent: [], all: [] }
  const all = allLogins(open.vault)
    .map(({ row }) => row)
    .sort(byName)
  const recent = open.session.recent.flatMap((item): LoginRow[] => all.filter((row) => row.item === item))
  const here = address === null ? [] : loginsFor(open.vault, address)
  const near = address === null || here.length > 0 ? [] : nearLogins(open.vault, address)
  return { status, page, here, near, recent, all }
}
