/**
 * P8: where a login may be filled. Each address of a login has a match rule that says which pages it covers. No rule lets an https
 * address cover an http page. An address that is not http(s), or contains a username, matches nothing.
 */
import { getDomain } from 'tldts'
import type { Address, Overview } from '../../../shared/vault/item.ts'
import type { Fit, Reach } from '../../messages/match-view.ts'

/** Returns the parsed URL of an http or https address without username and password, null for everything else. */
export function webUrl(address: string): URL | null {
  const url = URL.parse(address.trim())
  const isWeb = url?.protocol === 'https:' || url?.protocol === 'http:'
  return url !== null && isWeb && url.username === '' && url.password === '' ? url : null
}

/** Returns the origin of an address that `webUrl` accepts, null for everything else. */
export const webOrigin = (address: string): string | null => webUrl(address)?.origin ?? null

/**
 * Returns the registrable domain by the public suffix list, private section included, so that each customer of a host such as
 * github.io has a domain of its own. Null where there is none: an IP address, localhost, a suffix itself, a trailing dot.
 */
export const ownDomain = ({ hostname }: URL): string | null =>
  hostname.endsWith('.') ? null : getDomain(hostname, { allowPrivateDomains: true, extractHostname: false })

/** P10: clears the last host that tldts keeps in its cache, by asking it about an empty one. */
export const forgetLastHost = (): void => void getDomain('')

/** Returns the registrable domain, or the host itself where it has none. */
const domainOf = (url: URL): string => ownDomain(url) ?? url.hostname

/** Returns the path without trailing slashes. */
const trimmedPath = ({ pathname }: URL) => pathname.replace(/\/+$/, '')

/**
 * Returns whether `page` has the path of `saved` or one below it. Paths that servers interpret differently do not count as below:
 * those with an encoded slash, or with dots and a parameter (`..;`), which some servers read as the parent folder (L9).
 */
function isBelow(saved: URL, page: URL): boolean {
  const rest = page.pathname.slice(trimmedPath(saved).length)
  return page.pathname.startsWith(trimmedPath(saved)) && /^(?:\/|$)/.test(rest) && !/%2f|%5c|\/\.{1,2};/i.test(rest)
}

/** P8: returns the addresses where an item may be filled: those of a web login. Hosts, API keys and notes are filled nowhere. */
export const fillAddresses = ({ kind, urls }: Pick<Overview, 'kind' | 'urls'>): readonly Address[] =>
  kind === 'login' ? urls : []

/** What an address covers, by match rule. */
const scopesBy = {
  origin: ({ origin }: URL) => origin,
  host: ({ hostname }: URL) => hostname,
  domain: ownDomain,
  path: (url: URL) => `${url.origin}${trimmedPath(url)}`,
}

/** Returns what an address covers by each match rule, null where it is not http(s). */
export function matchReachOf(address: string): Reach | null {
  const { origin, host, domain, path } = scopesBy
  const url = webUrl(address)
  return url === null ? null : { origin: origin(url), host: host(url), domain: domain(url), path: path(url) }
}

/** Returns what an address covers by its own match rule; the text as typed where it is not http(s). */
export function scopeOf({ address, match }: Pick<Address, 'address' | 'match'>): string {
  const url = webUrl(address)
  return url === null ? address : (scopesBy[match === 'none' ? 'origin' : match](url) ?? url.hostname)
}

/** A page's URL. Its domain is computed when first needed: most match rules do not need it. */
type Page = { url: URL; domain(): string }

function pageAt(address: string): Page | null {
  const url = webUrl(address)
  if (url === null) return null
  let domain: string | null = null
  return { url, domain: () => (domain ??= domainOf(url)) }
}

/** How an address relates to a page, nearest first. `beside`: another place at the same registrable domain. */
const order = ['offered', 'http-page', 'other-path', 'beside', 'never', 'elsewhere', 'bad-address'] as const
type Relation = (typeof order)[number]

/** Returns whether the match rule covers the page, without regard to a downgrade to http and to the path. */
function isWithin(match: Address['match'], saved: URL, { url, domain }: Page): boolean {
  switch (match) {
    case 'origin':
    case 'path':
      return saved.origin === url.origin
    case 'host':
      return saved.hostname === url.hostname
    case 'domain':
      return domainOf(saved) === domain()
    case 'none':
      return false
  }
}

const isDowngrade = (saved: URL, { url }: Page) => saved.protocol === 'https:' && url.protocol === 'http:'

function isOffered({ address, match }: Address, page: Page): boolean {
  const saved = webUrl(address)
  if (saved === null || !isWithin(match, saved, page) || isDowngrade(saved, page)) return false
  return match !== 'path' || isBelow(saved, page.url)
}

const isAddressWithin = (match: Address['match'], { address }: Address, page: Page) => {
  const saved = webUrl(address)
  return saved !== null && isWithin(match, saved, page)
}

function relationOf(of: Address, page: Page): Relation {
  const { address, match } = of
  const saved = webUrl(address)
  if (saved === null) return 'bad-address'
  if (match === 'none') return 'never'
  if (isOffered(of, page)) return 'offered'
  const isTwin = isWithin(match, saved, page) || isWithin('host', saved, page)
  if (isTwin && isDowngrade(saved, page)) return 'http-page'
  if (isWithin(match, saved, page)) return 'other-path'
  return isWithin('domain', saved, page) ? 'beside' : 'elsewhere'
}

/** Returns a test for whether one of a login's addresses covers the page. A fill applies it to each document involved (P8). */
export function matchesAt(address: string): (urls: readonly Address[]) => boolean {
  const page = pageAt(address)
  return (urls) => page !== null && urls.some((url) => isOffered(url, page))
}

/** A document by the browser's account: its own address and, for a frame, the addresses of the documents around it. */
export type FramePlace = { url: string; around: readonly string[] }

/**
 * Returns a test for whether a login may be filled in a document. P8: the login's addresses must cover the document, and every
 * document around it that has another origin: inside another site's page a person cannot know whose form they see.
 */
export function fillsIn({ url, around }: FramePlace): (urls: readonly Address[]) => boolean {
  const origin = webOrigin(url)
  const reached = [url, ...around.filter((one) => webOrigin(one) !== origin)].map(matchesAt)
  return (urls) => reached.every((isReached) => isReached(urls))
}

/**
 * Returns a test for whether a login answers an HTTP authentication challenge. There a match rule may narrow (`path`, `none`) but never
 * widen: the origin must be that of the address, and so must the realm, where the address names one.
 */
export function answersAt({ url, realm }: { url: string; realm: string }): (urls: readonly Address[]) => boolean {
  const page = pageAt(url)
  return (urls) =>
    page !== null &&
    urls.some(
      (of) =>
        webOrigin(of.address) === page.url.origin && (of.realm === '' || of.realm === realm) && isOffered(of, page),
    )
}

/** Whether a login is offered at a page and why, and whether the page is near enough for a person to expect the login there. */
export type PageFit = { fit: Fit; isNear: boolean }

/** Returns a function that judges a login for this page by its nearest address. */
export function judgeAt(address: string): (urls: readonly Address[]) => PageFit {
  const page = pageAt(address)
  return (urls) => {
    if (page === null) return { fit: { is: 'withheld', why: 'no-page' }, isNear: false }
    const [nearest] = urls
      .map((url) => ({ url, stands: relationOf(url, page) }))
      .sort((a, b) => order.indexOf(a.stands) - order.indexOf(b.stands))
    return nearest === undefined
      ? { fit: { is: 'withheld', why: 'no-address' }, isNear: false }
      : verdictOf(nearest.url, nearest.stands, page)
  }
}

function verdictOf(of: Address, stands: Relation, page: Page): PageFit {
  const [rule, scope] = [of.match, scopeOf(of)]
  switch (stands) {
    case 'offered':
      return { fit: { is: 'offered', rule, scope }, isNear: true }
    case 'beside':
      return { fit: { is: 'withheld', why: 'elsewhere', rule, scope }, isNear: true }
    case 'never':
      return { fit: { is: 'withheld', why: stands, rule, scope }, isNear: isAddressWithin('domain', of, page) }
    case 'elsewhere':
    case 'bad-address':
      return { fit: { is: 'withheld', why: stands, rule, scope }, isNear: false }
    case 'http-page':
    case 'other-path':
      return { fit: { is: 'withheld', why: stands, rule, scope }, isNear: true }
  }
}
