/**
 * P8: where a login may be filled. Each address has a rule that says how far it reaches; none reaches from https to an
 * http page. What is no address of the web, or carries a user's name, matches nothing.
 */
import { getDomain } from 'tldts'
import type { Address } from '../../../shared/vault/item.ts'
import type { Fit, Reach } from '../../messages/match-view.ts'

/** http and https only, nobody's name in it; null for everything else. */
export function webUrl(address: string): URL | null {
  const url = URL.parse(address.trim())
  const isWeb = url?.protocol === 'https:' || url?.protocol === 'http:'
  return url !== null && isWeb && url.username === '' && url.password === '' ? url : null
}

/** The origin of a page that can be filled, null for everything else. */
export const webOrigin = (address: string): string | null => webUrl(address)?.origin ?? null

/**
 * The registrable domain, by the public suffix list with its private part, in which each of the customers of a host (as
 * of github.io) is a domain. Null where there is none: an IP address, localhost, a suffix itself, a final dot.
 */
export const ownDomain = ({ hostname }: URL): string | null =>
  hostname.endsWith('.') ? null : getDomain(hostname, { allowPrivateDomains: true, extractHostname: false })

/** P10: the library holds on to the last host that it was asked about. Gives it an empty one instead. */
export const forgetLastHost = (): void => void getDomain('')

/** Where a host has no domain of its own, it stands for itself. */
const domainOf = (url: URL): string => ownDomain(url) ?? url.hostname

/** A path without the slashes at its end. */
const base = ({ pathname }: URL) => pathname.replace(/\/+$/, '')

/**
 * Whether `page` lies at `saved` or below it. What servers make of it what they like is not below: an encoded slash, and dots
 * with a parameter, which some read as the folder above (L9).
 */
function isBelow(saved: URL, page: URL): boolean {
  const rest = page.pathname.slice(base(saved).length)
  return page.pathname.startsWith(base(saved)) && /^(?:\/|$)/.test(rest) && !/%2f|%5c|\/\.{1,2};/i.test(rest)
}

/** What an address stands for by a rule. */
const reaches = {
  origin: ({ origin }: URL) => origin,
  host: ({ hostname }: URL) => hostname,
  domain: ownDomain,
  path: (url: URL) => `${url.origin}${base(url)}`,
}

/** What an address stands for by each rule; null when it is none of the web. */
export function reachOf(address: string): Reach | null {
  const { origin, host, domain, path } = reaches
  const url = webUrl(address)
  return url === null ? null : { origin: origin(url), host: host(url), domain: domain(url), path: path(url) }
}

/** What an address stands for by its own rule; as it is typed where it is none of the web. */
export function scopeOf({ address, match }: Pick<Address, 'address' | 'match'>): string {
  const url = webUrl(address)
  return url === null ? address : (reaches[match === 'none' ? 'origin' : match](url) ?? url.hostname)
}

/** A page as the browser says it, with its domain found when it is first asked for: most addresses don't ask. */
type Page = { url: URL; domain(): string }

function pageAt(address: string): Page | null {
  const url = webUrl(address)
  if (url === null) return null
  let domain: string | null = null
  return { url, domain: () => (domain ??= domainOf(url)) }
}

/** How an address and a page stand to each other, nearest first; `beside`: elsewhere at the same domain. */
const order = ['offered', 'http-page', 'other-path', 'beside', 'never', 'elsewhere', 'bad-address'] as const
type Standing = (typeof order)[number]

/** Whether the page is where the rule reaches, its scheme and path left aside. */
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

const isAt = (match: Address['match'], { address }: Address, page: Page) => {
  const saved = webUrl(address)
  return saved !== null && isWithin(match, saved, page)
}

function standing(of: Address, page: Page): Standing {
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

/** Whether one of a login's addresses reaches a page: what the gate asks of each that a fill has to do with (P8). */
export function matchesAt(address: string): (urls: readonly Address[]) => boolean {
  const page = pageAt(address)
  return (urls) => page !== null && urls.some((url) => isOffered(url, page))
}

/** Where a document stands, as the browser tells: its own address, and those of the documents around it, if it is a frame. */
export type Place = { url: string; around: readonly string[] }

/**
 * P8: whether a login may be filled in a document: one that its addresses reach, and in no document but of the same origin, or reached
 * too. Within a page of somebody else's a person cannot know whose form it is that they see a part of.
 */
export function fillsIn({ url, around }: Place): (urls: readonly Address[]) => boolean {
  const origin = webOrigin(url)
  const reached = [url, ...around.filter((one) => webOrigin(one) !== origin)].map(matchesAt)
  return (urls) => reached.every((isReached) => isReached(urls))
}

/**
 * The same for a site that asks for name and password by HTTP itself: there a rule may narrow what a login answers (below a path, never),
 * and none widens it beyond its own origin. The realm must be that of the address, where the address names one.
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

/** What is said of a login for a page, and whether that page is near enough for it to have been looked for there. */
export type Judged = { fit: Fit; isNear: boolean }

/** Judges logins by their addresses for a page, each by that which is nearest. */
export function judgeAt(address: string): (urls: readonly Address[]) => Judged {
  const page = pageAt(address)
  return (urls) => {
    if (page === null) return { fit: { is: 'withheld', why: 'no-page' }, isNear: false }
    const [nearest] = urls
      .map((url) => ({ url, stands: standing(url, page) }))
      .sort((a, b) => order.indexOf(a.stands) - order.indexOf(b.stands))
    return nearest === undefined
      ? { fit: { is: 'withheld', why: 'no-address' }, isNear: false }
      : said(nearest.url, nearest.stands, page)
  }
}

function said(of: Address, stands: Standing, page: Page): Judged {
  const [rule, scope] = [of.match, scopeOf(of)]
  switch (stands) {
    case 'offered':
      return { fit: { is: 'offered', rule, scope }, isNear: true }
    case 'beside':
      return { fit: { is: 'withheld', why: 'elsewhere', rule, scope }, isNear: true }
    case 'never':
      return { fit: { is: 'withheld', why: stands, rule, scope }, isNear: isAt('domain', of, page) }
    case 'elsewhere':
    case 'bad-address':
      return { fit: { is: 'withheld', why: stands, rule, scope }, isNear: false }
    case 'http-page':
    case 'other-path':
      return { fit: { is: 'withheld', why: stands, rule, scope }, isNear: true }
  }
}
