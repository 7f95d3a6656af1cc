import { exactAddress, type MatchRule } from '../../messages/item-fields.ts'
import type { Reach } from '../../messages/match-view.ts'
import type { ItemFields } from '../../messages/views.ts'
import { matchWords } from '../../words/match.ts'

export type Address = ItemFields['urls'][number]
type Kind = ItemFields['kind']

/** A row to type an address into. */
export const emptyAddress: Address = exactAddress('')

/** An address without a scheme is https. */
export function withScheme(typed: string): string {
  const url = typed.trim()
  return url === '' || /^[a-z][a-z0-9+.-]*:(?!\d)/i.test(url) ? url : `https://${url}`
}

/** The kinds whose addresses are not web pages to fill: any scheme, or a host with its port. */
export const isWeb = (kind: Kind): boolean => kind === 'login'

/** Whether a text names a host: `host`, `host:port`, or either behind a scheme; without a username. */
function isHost(typed: string): boolean {
  const text = typed.trim()
  const url = URL.parse(/^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `sftp://${text}`)
  return url !== null && url.hostname !== '' && url.username === '' && url.password === '' && !/\s/.test(text)
}

export type AddressFault = 'notHost' | 'notWhole' | 'notWeb' | 'withUser' | 'noPath' | 'twice'

/** Why a login with this address could never be filled; null when it can, and for an empty row. */
function faultOf({ address, match }: Address, kind: Kind): AddressFault | null {
  if (address.trim() === '') return null
  if (!isWeb(kind)) return isHost(address) ? null : 'notHost'
  const url = URL.parse(withScheme(address))
  // Chromium reads a space in a host as %20; no host has one.
  if (url === null || url.hostname.includes('%')) return 'notWhole'
  if (!/^https?:$/.test(url.protocol)) return 'notWeb'
  if (url.username !== '' || url.password !== '') return 'withUser'
  return match === 'path' && /^\/*$/.test(url.pathname) ? 'noPath' : null
}

/** The errors of the addresses, by position. */
export function addressFaults(urls: readonly Address[], kind: Kind): ReadonlyMap<number, AddressFault> {
  const seen = new Set<string>()
  const faults = new Map<number, AddressFault>()
  for (const [at, url] of urls.entries()) {
    const key = JSON.stringify([withScheme(url.address), url.realm])
    const fault = faultOf(url, kind) ?? (url.address.trim() !== '' && seen.has(key) ? 'twice' : null)
    if (fault !== null) faults.set(at, fault)
    seen.add(key)
  }
  return faults
}

/** Says which pages the rule of an address matches; null while the address is invalid. */
export function sayReach(match: MatchRule, reach: Reach | null): string | null {
  const { covers, noDomain } = matchWords()
  if (match === 'none') return covers.none
  if (reach === null) return null
  const scope = reach[match]
  return scope === null ? noDomain(reach.host) : covers[match](scope)
}

/** The rule of a saved address, in words next to it. */
export function sayScope({ match, realm, scope }: Address & { scope: string }): string {
  const t = matchWords()
  const rule = match === 'origin' || match === 'none' ? t.said[match] : t.said[match](scope)
  return realm === '' ? rule : `${rule}, ${t.inRealm(realm)}`
}
