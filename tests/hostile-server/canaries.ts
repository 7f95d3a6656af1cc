import type { ItemFields } from '../../extension/messages/views.ts'

/** Item fields of which each is a text that stands nowhere else. Addresses are the caller's. */
export const canaryFields = (name: string): ItemFields => ({
  name: `canary-name-of-${name}`,
  username: `canary-user-of-${name}`,
  password: `canary-password-of-${name}`,
  urls: [],
  custom: [{ label: `canary-label-of-${name}`, value: `canary-value-of-${name}` }],
  totp: `CANARYSEEDOF${name.toUpperCase()}`,
  afterFill: 'stay',
  kind: 'login',
  tags: [`canary-tag-of-${name}`],
  files: [
    {
      name: `canary-file-of-${name}.txt`,
      type: 'text/plain',
      bytes: Buffer.from(`canary-content-of-${name}`).toString('base64url'),
    },
  ],
  notes: `canary-notes-of-${name}, été`,
})

/** Every text that a login holds; its kind and what follows a fill are words of ours, and no text of a person's. */
export const textsOf = ({ afterFill: _, kind: __, ...fields }: ItemFields): string[] =>
  Object.values(fields)
    .flat()
    .flatMap((one) =>
      typeof one === 'string'
        ? [one]
        : 'address' in one
          ? [one.address, one.realm]
          : 'bytes' in one
            ? [one.name, Buffer.from(one.bytes, 'base64url').toString()]
            : [one.label, one.value],
    )
    // An empty text is in every request.
    .filter((text) => text !== '')

const base64 = (bytes: Buffer) =>
  // What stands before shifts the text: the middle of each of the three ways to write it.
  [0, 1, 2].flatMap((shift) => {
    const text = Buffer.concat([Buffer.alloc(shift), bytes])
      .toString('base64')
      .slice(4, -4)
    return text.length < 8 ? [] : [text, text.replace(/\+/g, '-').replace(/\//g, '_')]
  })

/** A host as a browser writes it, where the text could be one. */
function punycode(text: string): string[] {
  const url = URL.parse(text.includes('://') ? text : `https://${text}`)
  return url === null ? [] : [url.hostname]
}

/** As a form sends it. */
const plusses = (text: string) => new URLSearchParams([['', text]]).toString().slice(1)

/** How a secret could be written: as it is, in base64 (url), hex, URL and JSON escapes, lower case, punycode, UTF-16. */
function formsOf(secret: string | Uint8Array): { exact: string[]; anyCase: string[] } {
  const bytes = Buffer.from(secret)
  const raw = typeof secret === 'string' ? secret : null
  const text =
    raw === null
      ? []
      : [raw, encodeURIComponent(raw), encodeURI(raw), plusses(raw), JSON.stringify(raw).slice(1, -1), ...punycode(raw)]
  const wide = raw === null ? [] : base64(Buffer.from(raw, 'utf16le'))
  return {
    exact: [...base64(bytes), ...wide],
    anyCase: [bytes.toString('hex'), ...text].map((one) => one.toLowerCase()),
  }
}

/** A search for secrets (texts of 8 letters or more, or bytes) in what was sent, in all the forms they could have. */
export function searchFor(secrets: readonly (string | Uint8Array)[]): (sent: Uint8Array | string) => string[] {
  const wanted = secrets.map((secret) => ({
    name: typeof secret === 'string' ? secret : `key ${Buffer.from(secret).toString('hex').slice(0, 8)}`,
    ...formsOf(secret),
  }))
  return (sent) => {
    const text = typeof sent === 'string' ? sent : Buffer.from(sent).toString('utf8')
    const lower = text.toLowerCase()
    return wanted
      .filter(
        ({ exact, anyCase }) => exact.some((one) => text.includes(one)) || anyCase.some((one) => lower.includes(one)),
      )
      .map(({ name }) => name)
  }
}
