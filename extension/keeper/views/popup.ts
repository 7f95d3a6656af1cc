import type { LoginRow, PopupView } from '../../messages/views.ts'
import type { Keeper } from '../keeper.ts'
import { allLogins, byName, loginsFor, webOrigin } from '../logins-for.ts'
import { stepOf } from '../next-step.ts'
import { statusView } from './status.ts'

/** What the popup offers for a tab at `address`: whose code it waits for, what fits the page exactly, then recent, then all. */
export async function popupView(keeper: Keeper, address: string | null, tab: number | null = null): Promise<PopupView> {
  const status = await statusView(keeper)
  const origin = address === null ? null : webOrigin(address)
  const page = origin === null ? null : { origin }
  const open = keeper.shown
  if (open === null) return { status, page, next: [], here: [], recent: [], all: [] }
  const all = allLogins(open.vault)
    .map(({ row }) => row)
    .sort(byName)
  const recent = open.session.recent.flatMap((item): LoginRow[] => all.filter((row) => row.item === item))
  const here = origin === null ? [] : loginsFor(open.vault, origin)
  const step = await stepOf(keeper.desk, tab)
  return { status, page, next: here.filter(({ item }) => item === step), here, recent, all }
}
