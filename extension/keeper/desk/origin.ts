import { Failure } from '../../../shared/bytes/failure.ts'

/** Returns the origin of a server's address as typed; http only for loopback, else https. Throws Failure `bad-address`. */
export function originOf(address: string): string {
  const typed = address.trim()
  const url = URL.parse(/^[a-z][a-z\d+.-]*:\/\//i.test(typed) ? typed : `https://${typed}`)
  if (url === null || url.username !== '' || url.password !== '') throw new Failure('bad-address')
  const loopback = ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname)
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && loopback)) throw new Failure('bad-address')
  return url.origin
}
