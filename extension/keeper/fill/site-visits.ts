import type { FolderId, ItemId } from '../../../shared/bytes/ids.ts'
import { Failure } from '../../../shared/bytes/failure.ts'
import { Refused } from '../../../shared/ledger/replay/state.ts'
import type { VisitView } from '../../messages/popup-view.ts'
import type { Keeper } from '../keeper.ts'
import { webOrigin } from '../match/match-rules.ts'
import { fittingFrames, siteOf } from './authorize-fill.ts'
import { SendsElsewhere } from './sends-elsewhere.ts'
import { fill } from './fill.ts'
import type { Frames } from './fill.ts'

/** How a visit reaches the browser's tabs, handed in by the worker. */
export type Sites = {
  /** Opens a tab in front, which no page has opened; returns its id. */
  open(url: string): Promise<number | null>
  /**
   * Tells, until the returned function is called, which address the tab goes to, when its page may be there to look at, and when a person
   * takes the tab elsewhere.
   */
  follow(tab: number, on: { commits(url: string): void; arrives(): void; leaves(): void }): () => void
  /** Opens the popup over the tab, where the browser lets us. */
  show(tab: number): Promise<void>
}

/** How long after the click a site may still be filled, in ms. */
const LIFE = 60_000

type Choice = { folder: FolderId; item: ItemId }
type Refusal = Omit<VisitView, 'name'>
type Visit = { choice: Choice; name: string; until: number; isBusy: boolean; stop(): void }

/**
 * P8: "Open and fill". The person's click in our own window is the gesture for one fill of one login, in the one tab that it opens, within
 * a minute. The page is judged by the address that the browser reports, through the same gate as every fill. A site that leads elsewhere
 * ends the visit, and so does the person who takes the tab elsewhere; nothing makes up for it later. Visits lie in the worker's memory
 * only: a lock ends them all.
 */
export class SiteVisits {
  private readonly visits = new Map<number, Visit>()
  private readonly said = new Map<number, VisitView>()

  constructor(
    private readonly keeper: Keeper,
    private readonly frames: Frames,
    private readonly sites: Sites,
  ) {}

  /**
   * Opens the first address at which the login may be filled, in a new tab.
   * @throws as `siteOf`; Failure `no-tab` where the browser opens none
   */
  async open(choice: Choice): Promise<void> {
    const { url, name } = await this.keeper.lookIn(choice.folder, (open) => Promise.resolve(siteOf(open, choice)))
    const until = this.keeper.desk.now() + LIFE
    const tab = await this.sites.open(url)
    if (tab === null) throw new Failure('no-tab')
    if (this.keeper.shown === null) return
    this.end(tab)
    const visit: Visit = { choice, name, until, isBusy: false, stop: () => undefined }
    this.visits.set(tab, visit)
    visit.stop = this.sites.follow(tab, {
      commits: (to) => void this.commits(tab, to),
      arrives: () => void this.arrives(tab),
      leaves: () => {
        this.end(tab)
      },
    })
  }

  /** Looks at the tab once, and fills it if the form is there. Does nothing for a tab that was not opened for a login, or too long ago. */
  async arrives(tab: number): Promise<void> {
    const visit = this.visits.get(tab)
    if (visit === undefined || visit.isBusy) return
    if (this.keeper.desk.now() >= visit.until) {
      this.end(tab)
      return
    }
    visit.isBusy = true
    const refusal = await this.attempt(tab, visit)
    visit.isBusy = false
    if (refusal !== 'wait') await this.finish(tab, visit, refusal)
  }

  /** The tab has gone to this address. One that is not the login's ends the visit, also where that page leads back at once. */
  async commits(tab: number, url: string): Promise<void> {
    const visit = this.visits.get(tab)
    if (visit === undefined || webOrigin(url) === null) return
    const { choice } = visit
    try {
      await this.keeper.lookIn(choice.folder, (open) =>
        Promise.resolve(fittingFrames(open, choice, [{ documentId: '', url, around: [] }])),
      )
    } catch (error) {
      await this.finish(tab, visit, refusalOf(error, url))
    }
  }

  /** Ends the visit, and says over its tab why nothing was filled; null where there is nothing to say. */
  private async finish(tab: number, visit: Visit, refusal: Refusal | null): Promise<void> {
    if (this.visits.get(tab) !== visit) return
    this.end(tab)
    if (refusal === null) return
    this.said.set(tab, { name: visit.name, ...refusal })
    await this.sites.show(tab)
  }

  /** Why nothing was filled in a tab that was opened for a login; null where there is nothing to say. */
  readonly saidOf = (tab: number | null): VisitView | null => this.said.get(tab ?? -1) ?? null

  /** Ends all visits once the vault is locked (P10). */
  follow(): void {
    if (this.keeper.shown !== null) return
    for (const tab of [...this.visits.keys()]) this.end(tab)
    this.said.clear()
  }

  private end(tab: number): void {
    this.visits.get(tab)?.stop()
    this.visits.delete(tab)
    this.said.delete(tab)
  }

  /** Returns null once it is filled, `wait` while no form is there, and otherwise why it never will be. */
  private async attempt(tab: number, visit: Visit): Promise<'wait' | Refusal | null> {
    const { choice } = visit
    const found = await this.frames.of(tab)
    const [top] = found
    // The browser's own empty page, before the site's first document.
    if (top === undefined || webOrigin(top.url) === null) return 'wait'
    let isSpent = false
    const once: Frames = {
      of: () => Promise.resolve(found),
      look: (at, fitting) => this.frames.look(at, fitting),
      fill: (at, allowed) => {
        // It may have ended while the page was looked at: by the lock, or because the tab went elsewhere.
        if (isSpent || this.visits.get(tab) !== visit) return Promise.resolve(null)
        isSpent = true
        return this.frames.fill(at, allowed)
      },
    }
    try {
      await this.keeper.lookIn(choice.folder, async (open) => {
        // The page itself: a frame of the login's site within another is not where the click led.
        fittingFrames(open, choice, [top])
        await fill(this.keeper, once, { ...choice, tab }, open)
      })
      return null
    } catch (error) {
      const isForm = error instanceof Failure && error.code === 'no-field-here'
      return isForm && !isSpent ? 'wait' : refusalOf(error, top.url)
    }
  }
}

function refusalOf(error: unknown, url: string): Refusal {
  if (error instanceof SendsElsewhere) return { code: error.code, address: error.address }
  const isKnown = error instanceof Failure || error instanceof Refused
  const code = isKnown ? error.code : 'unknown'
  return code === 'no-login-for-page' ? { code: 'site-elsewhere', address: webOrigin(url) } : { code, address: null }
}
