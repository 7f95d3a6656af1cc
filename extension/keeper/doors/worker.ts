import { browser } from '../../browser.ts'
import { serveFrames } from '../../messages/frame.ts'
import { publish, serve } from '../../messages/serve.ts'
import type { Topic } from '../../messages/topic.ts'
import { chromeDesk } from '../desk/chrome-desk.ts'
import { clientBadge } from '../fill/client-badge.ts'
import type { BadgeOf } from '../fill/client-badge.ts'
import { chromeClipboard } from '../fill/clipboard.ts'
import { serveContextMenu } from './context-menu.ts'
import { SendsElsewhere } from '../fill/sends-elsewhere.ts'
import { fill } from '../fill/fill.ts'
import { frameHandlers } from './frame-handlers.ts'
import { chromeFrames } from '../fill/frames.ts'
import { handlers } from './handlers.ts'
import { explain } from '../fill/explain.ts'
import { HttpSignIns } from '../fill/http-sign-in.ts'
import { lockWhenIdle } from './idle-lock.ts'
import { applyKeepDays } from '../desk/keep-days.ts'
import { Keeper } from '../keeper.ts'
import { forgetOld } from '../offers/generated.ts'
import { Live } from '../live.ts'
import { loginsFor } from '../match/logins-for.ts'
import { Menus } from './menus.ts'
import { chromeNewPasswords } from '../offers/new-passwords.ts'
import { Offers } from '../offers/offers.ts'
import { stepOf } from '../fill/next-step.ts'
import { SiteVisits } from '../fill/site-visits.ts'
import { chromeSites } from '../fill/visit-tabs.ts'
import { Registration } from '../fill/registration.ts'
import { chromeTabs, followTabs } from '../offers/tabs.ts'
import { consoleView, folderView } from './views/console.ts'
import { countNotices } from './views/notices.ts'
import { popupView } from './views/popup.ts'
import { statusView } from './views/status.ts'
import { stateOf } from '../vault/vault.ts'
import { showConsole, showUnlock } from './windows.ts'

const AFTER_WAKING = 100

/** Wires the keeper to the browser. Listeners are registered at once: a waking worker must not miss its own event. */
export function startWorker(badgeOf: BadgeOf): void {
  // M8: these stores say which server this desk works with, so code in a page's process may neither read nor write them.
  for (const area of [browser.storage.local, browser.storage.session])
    void area.setAccessLevel({ accessLevel: 'TRUSTED_CONTEXTS' })
  const desk = chromeDesk()
  const keeper = new Keeper(desk, () => {
    tell()
    menus.follow()
    signIns.follow()
    offers.follow()
    visits.follow()
    registration.follow()
    void live.follow()
    void showClient()
    followIdle()
  })
  const menus = new Menus(keeper)
  const signIns = new HttpSignIns(keeper)
  const offers = new Offers(keeper, chromeTabs)
  const visits = new SiteVisits(keeper, chromeFrames, chromeSites)
  const registration = new Registration(keeper)
  const live = new Live(keeper)
  const followIdle = lockWhenIdle(keeper)
  const tell = publish((what) => keeper.look(() => viewOf(keeper, offers, visits, what)))
  const showClient = clientBadge(keeper, badgeOf, () => countNotices(keeper))
  const clipboard = chromeClipboard()
  const inPages = { frames: chromeFrames, newPasswords: chromeNewPasswords }
  const around = { rpId: browser.runtime.id, ...inPages, clipboard, offers, visits, showUnlock, showConsole }
  serve(handlers(keeper, around), explain)
  menus.serve()
  serveFrames(frameHandlers(keeper, menus, chromeFrames, offers))
  signIns.serve()
  followTabs(offers)

  const refresh = () => void keeper.wake()
  let obeyed: number | null | undefined
  const sweep = () => {
    const days = keeper.shown === null ? null : stateOf(keeper.shown.vault).policy.keepDays
    // A sweep reads everything on disk, so it runs only at the start and when the policy has changed.
    if (days === obeyed) return
    obeyed = days
    applyKeepDays(desk, days).catch(() => undefined)
  }
  browser.alarms.onAlarm.addListener(() => {
    refresh()
    sweep()
    keeper.look(() => forgetOld(keeper)).catch(() => undefined)
  })
  browser.commands.onCommand.addListener((command, tab) => {
    if (command === 'open-console') void showConsole()
    if (command === 'fill' && tab?.id !== undefined) void fillHere(keeper, tab.id, tab.url ?? '')
  })
  serveContextMenu((tab, address) => void fillHere(keeper, tab, address))
  void browser.alarms.create('sync', { periodInMinutes: 0.5 })
  // The event that woke the worker (a click, a page) is served first.
  setTimeout(() => {
    sweep()
    // An earlier worker may have left its badge.
    void keeper.look(showClient)
    keeper.look(() => Promise.resolve(followIdle())).catch(() => undefined)
    refresh()
    registration.follow()
  }, AFTER_WAKING)
}

async function viewOf(keeper: Keeper, offers: Offers, visits: SiteVisits, what: Topic): Promise<unknown> {
  switch (what.view) {
    case 'status':
      return statusView(keeper)
    case 'console':
      return consoleView(keeper)
    case 'folder':
      return keeper.shown === null ? { folder: what.folder, items: [] } : folderView(keeper.shown, what.folder)
    case 'popup': {
      const tab = what.tab === null ? null : await browser.tabs.get(what.tab).catch(() => null)
      return popupView(keeper, tab?.url ?? null, what.tab, offers.viewOf(what.tab), visits.saidOf(what.tab))
    }
  }
}

/** A fill by keyboard or context menu: fills the page's only login, shows several in the popup, and asks to unlock while locked. */
async function fillHere(keeper: Keeper, tab: number, address: string): Promise<void> {
  const wanted = await keeper.look(async () => {
    if (keeper.shown === null) return 'unlock'
    const rows = loginsFor(keeper.shown, address)
    const next = await stepOf(keeper.desk, tab)
    const only = rows.find(({ item }) => item === next) ?? (rows.length === 1 ? rows[0] : undefined)
    if (only === undefined) return 'choose'
    try {
      await fill(keeper, chromeFrames, { ...only, tab })
    } catch (error) {
      // The popup then says why the login is not filled.
      if (error instanceof SendsElsewhere) return 'choose'
    }
    return 'done'
  })
  if (wanted === 'unlock') await showUnlock('#/unlock')
  if (wanted === 'choose') await browser.action.openPopup().catch(() => null)
}
