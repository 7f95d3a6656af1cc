import { fromBase64url, toBase64url } from '../../shared/bytes/base64url.ts'
import { unframed } from '../../shared/bytes/encode.ts'

/** The entries of a ledger reply one by one, base64url. */
export const entriesIn = (text: string): string[] => unframed(fromBase64url(text)).map(toBase64url)
