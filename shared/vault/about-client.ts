/**
 * What a client's folder says of itself beside its name. It is sealed in the folder's own description and nowhere else: who reads names by
 * the organisation's register reads no contact.
 */
import { Failure } from '../bytes/failure.ts'
import { utf8 } from '../bytes/bytes.ts'
import { bool, codec, int, list, oneOf, text } from '../bytes/record.ts'
import type { Codec } from '../bytes/record.ts'
import { HUES } from '../rules/hue.ts'

export type AboutClient = {
  /** One of the twelve colours. */
  hue: number
  /** First and last day of the contract, as `2026-12-31`; empty for none. They are shown, and nothing follows from them. */
  start: string
  end: string
  /** Whether what the folder holds is more sensitive than usual. */
  sensitive: boolean
  /** Whom to ask at the client; several lines. */
  contact: string
  /** Tags that are offered to this client's logins. */
  channels: string[]
}

/**
 * Whether a folder was put away: `itself`, or with one above it. It is written into every folder below too, since whoever reads a folder
 * below alone does not read what the folder above says.
 */
export type Archived = 'no' | 'itself' | 'above'

/** All that a folder's own description says beside its name. */
export type FolderFacts = AboutClient & { archived: Archived }

/** What is known of a client of whom nothing was written down. */
export const plainClient = (hue: number): AboutClient => ({
  hue,
  start: '',
  end: '',
  sensitive: false,
  contact: '',
  channels: [],
})

const checked = <T>(inner: Codec<T>, holds: (value: T) => boolean): Codec<T> => {
  const need = (value: T) => {
    if (!holds(value)) throw new Failure('bad-encoding')
    return value
  }
  return codec(
    (value) => inner.write(need(value)),
    (bytes, from, to) => need(inner.parse(bytes, from, to)),
  )
}

const day = checked(text, (value) => value === '' || /^\d{4}-\d\d-\d\d$/.test(value))

/** What a new folder says beside its name. */
export const plainFacts = (hue: number): FolderFacts => ({ ...plainClient(hue), archived: 'no' })

/** The fields of a record. Bounded, since one who manages a folder writes what others read. */
export const folderFacts = {
  hue: checked(int, (value) => value < HUES),
  start: day,
  end: day,
  sensitive: bool,
  contact: checked(text, (value) => utf8(value).length <= 2_000),
  channels: checked(list(text), (all) => all.length <= 20),
  archived: oneOf('no', 'itself', 'above'),
}
