import { webOrigin } from './match-rules.ts'

/** What the browser reports of an HTTP authentication challenge (RFC 9110 section 11.3). */
export type AuthRequest = Pick<
  chrome.webRequest.OnAuthRequiredDetails,
  | 'isProxy'
  | 'scheme'
  | 'realm'
  | 'challenger'
  | 'url'
  | 'type'
  | 'tabId'
  | 'initiator'
  | 'documentLifecycle'
  | 'frameType'
>

/** An HTTP authentication challenge that Cloison answers. `realm` is the site's own text, empty where it sent none. */
export type Challenge = { url: string; origin: string; realm: string; scheme: 'basic' | 'digest' }

/** Returns the realm decoded as UTF-8 where it is that: the browser decodes it as windows-1252, most sites write UTF-8. */
function decodeRealm(realm: string): string {
  const everyByte = Uint8Array.from({ length: 256 }, (_, at) => at)
  const byteOf = new Map([...new TextDecoder('windows-1252').decode(everyByte)].map((sign, at) => [sign, at]))
  const bytes = [...realm].flatMap((sign) => byteOf.get(sign) ?? [])
  if (bytes.length !== [...realm].length) return realm
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Uint8Array.from(bytes))
  } catch {
    return realm
  }
}

const unbracketed = (host: string) => host.replace(/^\[|\]$/g, '')

/**
 * Returns the challenge where Cloison answers it, null where it is left to the browser. P8: it must come from the page of a tab, or
 * from a frame whose ancestors and initiator all have the frame's own origin. So no site can open our window with an image, a
 * script or another site's frame. A proxy is never answered: anybody on the network path could pose as one.
 * @param above the addresses of the frame's ancestors, as the browser reports them; empty for a page itself
 */
export function challengeOf(asked: AuthRequest, above: readonly string[]): Challenge | null {
  const { isProxy, scheme, realm = '', challenger, url, type, tabId, documentLifecycle, frameType } = asked
  const kind = scheme.toLowerCase()
  const origin = webOrigin(url)
  if (isProxy || (kind !== 'basic' && kind !== 'digest') || origin === null || tabId < 0) return null
  if (documentLifecycle === 'prerender' || frameType === 'fenced_frame') return null
  const { hostname, port, protocol } = new URL(origin)
  const isItself =
    unbracketed(challenger.host) === unbracketed(hostname) &&
    challenger.port === Number(port || (protocol === 'https:' ? 443 : 80))
  if (!isItself) return null
  const isOwnFrame =
    type === 'sub_frame' &&
    asked.initiator === origin &&
    above.length > 0 &&
    above.every((one) => webOrigin(one) === origin)
  return type === 'main_frame' || isOwnFrame ? { url, origin, realm: decodeRealm(realm), scheme: kind } : null
}

/** The longest realm that is shown, in characters: nobody reads more. */
const MAX_REALM = 120

/** Returns a realm as it is shown: on one line, shortened, and without control, invisible and direction-changing characters. */
export function displayRealm(realm: string): string {
  const plain = realm.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ').trim()
  const letters = [...plain]
  return letters.length > MAX_REALM ? `${letters.slice(0, MAX_REALM).join('')}…` : plain
}

/** Returns whether the answer can be read on the network: Basic over http sends the password itself (RFC 7617 section 4). */
export const isCleartext = ({ origin, scheme }: Challenge): boolean => scheme === 'basic' && origin.startsWith('http:')
