import { BlockList, isIPv4, isIPv6 } from 'node:net'

/**
 * The proxies in front of this server, from a list such as `10.0.0.0/8, fd00::/8, 192.0.2.7`. Returns null for what is no such list, and
 * for a range of all addresses: who trusts everybody lets everybody say who they are.
 */
export function trustedProxiesIn(text: string): BlockList | null {
  const proxies = new BlockList()
  for (const one of text.split(',').map((part) => part.trim())) {
    const [, address = '', bits] = /^([\da-f.:]+)(?:\/(\d{1,3}))?$/i.exec(one) ?? []
    const [family, most] = isIPv4(address) ? (['ipv4', 32] as const) : (['ipv6', 128] as const)
    const prefix = Number(bits ?? most)
    if (!(isIPv4(address) || isIPv6(address)) || prefix === 0 || prefix > most) return null
    proxies.addSubnet(address, prefix, family)
  }
  return proxies
}
