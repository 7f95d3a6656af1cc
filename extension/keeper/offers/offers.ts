import { toBase64url } from '../../../shared/bytes/base64url.ts'
import { Failure } from '../../../shared/bytes/failure.ts'
import { newItemId } from '../../../shared/bytes/ids.ts'
import type { ItemId } from '../../../shared/bytes/ids.ts'
import { randomBytes } from '../../../shared/crypto/random.ts'
import type { Loaded, LoginSent, WebFrame } from '../../messages/frame.ts'
import type { OfferView } from '../../messages/offer-view.ts'
import type { LoginRow } from '../../messages/views.ts'
import { isEditor, mayEdit } from '../items/editable-folders.ts'
import type { Keeper } from '../keeper.ts'
import { isNeverOffered } from './never-offer.ts'
import { heard, judge, KEPT } from './notice.ts'
import type { Noticed, Seen, Step } from './notice.ts'
import { placesFor, propose } from './propose.ts'

/** How the browser shows a tab, and what it shows of an offer: handed in by the worker. */
export type Tabs = {
  /** What its documents ask for now; null when it is gone, or shows something else than the web. */
  look(login: Noticed): Promise<{ seen: Seen[]; isTyping: boolean } | null>
  mark(tab: number, isOffered: boolean): Promise<void>
  /** Opens the popup over the tab, where the browser lets us. */
  show(tab: number): Promise<void>
}

/** After a gesture, and after whatever the tab does then, in ms: often at first, then ever less. */
const LOOKS = [700, 1_000, 1_500, 2_500, 4_000, 8_000, 15_000]
/** What looks right is looked at again: a page may take its form away while it asks its server. */
const AGAIN = 1_500
/** As long as a page may take to say yes or no. */
const WAITS = 60_000

type Waiting = { login: Noticed; looks: number; worked: boolean; timer: ReturnType<typeof setTimeout> | null }
/** `item`: the id of the new login that it becomes, so that saving it twice saves it once. */
type Offer = { id: string; login: Noticed; item: ItemId; updates: LoginRow[] }

/**
 * The logins that were sent in tabs, from the gesture until they are saved, waved off, or five minutes old. They lie in the worker's memory and
 * nowhere else: a lock drops them all (P10), and a worker that dies takes them along.
 */
export class Offers {
  private readonly steps = new Map<number, Step>()
  private readonly waiting = new Map<number, Waiting>()
  private readonly offers = new Map<number, Offer>()

  constructor(
    private readonly keeper: Keeper,
    private readonly tabs: Tabs,
  ) {}

  /** A person has sent a login in this document. Nothing is kept for somebody who may edit nothing. */
  sent(frame: WebFrame, sent: LoginSent): Loaded {
    const { shown } = this.keeper
    if (shown === null) return 'closed'
    if (!isEditor(shown.vault)) return 'nothing'
    const { tab } = frame
    const what = heard(sent, frame, this.steps.get(tab) ?? null, this.keeper.desk.now())
    this.stop(tab)
    if (what.is === 'step') this.steps.set(tab, what.step)
    if (what.is === 'login') this.wait({ login: what.login, looks: 0, worked: false, timer: null })
    setTimeout(() => this.expire(), KEPT)
    return 'loaded'
  }

  /** The tab goes on to another document. What a person goes to by themselves is no answer to what was sent. */
  leaves(tab: number, isTheirOwn: boolean): void {
    const waiting = this.waiting.get(tab)
    this.stop(tab)
    // Nothing is looked at until the next one is there; a look that is under way counts no more.
    if (waiting !== undefined && !isTheirOwn) this.waiting.set(tab, { ...waiting, timer: null })
  }

  /** Another document stands there, or another state of the same, and is drawn within so many ms. */
  arrives(tab: number, drawn: number): void {
    const waiting = this.waiting.get(tab)
    if (waiting !== undefined) this.wait({ ...waiting, looks: 0, worked: false }, drawn)
    // The browser forgets a tab's badge with its document.
    if (this.viewOf(tab) !== null) void this.tabs.mark(tab, true)
  }

  /** The tab is gone, or what it went to never came. */
  ends(tab: number): void {
    this.stop(tab)
    this.steps.delete(tab)
  }
  closed(tab: number): void {
    this.ends(tab)
    this.offers.delete(tab)
  }

  /** P10: nothing of it stays where nothing may be shown. */
  follow(): void {
    if (this.keeper.shown !== null) return
    for (const tab of [...this.waiting.keys()]) this.stop(tab)
    this.steps.clear()
    for (const tab of [...this.offers.keys()]) this.end(tab)
  }

  /** What is offered in a tab, by what this person may do now; null for nothing. */
  viewOf(tab: number | null): OfferView | null {
    const { shown } = this.keeper
    const offer = tab === null ? undefined : this.offers.get(tab)
    if (shown === null || offer === undefined || this.isOver(offer)) return null
    const { id, login, updates } = offer
    const { host } = new URL(login.frame.origin)
    const own = updates.filter(({ folder }) => mayEdit(shown.vault, folder))
    return { id, host, username: login.username ?? '', updates: own, ...placesFor(shown, login.frame.url) }
  }

  /** Throws Failure `offer-over`. */
  need(id: string): Offer {
    const offer = [...this.offers.values()].find((one) => one.id === id)
    if (offer === undefined || this.isOver(offer)) throw new Failure('offer-over')
    return offer
  }

  /** It is saved, or waved off. */
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
    const verdict = found === null ? 'failed' : judge(login, found.seen)
    if (verdict === 'failed') this.stop(tab)
    else if (verdict === 'waits') this.wait({ ...waiting, looks: looks + 1, worked: false })
    else if (!worked) this.wait({ ...waiting, worked: true }, AGAIN)
    else {
      this.stop(tab)
      await this.offer(login, found?.isTyping !== true)
    }
  }

  private async offer(login: Noticed, mayShow: boolean): Promise<void> {
    const { tab, origin } = login.frame
    const updates = await this.keeper.look(async () => {
      const { shown } = this.keeper
      return shown === null || (await isNeverOffered(shown, origin)) ? null : propose(shown, login)
    })
    if (updates === null || this.keeper.shown === null) return
    this.offers.set(tab, { id: toBase64url(randomBytes(16)), login, item: newItemId(), updates })
    this.keeper.tell()
    await this.tabs.mark(tab, true)
    // Where a person types already, the popup would take the next key from them.
    if (mayShow) await this.tabs.show(tab)
  }

  private isOver({ login }: Offer): boolean {
    return this.keeper.desk.now() - login.at >= KEPT
  }

  private expire(): void {
    for (const [tab, { at }] of this.steps) if (this.keeper.desk.now() - at >= KEPT) this.steps.delete(tab)
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
