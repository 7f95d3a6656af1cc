import { webOrigin } from './match-rules.ts'

/** What the browser tells of a server that asks for a name and a password by HTTP itself. */
export type Asked = Pick<
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

/** A site's question, where it is one that Cloison answers. `realm` is the site's own text, empty for none. */
export type Challenge = { url: string; origin: string; realm: string; scheme: 'basic' | 'digest' }

/** The browser reads a realm byte by byte, as windows-1252; most sites write UTF-8. */
function asWritten(realm: string): string {
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
 * P8: a question that a person can have asked for: of the page of a tab that they have, or of a frame of it where all above it, and what
 * opened it, is of the frame's own origin. So no site can bring up our window by a picture, a script or a frame of another one.
 * A proxy is never answered: whoever sits on the way would be. Null for all that is left to the browser.
 * @param above the addresses of the frames above, as the browser names them, none for a page itself
 */
export function challengeOf(asked: Asked, above: readonly string[]): Challenge | null {
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
  return type === 'main_frame' || isOwnFrame ? { url, origin, realm: asWritten(realm), scheme: kind } : null
}

/** More of it than that is nothing that a person reads. */
const MOST = 120

/** A site's text as it is shown: in one line, cut, and without signs that are not seen or turn others round. */
export function asShown(realm: string): string {
  const plain = realm.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ').trim()
  const letters = [...plain]
  return letters.length > MOST ? `${letters.slice(0, MOST).join('')}…` : plain
}

/** Whether what is sent can be read on the way: Basic is the password itself. */
export const isPlain = ({ origin, scheme }: Challenge): boolean => scheme === 'basic' && origin.startsWith('http:')
