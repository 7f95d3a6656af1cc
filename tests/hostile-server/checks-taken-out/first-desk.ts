import { gained } from './taken-out.ts'
import type { TakenOut } from './taken-out.ts'

const test = 'tests/hostile-server/s03-first-desk.test.ts'
const owed = 'shared/ledger/replay/owed.ts'

/** What a first desk checks before it shows a ledger, before it uses what follows from it, and in the end (S3). */
export const firstDesk: TakenOut[] = [
  {
    s: 'S3',
    check: 'the newest entry of each key is right before anything is shown',
    edits: [
      {
        file: 'extension/keeper/sync/pull-ledger.ts',
        find: 'if (vault.uncheckedSignatures !== null && !(await holdNewest(vault.uncheckedSignatures, mine.signKey)))',
        put: 'if (vault.owed !== null && !(await holdNewest([], mine.signKey)))',
      },
    ],
    test,
    title: 'a first desk shows nothing at all',
    gains: "expected [ 'tampered-ledger', 1 ]",
  },
  {
    s: 'S3',
    check: 'what let in each key that signs is right before anything is shown',
    edits: [{ file: owed, find: ' || (letsIn && newest.has(letsIn))', put: '' }],
    test,
    title: 'in which somebody signs whom nobody let in',
    gains: "expected [ 'tampered-ledger', 1 ]",
  },
  {
    s: 'S3',
    check: 'what let in an item’s author is right before it is used',
    edits: [
      {
        file: 'extension/keeper/items/recorded-use.ts',
        find: 'links ? [links.overview, links.secret] : []) await',
        put: 'links ? [links.overview, links.secret].slice(2) : []) await',
      },
    ],
    test,
    title: 'nothing that an owner’s ghost wrote is opened or filled',
    gains: 'filled without a gesture',
  },
  {
    s: 'S3',
    check: 'what let in whoever wrote where an item belongs is right before it is used',
    edits: [
      {
        file: 'extension/keeper/items/recorded-use.ts',
        find: 'links ? [links.overview, links.secret] : []',
        put: 'links ? [links.secret] : []',
      },
    ],
    test,
    title: 'an honest password goes to no address that an owner’s ghost wrote',
    gains: 'filled without a gesture',
  },
  {
    s: 'S3',
    check: 'every signature is right before anything is signed or kept',
    edits: [
      {
        file: 'extension/keeper/sync/owed.ts',
        find: 'if (!(await holdAll(vault.uncheckedSignatures, signal))) throw forgedFailure()',
        put: '',
      },
    ],
    test,
    title: 'behind others of the same author',
    gains: gained.believed,
  },
  {
    s: 'S5',
    check: 'an entry that a first desk has shown has one encoding',
    edits: [{ file: owed, find: '!run.every(isCanonical) || ', put: '' }],
    test,
    title: 'in a second encoding, behind others of theirs',
    gains: gained.believed,
  },
]
