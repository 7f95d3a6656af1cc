import type { Bytes } from '../../../shared/bytes/bytes.ts'

/** A file of the packed extension; its path starts below the package's folder. */
export type PackedFile = Readonly<{ path: string; bytes: Bytes }>

/** What a browser keeps for itself beside an installed package, and pictures, which it paints anew when it installs one. */
const NOT_OURS = /^_metadata\/|^icon\/\d+\.png$/
/** A browser that installs a package parses these and writes them again in its own spelling. */
const WRITTEN_AGAIN = /^manifest\.json$|^_locales\/[^/]+\/messages\.json$/
/** Whose package it is and where its updates lie, which differ between deployments; the last one a browser adds. */
const OF_DEPLOYMENT = ['key', 'update_url', 'differential_fingerprint']

/**
 * The hash of a build: SHA-256 over the list of its files, sorted, each line as `sha256sum` writes it. It is the same for the build
 * folder, for what anybody packs of it under their own key, and for what a browser has installed of that.
 * @returns 64 hexadecimal digits
 * @throws {SyntaxError} where a manifest or a file of messages is no JSON
 */
export async function buildHash(files: readonly PackedFile[]): Promise<string> {
  const counted = files
    .filter(({ path }) => !NOT_OURS.test(path))
    .sort((one, other) => (one.path < other.path ? -1 : 1))
  const lines = await Promise.all(
    counted.map(
      async (file) => `${await sha256(WRITTEN_AGAIN.test(file.path) ? spell(file) : file.bytes)}  ${file.path}\n`,
    ),
  )
  return sha256(new TextEncoder().encode(lines.join('')))
}

async function sha256(bytes: Bytes): Promise<string> {
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
  return [...hash].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}

/** A file of JSON in the one spelling that every browser's spelling of it comes to. */
function spell({ path, bytes }: PackedFile): Bytes {
  const value: unknown = JSON.parse(new TextDecoder().decode(bytes))
  return new TextEncoder().encode(canonical(value, path === 'manifest.json' ? OF_DEPLOYMENT : []))
}

function canonical(value: unknown, left: readonly string[] = []): string {
  if (Array.isArray(value)) return `[${value.map((one) => canonical(one)).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const fields = Object.entries(value)
    .filter(([name]) => !left.includes(name))
    .sort(([one], [other]) => (one < other ? -1 : 1))
  return `{${fields.map(([name, field]) => `${JSON.stringify(name)}:${canonical(field)}`).join(',')}}`
}
