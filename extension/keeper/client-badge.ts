import { namedClient } from './active-client.ts'
import type { Keeper } from './keeper.ts'

/** How a client is told on the toolbar's button; of nobody in particular, the bare button. */
export type BadgeLook = { text: string; colour: string; letters: string; title: string }
export type BadgeOf = (client: { folder: string; name: string } | null) => BadgeLook

/**
 * The active client on the toolbar's button, while unlocked. P10: it is set tab by tab, since what is set for all tabs the
 * browser writes into its profile; and a tab loses it with each new page. So tabs are followed, while there is a client.
 */
export class ClientBadge {
  /** What the tabs show; null before anything is known. */
  private shown: string | null = null
  private line = Promise.resolve()

  constructor(
    private readonly keeper: Keeper,
    private readonly lookOf: BadgeOf,
  ) {
    chrome.tabs.onUpdated.addListener(this.onUpdated)
  }

  /** Shows what has changed in every tab. */
  readonly follow = async (): Promise<void> => {
    const client = this.client()
    const now = client === null ? '' : `${client.folder} ${client.name}`
    if (now === this.shown) return
    this.shown = now
    if (client === null) chrome.tabs.onUpdated.removeListener(this.onUpdated)
    else if (!chrome.tabs.onUpdated.hasListener(this.onUpdated)) chrome.tabs.onUpdated.addListener(this.onUpdated)
    for (const { id } of await chrome.tabs.query({})) if (id !== undefined) this.show(id)
    await this.line
  }

  private client() {
    return this.keeper.shown === null ? null : namedClient(this.keeper.shown)
  }

  private readonly onUpdated = (tab: number, { status }: { status?: string | undefined }): void => {
    if (status !== undefined && this.client() !== null) this.show(tab)
  }

  /** One tab after another, each as it is by then: nothing of a client comes after the lock (P10). */
  private show(tabId: number): void {
    this.line = this.line.then(async () => {
      const { text, colour, letters, title } = this.lookOf(this.client())
      await chrome.action.setBadgeBackgroundColor({ tabId, color: colour })
      await chrome.action.setBadgeTextColor({ tabId, color: letters })
      await chrome.action.setBadgeText({ tabId, text })
      await chrome.action.setTitle({ tabId, title })
    })
    // The tab may be gone.
    this.line = this.line.catch(() => undefined)
  }
}
