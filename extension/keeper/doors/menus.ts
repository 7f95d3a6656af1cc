import { toBase64url } from '../../../shared/bytes/base64url.ts'
import { randomBytes } from '../../../shared/crypto/random.ts'
import { browser } from '../../browser.ts'
import type { FrameRequest, LoadAnswer, WebFrame } from '../../messages/frame.ts'
import { MENU_PORT, menuToWorker } from '../../messages/menu.ts'
import type { WorkerToMenu, MenuToWorker, MenuTicket } from '../../messages/menu.ts'
import { SendsElsewhere } from '../fill/sends-elsewhere.ts'
import { editableFolders } from '../items/editable-folders.ts'
import { fill } from '../fill/fill.ts'
import { chromeFrames } from '../fill/frames.ts'
import { generateAt } from '../offers/generate-in.ts'
import type { Keeper } from '../keeper.ts'
import type { Open } from '../vault/open.ts'
import { loginsFor } from '../match/logins-for.ts'
import { chromeNewPasswords } from '../offers/new-passwords.ts'

const GOOD_FOR = 10_000

/** A frame of a web page, and the addresses of the documents around it. */
export type PlacedFrame = WebFrame & { around: readonly string[] }
/** Where a menu was asked for, and what is offered there: logins, a new password, or both. */
type MenuPlace = PlacedFrame & { login: boolean; generates: boolean }

/** The menus that are open in pages. P10: a lock closes them all. A worker's death closes its ports, and the menus with them. */
export class Menus {
  private readonly tickets = new Map<string, MenuPlace>()
  private readonly open = new Set<chrome.runtime.Port>()

  constructor(private readonly keeper: Keeper) {}

  /** Returns a ticket for a menu in this document, if there is something to offer for its field. */
  ticket(
    frame: PlacedFrame,
    { login, fresh }: Pick<Extract<FrameRequest, { name: 'frame.menu' }>, 'login' | 'fresh'>,
  ): MenuTicket | LoadAnswer {
    const { shown } = this.keeper
    if (shown === null) return 'closed'
    const place = { ...frame, login, generates: fresh && editableFolders(shown.vault).length > 0 }
    const rows = rowsAt(shown, place).length + (place.generates ? 1 : 0)
    if (rows === 0) return 'nothing'
    const ticket = toBase64url(randomBytes(32))
    this.tickets.set(ticket, place)
    setTimeout(() => this.tickets.delete(ticket), GOOD_FOR)
    return { ticket, rows }
  }

  /** Closes every menu once nothing of the vault may be shown. */
  follow(): void {
    if (this.keeper.shown !== null) return
    this.tickets.clear()
    for (const port of this.open) port.disconnect()
    this.open.clear()
  }

  serve(): void {
    browser.runtime.onConnect.addListener((port) => {
      if (port.name !== MENU_PORT) return
      if (!isMenu(port.sender)) return port.disconnect()
      let frame: MenuPlace | null = null
      let isAsked = false
      this.open.add(port)
      port.onDisconnect.addListener(() => this.open.delete(port))
      const end = () => {
        this.open.delete(port)
        port.disconnect()
      }
      port.onMessage.addListener((message: unknown) => {
        const said = menuToWorker.safeParse(message)
        // One ticket a frame: a frame that presents a wrong one is not our menu.
        if (!said.success || (said.data.do === 'show') === isAsked) return end()
        if (said.data.do !== 'show' && frame === null) return end()
        isAsked = true
        this.answer(port, said.data, frame).then(
          (found) => (found === null ? end() : void (frame = found)),
          () => end(),
        )
      })
    })
  }

  /** Does what a menu asks. Returns the document it belongs to; null for none. */
  private async answer(
    port: chrome.runtime.Port,
    said: MenuToWorker,
    frame: MenuPlace | null,
  ): Promise<MenuPlace | null> {
    const tell = (heard: WorkerToMenu) => port.postMessage(heard)
    if (said.do === 'show') {
      const claimed = this.tickets.get(said.ticket)
      this.tickets.delete(said.ticket)
      const { shown } = this.keeper
      if (claimed === undefined || shown === null || !isInside(port.sender, said.within, claimed)) return null
      tell({ is: 'rows', rows: rowsAt(shown, claimed), generates: claimed.generates })
      return claimed
    }
    if (frame === null) return null
    if (said.do === 'popup') await browser.action.openPopup().catch(() => null)
    else tell(await this.fill(frame, said))
    return frame
  }

  /** Fills or generates through the gate (P8), in exactly the document that asked for the menu. */
  private async fill(
    { tab, documentId, origin, generates }: MenuPlace,
    said: Extract<MenuToWorker, { do: 'fill' | 'generate' }>,
  ): Promise<WorkerToMenu> {
    const frames = {
      ...chromeFrames,
      of: async (of: number) => (await chromeFrames.of(of)).filter((one) => one.documentId === documentId),
    }
    const generate = async () => {
      const found = generates ? await frames.of(tab) : []
      await generateAt(this.keeper, chromeNewPasswords, tab, origin, found)
    }
    try {
      if (said.do === 'generate') await this.keeper.look(generate)
      else await this.keeper.look(() => fill(this.keeper, frames, { folder: said.folder, item: said.item, tab }))
      return { is: 'filled' }
    } catch (error) {
      return { is: 'failed', sendsTo: error instanceof SendsElsewhere ? error.address : null }
    }
  }
}

const rowsAt = (open: Open, { url, around, login }: MenuPlace) => (login ? loginsFor(open, url, around) : [])

/** Whether the sender is our own menu in a frame of a tab, by what the browser reports. */
function isMenu(sender: chrome.runtime.MessageSender | undefined): boolean {
  const url = URL.parse(sender?.url ?? '')
  const isOurs = sender?.id === browser.runtime.id && sender.origin === browser.runtime.getURL('').replace(/\/$/, '')
  return isOurs && url?.pathname === '/menu.html' && sender.tab !== undefined && sender.frameId !== 0
}

/**
 * Whether a menu is in the tab that asked, and directly in a document of the origin that asked. The origin is what the browser tells our
 * own page, since the browser does not list our frames among a tab's frames.
 */
const isInside = (sender: chrome.runtime.MessageSender | undefined, within: string, claimed: WebFrame) =>
  sender?.tab?.id === claimed.tab && within === claimed.origin
