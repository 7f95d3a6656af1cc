/**
 * From here on nothing in this process asks another server anything by `fetch`. The library that checks attestations would: a
 * certificate may name an address of its revocation list, and so a key, or a file of metadata, could have us call there. It takes a
 * list that cannot be fetched for one that names nothing.
 */
export function askNobody(): void {
  globalThis.fetch = () => Promise.reject(new Error('This server asks no other.'))
}
