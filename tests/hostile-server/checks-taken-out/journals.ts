import { gained } from './taken-out.ts'
import type { Edit, TakenOut } from './taken-out.ts'

const journal = 'shared/ledger/replay/journal.ts'
const pull = 'extension/keeper/sync/pull-journals.ts'
const s07 = 'tests/hostile-server/s07-rollback.test.ts'
const s08 = 'tests/hostile-server/s08-forks.test.ts'
const s11 = 'tests/hostile-server/s11-signatures.test.ts'
const s14 = 'tests/hostile-server/s14-colleagues.test.ts'
const restored = 'shared/ledger/replay/restore.test.ts'

const anySequence: Edit = {
  file: journal,
  find: "need(body.sequence === journal.head.sequence + 1, 'wrong-sequence')",
  put: '',
}
const anyPast: Edit = { file: journal, find: "need(body.previous === journal.head.hash, 'wrong-previous')", put: '' }
const anyLedger: Edit = {
  file: journal,
  find: "need(named !== null && named.head.hash === body.ledger.hash, 'wrong-ledger-head')",
  put: 'if (named === null) throw new Refused("wrong-ledger-head")',
}
const noCuts: Edit = { file: journal, find: '  needCuts(now, body, hash)\n', put: '' }
const anyLength: Edit = {
  file: pull,
  find: "else if (isShortened(now, shelf.journal)) shelf.refused = 'shortened'",
  put: '',
}

const anySnapshot: Edit = {
  file: journal,
  find: 'body.snapshot === null || (await snapshotHash(items)) === body.snapshot',
  put: 'true',
}

/** What a folder's journal must be to be believed, and how far it must reach. */
export const journals: TakenOut[] = [
  {
    s: 'S7',
    check: 'an entry of a journal follows the one that it names',
    edits: [anySequence, anyPast],
    test: s07,
    title: 'refuses the folder on a new desk',
    gains: gained.missing,
  },
  {
    s: 'S7',
    check: 'a journal reaches as far as the server says that it does',
    edits: [
      {
        file: pull,
        find: "if (shelf.journal.head.sequence < (vault.reported.ends.get(folder) ?? 0)) shelf.refused ??= 'entry-missing'",
        put: '',
      },
    ],
    test: s07,
    title: 'refuses the folder on a new desk',
    gains: gained.missing,
  },
  {
    s: 'S7',
    check: 'a journal reaches as far as the ledger’s last cut',
    edits: [anyLength],
    test: s07,
    title: 'a new desk sees that a journal ends before the cut',
    gains: gained.missing,
  },
  {
    s: 'S7',
    check: 'a journal is not shorter than what this desk has seen',
    edits: [
      {
        file: pull,
        find: "if (said < head.sequence) shelf.refused = 'rolled-back'",
        put: 'if (said < head.sequence) shelf.refused = null',
      },
    ],
    test: s07,
    title: 'refuses the folder on the desk that has seen more',
    gains: 'tampered-folder:rolled-back',
  },
  {
    s: 'S7',
    check: 'a fresh desk starts only from what a snapshot’s hash is over',
    edits: [
      { file: journal, find: '(await sha256(content)) === body.snapshot', put: 'content.length > 0' },
      anySnapshot,
    ],
    test: 'shared/ledger/replay/snapshot.test.ts',
    title: 'content that is not of the snapshot’s hash starts nobody',
    gains: 'wrong-snapshot',
  },
  {
    s: 'S7',
    check: 'a snapshot is of what the folder holds',
    edits: [anySnapshot],
    test: 'shared/ledger/replay/snapshot.test.ts',
    title: 'a manager’s snapshot stands when it is of what the folder holds',
    gains: 'wrong-snapshot',
  },
  {
    s: 'S8',
    check: 'a journal’s entry was written on our ledger, after the entry that stands before it here',
    edits: [anySequence, anyPast, anyLedger],
    test: s08,
    title: 'what the other branch wrote into a folder’s journal',
    gains: gained.believed,
  },
  {
    s: 'S10',
    check: 'nothing is written on a ledger that says that the folder is stale',
    edits: [{ file: journal, find: "need(folder.staleSince === null, 'stale')", put: '' }],
    test: 'shared/ledger/replay/journal.test.ts',
    title: 'a stale folder takes no writes, and after its re-key',
    gains: "expected 'accepted'",
  },
  {
    s: 'S11',
    check: 'an entry of a journal is of this folder',
    edits: [
      {
        file: journal,
        find: 'body.org === journal.org && body.folder === journal.folder',
        put: 'body.org === journal.org',
      },
    ],
    test: s11,
    title: 'whoever may edit one folder deletes nothing in another',
    gains: gained.lost,
  },
  {
    s: 'S14',
    check: 'whoever writes into a folder may edit it',
    edits: [{ file: journal, find: "body.snapshot === null ? 'edit' : 'manage'", put: "'fill'" }],
    test: s14,
    title: 'a reader and the server forge no item',
    gains: gained.believed,
  },
  {
    s: 'S14',
    check: 'an entry of a journal is signed by its author',
    edits: [{ file: journal, find: 'if (!(await verify(key, signedBytes, signature)))', put: 'if (false)' }],
    test: s14,
    title: 'a reader and the server forge no item',
    gains: gained.believed,
  },
  {
    s: 'S14',
    check: 'what comes after a cut was written on a ledger that knows of it',
    edits: [noCuts, anyLength],
    test: s14,
    title: 'an entry of the removed editor’s in the middle of the journal',
    gains: gained.believed,
  },
  {
    s: 'S14',
    check: 'no entry was written on an older ledger than the one before it, nor past a cut',
    edits: [
      noCuts,
      anyLength,
      { file: journal, find: "need(body.ledger.sequence >= journal.ledger, 'before-the-cut')", put: '' },
    ],
    test: s14,
    title: 'an editor who was removed forges nothing',
    gains: gained.believed,
  },
  {
    s: 'S14',
    check: 'who may only edit brings nothing back that was deleted (L11)',
    edits: [{ file: journal, find: "need(gone === null || mayRestore, 'not-allowed')", put: '' }],
    test: restored,
    title: 'who may edit deletes, and brings nothing back',
    gains: "expected 'accepted'",
  },
  {
    s: 'S7',
    check: 'what comes back is what was deleted, and nothing else (L11)',
    edits: [{ file: journal, find: 'need(gone === null && part.revision', put: 'need(part.revision' }],
    test: restored,
    title: 'nothing else than what was there comes back',
    gains: "expected 'accepted'",
  },
]
