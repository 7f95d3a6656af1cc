import { atLeast, levelOf, reachOf } from '../../../shared/ledger/replay/level.ts'
import type { Address } from '../../../shared/vault/item.ts'
import { browser } from '../../browser.ts'
import type { Keeper } from '../keeper.ts'
import type { Open } from '../vault/open.ts'
import { allLogins } from '../match/logins-for.ts'
import { matchesAt, ownDomain, webOrigin, webUrl } from '../match/match-rules.ts'
import { stateOf } from '../vault/vault.ts'

const ID = 'sentinel'
const FILE = '/sentinel.js'
const EVERYWHERE = ['http://*/*', 'https://*/*']

/** Returns the match pattern of the pages that an address reaches by its rule; null if it can't be filled or its host is a wildcard. */
export function patternOf({ address, match }: Pick<Address, 'address' | 'match'>): string | null {
  const url = webUrl(address)
  if (url === null || match === 'none' || /[*%]/.test(url.hostname)) return null
  if (match === 'origin' || match === 'path') return `${url.origin}/*`
  // P8: no rule reaches from https to http. A pattern without a port matches every port.
  const scheme = url.protocol === 'https:' ? 'https' : '*'
  const domain = match === 'domain' ? ownDomain(url) : null
  return `${scheme}://${domain === null ? url.hostname : `*.${domain}`}/*`
}

/**
 * Returns the match patterns where the sentinel may run: none while locked; all web pages for somebody who may edit something, since any
 * page may hold a login to save; for everybody else, the hosts of their own logins.
 */
export function matchPatternsOf(open: Open | null): string[] {
  if (open === null) return []
  const { vault } = open
  const state = stateOf(vault)
  const edits = [...reachOf(state, vault.me)].some((folder) => atLeast(levelOf(state, vault.me, folder), 'edit'))
  if (edits) return EVERYWHERE
  return [...new Set(allLogins(vault).flatMap(({ urls }) => urls.flatMap((url) => patternOf(url) ?? [])))].sort()
}

/** Keeps the browser's registered content scripts in line with what the vault allows now. */
export class Registration {
  private line = Promise.resolve()
  private isDue = false

  constructor(private readonly keeper: Keeper) {}

  /** Applies the change soon, once for all calls until then. The registration survives the worker. */
  follow(): void {
    if (this.isDue) return
    this.isDue = true
    this.line = this.line.then(() => this.apply()).catch(() => undefined)
  }

  private async apply(): Promise<void> {
    const { places, urls } = await this.keeper.look(() => {
      this.isDue = false
      const { shown } = this.keeper
      const urls = shown === null ? [] : allLogins(shown.vault).flatMap((login) => login.urls)
      return Promise.resolve({ places: matchPatternsOf(shown), urls })
    })
    const [registered] = await browser.scripting.getRegisteredContentScripts({ ids: [ID] })
    const before = registered?.matches ?? []
    if (before.toSorted().join() === places.join()) return
    if (places.length === 0) return browser.scripting.unregisterContentScripts({ ids: [ID] })
    if (registered === undefined)
      await browser.scripting.registerContentScripts([
        {
          id: ID,
          matches: places,
          js: [FILE],
          allFrames: true,
          runAt: 'document_idle',
          // A frame without an address of its own (about:blank, srcdoc, blob) is never filled.
          matchOriginAsFallback: false,
          // P10: otherwise the browser would keep the hosts on disk in clear.
          persistAcrossSessions: false,
        },
      ])
    else await browser.scripting.updateContentScripts([{ id: ID, matches: places, js: [FILE] }])
    await injectOpenTabs(places === EVERYWHERE ? (url) => webOrigin(url) !== null : (url) => matchesAt(url)(urls))
  }
}

/** Runs the sentinel in documents that are already open: a registered script runs only at the next load. */
async function injectOpenTabs(fits: (url: string) => boolean): Promise<void> {
  const tabs = await browser.tabs.query({ discarded: false, url: EVERYWHERE })
  await Promise.all(tabs.flatMap(({ id }) => (id === undefined ? [] : [injectTab(id, fits)])))
}

async function injectTab(tabId: number, fits: (url: string) => boolean): Promise<void> {
  const frames = (await browser.webNavigation.getAllFrames({ tabId })) ?? []
  for (const { documentId } of frames.filter((frame) => fits(frame.url)))
    // One by one, so that a document that is gone, or may not be scripted, does not stop the others.
    void browser.scripting
      .executeScript({ target: { tabId, documentIds: [documentId] }, files: [FILE] })
      .catch(() => [])
}
