import { gained, notSeenBefore } from './taken-out.ts'
import type { Edit, TakenOut } from './taken-out.ts'

const ledger = 'shared/ledger/replay/ledger.ts'
const people = 'shared/ledger/replay/people.ts'
const pullLedger = 'extension/keeper/sync/pull-ledger.ts'
const s07 = 'tests/hostile-server/s07-rollback.test.ts'
const s08 = 'tests/hostile-server/s08-forks.test.ts'
const s10 = 'tests/hostile-server/s10-rotation.test.ts'

const anySequence: Edit = {
  file: ledger,
  find: "need(body.sequence === state.head.sequence + 1, 'wrong-sequence')",
  put: '',
}
const anyPast: Edit = { file: ledger, find: "need(body.previous === state.head.hash, 'wrong-previous')", put: '' }
const anyTime: Edit = { file: ledger, find: "need(body.time >= state.time, 'time-runs-back')", put: '' }
const anyEnd: Edit = {
  file: pullLedger,
  find: 'if (last.head.sequence !== reply.head.sequence || last.head.hash !== reply.head.hash)',
  put: 'if (false)',
}
const evenShorter: Edit = {
  file: pullLedger,
  find: "if (reply.head.sequence < lengthOf(vault.chain)) throw new Failure('rolled-back')",
  put: '',
}
const notShorter: Edit = {
  file: 'extension/keeper/sync/sync.ts',
  find: 'if (head.sequence >= lengthOf(chain)) return',
  put: 'if (head.sequence > 0) return',
}

/** Where a ledger ends, and that each entry stands in one place of it. */
export const heads: TakenOut[] = [
  {
    s: 'S7',
    check: 'a reply ends at the head that it names',
    edits: [anyEnd, notSeenBefore],
    test: s07,
    title: 'is believed by no new desk',
    gains: gained.believed,
  },
  {
    s: 'S7',
    check: 'a ledger is not shorter than what this desk has seen',
    edits: [notShorter, evenShorter, anyEnd],
    test: s07,
    title: 'a ledger said to be shorter changes nothing',
    gains: 'tampered-ledger:rolled-back',
  },
  {
    s: 'S8',
    check: 'a new desk takes no ledger that ends before what its person has seen on another',
    edits: [notSeenBefore],
    test: 'tests/hostile-server/s08-own-receipts.test.ts',
    title: 'a new desk takes no ledger that ends before what its person has seen on another',
    gains: gained.believed,
  },
  {
    s: 'S8',
    check: 'a receipt is the person’s own, by their own key',
    edits: [
      {
        file: 'shared/ledger/receipt.ts',
        find: "return (await verify(member.signKey, signedBytes, signature)) ? body : new Refused('bad-signature')",
        put: 'return body',
      },
    ],
    test: 'tests/hostile-server/s08-own-receipts.test.ts',
    title: 'a receipt that the server or a colleague signs vouches for no entry',
    gains: gained.believed,
  },
  {
    s: 'S8',
    check: 'a ledger holds the head that the key has seen',
    edits: [
      {
        file: pullLedger,
        find: "if (last === null || pinned === null) throw new Failure('rolled-back')\n  if (pinned",
        put: "if (last === null) throw new Failure('rolled-back')\n  if (pinned !== null && pinned",
      },
      notSeenBefore,
    ],
    test: s08,
    title: 'takes no true beginning of the ledger',
    gains: gained.believed,
  },
  {
    s: 'S10',
    check: 'an entry stands in one place of the chain, an invitation is good once, and nobody is added twice',
    edits: [
      anySequence,
      anyPast,
      anyTime,
      anyEnd,
      { file: people, find: "need(invitation.usedBy === null, 'invitation-used')", put: '' },
      { file: people, find: "need(!has(state.members, act.member), 'already-there')", put: '' },
      { file: people, find: "need(state === null || !has(state.signKeys, key), 'already-there')", put: '' },
    ],
    test: s10,
    title: 'a removed member is not brought back',
    gains: gained.believed,
  },
]
