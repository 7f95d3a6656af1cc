/** One place in the product's text: `find` stands there exactly once, `put` is what stands there once the check is out. */
export type Edit = { file: string; find: string; put: string }

/**
 * A check of the shipped client (or of the server behind it) with which one attack fails, and without which it succeeds. Where
 * several checks stand behind each other against one attack, all of them are taken out together.
 */
export type TakenOut = {
  /**
   * The attack of a server, S1 to S14, or the promise that a page or a thief would break. The test that catches it carries
   * this in its title.
   */
  s: `S${number}` | 'P2' | 'P7' | 'P8'
  /** What is checked, in a few words. */
  check: string
  edits: Edit[]
  /** The test file that the attack succeeds in, and what of its titles tells which test: only that is run. */
  test: string
  title: string
  /** What the failing assertion says: what the attack has gained. */
  gains: string
}

/** A new desk takes a ledger that does not reach what its person has seen before, by their own receipt. */
export const notSeenBefore: Edit = {
  file: 'extension/keeper/sync/pull-ledger.ts',
  find: 'if (verified !== null && hashAt(chain, verified.sequence) !== verified.hash)',
  put: 'if (verified !== null && lengthOf(chain) < 0)',
}

/** What the oracle of these tests says when an attack succeeded (oracle.ts). */
export const gained = {
  /** Of the oracle, or of a test that asks replay for its reason. */
  believed: 'believed',
  uploaded: 'what was uploaded',
  leaked: 'secrets in requests',
  lost: 'lost without a word',
  missing: 'missing without a word',
  keys: 'keys that nobody honest made',
  noSentence: 'a sentence for',
} as const
