/**
 * The ledger's entries come framed in one text. Whoever attacks thinks of entries: here an answer holds them one by one, and is
 * made what it was again.
 */
import { fromBase64url, toBase64url } from '../../shared/bytes/base64url.ts'
import { framed } from '../../shared/bytes/encode.ts'
import { entriesIn } from '../../server/testing/entries.ts'

const isLedger = (answer: unknown): answer is { entries: unknown; erased: unknown } =>
  typeof answer === 'object' && answer !== null && 'entries' in answer && 'own' in answer

const isText = (one: unknown): one is string => typeof one === 'string'

/** The same answer; one of the ledger with a list of entries, base64url. */
export const listed = (answer: unknown): unknown =>
  isLedger(answer) && typeof answer.entries === 'string' ? { ...answer, entries: entriesIn(answer.entries) } : answer

/** What `listed` was made from. With anything but base64url in its list it stays as it is, and fits no protocol. */
export function unlisted(answer: unknown): unknown {
  if (!isLedger(answer) || !Array.isArray(answer.entries) || !answer.entries.every(isText)) return answer
  try {
    return { ...answer, entries: toBase64url(framed(answer.entries.map(fromBase64url))) }
  } catch {
    return answer
  }
}
