import { toBase64url } from '../../../shared/bytes/base64url.ts'
import { Failure } from '../../../shared/bytes/failure.ts'
import { newItemId } from '../../../shared/bytes/ids.ts'
import type { ItemId } from '../../../shared/bytes/ids.ts'
import { randomBytes } from '../../../shared/crypto/random.ts'
import type { LoadAnswer, SubmittedForm, WebFrame } from '../../messages/frame.ts'
import type { OfferView } from '../../messages/offer-view.ts'
import type { LoginRow } from '../../messages/views.ts'
import { isEditor, mayEdit } from '../items/editable-folders.ts'
import type { Keeper } from '../keeper.ts'
import { isNeverOffered } from './never-offer.ts'
import { interpretSent, judgeLogin, NOTICE_LIFE } from './notice.ts'
import type { NoticedLogin, SeenDocument, UsernameStep } from './notice.ts'
import { foldersToSaveIn, findLoginsToUpdate } from './propose.ts'

/** What the worker hands in: how to look at a tab, and how to show an offer there. */
export type Tabs = {
  /** Returns what the tab's documents ask for now; null when it is closed, or shows no web page. */
  look(login: NoticedLogin): Promise<{ seen: SeenDocument[]; isTyping: boolean } | null>
  mark(tab: number, isOffered: boolean): Promise<void>
  /** Opens the popup over the tab, where the browser lets us. */
  show(tab: number): Promise<void>
}

/** When to look after a form was sent, and after each navigation, in ms: often at first, then less and less. */
const LOOKS = [700, 1_000, 1_500, 2_500, 4_000, 8_000, 15_000]
/** A login that seems accepted is looked at again: a page may remove its form while it asks its server. */
const AGAIN = 1_500
/** How long a page may take to accept or refuse, in ms. */
const WAITS = 60_000

type Waiting = { login: NoticedLogin; looks: number; worked: boolean; timer: ReturnType<typeof setTimeout> | null }
/** `item`: the id of the login it would become, so that saving it twice saves it once. */
type Offer = { id: string; login: NoticedLogin; item: ItemId; updates: LoginRow[] }

/**
 * The logins that were sent in tabs, until they are saved, dismissed, or five minutes old. They lie in the worker's memory only: a lock
 * drops them all (P10), and so does the worker's death.
 */
export class Offers {
  private readonly steps = new Map<number, UsernameStep>()
  private readonly waiting = new Map<number, Waiting>()
  private readonly offers = new Map<number, Offer>()

  constructor(
    private readonly keeper: Keeper,
    private readonly tabs: Tabs,
  ) {}

  /** Notes that a person has sent a login in this document. Nothing is kept for somebody who may edit nothing. */
  sent(frame: WebFrame, sent: SubmittedForm): LoadAnswer {
    const { shown } = this.keeper
    if (shown === null) return 'closed'
    if (!isEditor(shown.vault)) return 'nothing'
    const { tab } = frame
    const what = interpretSent(sent, frame, this.steps.get(tab) ?? null, this.keeper.desk.now())
    this.stop(tab)
    if (what.is === 'step') this.steps.set(tab, what.step)
    if (what.is === 'login') this.wait({ login: what.login, looks: 0, worked: false, timer: null })
    setTimeout(() => this.expire(), NOTICE_LIFE)
    return 'loaded'
  }

  /** The tab leaves its document. A page that a person opens by themselves is no answer to what was sent. */
  leaves(tab: number, isTheirOwn: boolean): void {
    const waiting = this.waiting.get(tab)
    this.stop(tab)
    // Nothing is looked at until the next document is there; a look under way no longer counts.
    if (waiting !== undefined && !isTheirOwn) this.waiting.set(tab, { ...waiting, timer: null })
  }

  /** Another document has arrived, or another state of the same one; it is drawn within so many ms. */
  arrives(tab: number, drawn: number): void {
    const waiting = this.waiting.get(tab)
    if (waiting !== undefined) this.wait({ ...waiting, looks: 0, worked: false }, drawn)
    // The browser forgets a tab's badge with its document.
    if (this.viewOf(tab) !== null) void this.tabs.mark(tab, true)
  }

  /** The tab is closed, or its navigation failed. */
  ends(tab: number): void {
    this.stop(tab)
    this.steps.delete(tab)
  }
  closed(tab: number): void {
    this.ends(tab)
    this.offers.delete(tab)
  }

  /** P10: drops everything once nothing of the vault may be shown. */
  follow(): void {
    if (this.keeper.shown !== null) return
    for (const tab of [...this.waiting.keys()]) this.stop(tab)
    this.steps.clear()
    for (const tab of [...this.offers.keys()]) this.end(tab)
  }

  /** Returns what is offered in a tab, by what this person may do now; null for nothing. */
  viewOf(tab: number | null): OfferView | null {
    const { shown } = this.keeper
    const offer = tab === null ? undefined : this.offers.get(tab)
    if (shown === null || offer === undefined || this.isOver(offer)) return null
    const { id, login, updates } = offer
    const { host } = new URL(login.frame.origin)
    const own = updates.filter(({ folder }) => mayEdit(shown.vault, folder))
    return { id, host, username: login.username ?? '', updates: own, ...foldersToSaveIn(shown, login.frame.url) }
  }

  /** Returns the offer with this id. Throws Failure `offer-over`. */
  need(id: string): Offer {
    const offer = [...this.offers.values()].find((one) => one.id === id)
    if (offer === undefined || this.isOver(offer)) throw new Failure('offer-over')
    return offer
  }

  /** Ends an offer that is saved or dismissed. */
  settle({ login }: Offer): void {
    this.end(login.frame.tab)
    this.keeper.tell()
  }

  private wait(waiting: Waiting, after = LOOKS[waiting.looks]): void {
    const { tab } = waiting.login.frame
    this.stop(tab)
    const timer = after === undefined ? null : setTimeout(() => void this.look(tab).catch(() => this.stop(tab)), after)
    this.waiting.set(tab, { ...waiting, timer })
  }

  private async look(tab: number): Promise<void> {
    const waiting = this.waiting.get(tab)
    if (waiting === undefined) return
    const { login, looks, worked } = waiting
    const found = this.keeper.desk.now() - login.at > WAITS ? null : await this.tabs.look(login)
    if (this.waiting.get(tab) !== waiting) return
    const verdict = found === null ? 'failed' : judgeLogin(login, found.seen)
    if (verdict === 'failed') this.stop(tab)
    else if (verdict === 'waits') this.wait({ ...waiting, looks: looks + 1, worked: false })
    else if (!worked) this.wait({ ...waiting, worked: true }, AGAIN)
    else {
      this.stop(tab)
      await this.offer(login, found?.isTyping !== true)
    }
  }

  private async offer(login: NoticedLogin, mayShow: boolean): Promise<void> {
    const { tab, origin } = login.frame
    const updates = await this.keeper.look(async () => {
      const { shown } = this.keeper
      return shown === null || (await isNeverOffered(shown, origin)) ? null : findLoginsToUpdate(shown, login)
    })
    if (updates === null || this.keeper.shown === null) return
    this.offers.set(tab, { id: toBase64url(randomBytes(16)), login, item: newItemId(), updates })
    this.keeper.tell()
    await this.tabs.mark(tab, true)
    // If the person is typing, the popup would take their next key press.
    if (mayShow) await this.tabs.show(tab)
  }

  private isOver({ login }: Offer): boolean {
    return this.keeper.desk.now() - login.at >= NOTICE_LIFE
  }

  private expire(): void {
    for (const [tab, { at }] of this.steps) if (this.keeper.desk.now() - at >= NOTICE_LIFE) this.steps.delete(tab)
    for (const offer of this.offers.values()) if (this.isOver(offer)) this.settle(offer)
  }

  private stop(tab: number): void {
    const timer = this.waiting.get(tab)?.timer ?? null
    if (timer !== null) clearTimeout(timer)
    this.waiting.delete(tab)
  }

  private end(tab: number): void {
    if (this.offers.delete(tab)) void this.tabs.mark(tab, false)
  }
}
