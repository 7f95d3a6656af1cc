import { get } from '../../../../shared/bytes/table.ts'
import type { OfferView } from '../../../messages/offer-view.ts'
import type { VisitView } from '../../../messages/popup-view.ts'
import type { LoginRow, PopupView } from '../../../messages/views.ts'
import { namedClient, clientFilter } from '../../match/active-client.ts'
import { clientsOf } from '../../fill/choose-client.ts'
import { isEditor } from '../../items/editable-folders.ts'
import type { Keeper } from '../../keeper.ts'
import { allLogins, byName, loginsFor, nearLogins } from '../../match/logins-for.ts'
import { matchesAt, webOrigin } from '../../match/match-rules.ts'
import { isQuiet } from '../../offers/never-offer.ts'
import { isBefore, stepOf } from '../../fill/next-step.ts'
import { stateOf } from '../../vault/vault.ts'
import { countNotices } from './notices.ts'
import { statusView } from './status.ts'

/** At most so many clients of one page are named. */
const MOST_CLIENTS = 3

/**
 * Returns what the popup offers for a tab at `address`: the login whose code the tab waits for, then the logins whose rules match, the
 * recent ones, and all; only those of the active client, where there is one. If the page belongs to other clients, they are named.
 */
export async function popupView(
  keeper: Keeper,
  address: string | null,
  tab: number | null = null,
  offer: OfferView | null = null,
  visit: VisitView | null = null,
): Promise<PopupView> {
  const status = await statusView(keeper)
  const origin = address === null ? null : webOrigin(address)
  const page = origin === null ? null : { origin }
  const open = keeper.shown
  if (open === null)
    return {
      status,
      visit: null,
      waits: 0,
      page,
      offer: null,
      isQuiet: false,
      client: null,
      clients: [],
      next: [],
      needsServer: false,
      here: [],
      elsewhere: [],
      near: [],
      recent: [],
      all: [],
    }
  const logins = allLogins(open.vault)
  const isOwn = clientFilter(open)
  const all = logins
    .filter(({ row }) => isOwn(row.folder))
    .map(({ row }) => row)
    .sort(byName)
  const recent = open.session.recent.flatMap((item): LoginRow[] => all.filter((row) => row.item === item))
  const url = address ?? ''
  const folders = [...new Set(all.map(({ folder }) => folder))]
  const here = loginsFor(open, url)
  const step = (await isBefore(keeper.desk, tab, url)) ? null : await stepOf(keeper.desk, tab)
  const matches = matchesAt(url)
  const others = here.length > 0 ? [] : logins.filter(({ row, urls }) => !isOwn(row.folder) && matches(urls))
  return {
    status,
    visit,
    waits: countNotices(keeper),
    page,
    offer,
    isQuiet: origin !== null && isEditor(open.vault) && (await isQuiet(open, origin)),
    client: namedClient(open),
    clients: clientsOf(logins),
    next: here.filter(({ item }) => item === step),
    needsServer: folders.some((folder) => get(stateOf(open.vault).folders, folder)?.witnessed === true),
    here,
    elsewhere: clientsOf(others).slice(0, MOST_CLIENTS),
    near: here.length > 0 || others.length > 0 ? [] : nearLogins(open, url),
    recent,
    all,
  }
}
