import { isIPv6, SocketAddress } from 'node:net'
import type { BlockList } from 'node:net'

/** What limits by network address count by. `peer`: who connected. `forwarded`: the X-Forwarded-For header. */
export type AddressOf = (from: Readonly<{ peer: string; forwarded: string }>) => string

/**
 * Returns how a client is counted: by an IPv4 address, or by the first 64 bits of an IPv6 one, since whoever has one IPv6 address usually
 * has 2^64. The client is who connected; where that is a trusted proxy, it is the rightmost address of X-Forwarded-For that is none. All
 * further left was said by the client itself. Where a hop is no address, the client counts as the proxy that passed it on.
 */
export const addressesBehind =
  (trusted: BlockList): AddressOf =>
  ({ peer, forwarded }) =>
    counted(clientOf(addressIn(peer) ?? '', forwarded, trusted))

function clientOf(peer: string, forwarded: string, trusted: BlockList): string {
  const hops = forwarded.split(',')
  let client = peer
  while (isTrusted(client, trusted)) {
    const next = addressIn(hops.pop() ?? '')
    if (next === null) return client
    client = next
  }
  return client
}

const isTrusted = (address: string, trusted: BlockList): boolean =>
  address !== '' && trusted.check(address, isIPv6(address) ? 'ipv6' : 'ipv4')

/** One hop in its one spelling, without port, brackets and zone; IPv4 within IPv6 as IPv4. Null for what is no address. */
function addressIn(hop: string): string | null {
  const text = hop.trim()
  const [, within] = /^\[([^\]]+)\](?::\d+)?$/.exec(text) ?? []
  const address = within ?? text.replace(/^([\d.]+):\d+$/, '$1')
  try {
    const family = isIPv6(address) ? 'ipv6' : 'ipv4'
    return new SocketAddress({ address, family }).address.replace(/^::ffff:(?=[\d.]+$)/, '')
  } catch {
    return null
  }
}

/** Groups that `::` leaves out are zeros. */
function counted(address: string): string {
  if (!isIPv6(address)) return address
  const [before = '', after] = address.split('::').map((half) => half.split(':').filter((group) => group !== ''))
  const filled =
    after === undefined ? before : [...before, ...Array<string>(8 - before.length - after.length).fill('0'), ...after]
  return `${[...filled].slice(0, 4).join(':')}::/64`
}
