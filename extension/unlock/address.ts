/**
 * The origin that a person means by what they typed: `vault.example.com`, or the whole address of some page there.
 * Null when it is no address; whether it may be trusted, and over http, is the keeper's to judge.
 */
export function originOf(typed: string): string | null {
  const text = typed.trim()
  const withScheme = /^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `https://${text}`
  if (text === '' || !URL.canParse(withScheme)) return null
  const url = new URL(withScheme)
  return (url.protocol === 'https:' || url.protocol === 'http:') && url.hostname !== '' ? url.origin : null
}
