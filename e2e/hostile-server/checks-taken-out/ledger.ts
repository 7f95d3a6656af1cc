import { gained } from './taken-out.ts'
import type { Edit, TakenOut } from './taken-out.ts'

const ledger = 'shared/ledger/replay/ledger.ts'
const people = 'shared/ledger/replay/people.ts'
const pullLedger = 'extension/keeper/pull-ledger.ts'
const s03 = 'e2e/hostile-server/s03-ghosts.test.ts'
const s07 = 'e2e/hostile-server/s07-rollback.test.ts'
const s08 = 'e2e/hostile-server/s08-forks.test.ts'
const s10 = 'e2e/hostile-server/s10-rotation.test.ts'
const s11 = 'e2e/hostile-server/s11-signatures.test.ts'

const anySignature: Edit = { file: ledger, find: 'all(verify, result.claims))', put: 'Promise.resolve(true))' }
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
  find: "if (reply.head.sequence < vault.states.length) throw new Failure('rolled-back')",
  put: '',
}
const notShorter: Edit = {
  file: 'extension/keeper/sync.ts',
  find: 'if (head.sequence >= states.length) return',
  put: 'if (head.sequence > 0) return',
}

/** What an entry of the ledger must be to be believed: signed, in its place, of this org, by somebody who may. */
export const ledgerChecks: TakenOut[] = [
  {
    s: 'S3',
    check: 'an entry is signed by the key that the ledger names for its author',
    edits: [anySignature],
    test: s03,
    title: 'that the server signs for itself, or in the owner’s name',
    gains: gained.believed,
  },
  {
    s: 'S3',
    check: 'whoever made an invitation is a member still',
    edits: [
      {
        file: people,
        find: 'invitation !== null && isMember(state, invitation.invitedBy)',
        put: 'invitation !== null',
      },
    ],
    test: 'shared/ledger/replay/people.test.ts',
    title: 'a removed admin cannot come back as a ghost',
    gains: "expected 'accepted'",
  },
  {
    s: 'S3',
    check: 'whoever joins a team is a member',
    edits: [
      {
        file: 'shared/ledger/replay/teams.ts',
        find: 'for (const member of act.members) memberOf(state, member)',
        put: '',
      },
      {
        file: 'shared/ledger/replay/teams.ts',
        find: 'memberOf(next, member).teams',
        put: '(get(next.members, member)?.teams ?? [])',
      },
    ],
    test: 'shared/ledger/replay/teams.test.ts',
    title: 'a team holds no ghost',
    gains: 'not-a-member',
  },
  {
    s: 'S3',
    check: 'a profile is the one that the ledger has the hash of',
    edits: [
      {
        file: 'extension/keeper/pull-objects.ts',
        find: 'const holds = await isTrue(vault, profile)',
        put: 'const holds = true',
      },
    ],
    test: s03,
    title: 'people, teams and folders that no ledger names are not there',
    gains: 'tampered-names',
  },
  {
    s: 'S7',
    check: 'a reply ends at the head that it names',
    edits: [anyEnd],
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
    check: 'a ledger holds the head that the key has seen',
    edits: [
      {
        file: pullLedger,
        find: "if (last === undefined || pinned === undefined) throw new Failure('rolled-back')\n  if (pinned.head.hash",
        put: "if (last === undefined) throw new Failure('rolled-back')\n  if (pinned !== undefined && pinned.head.hash",
      },
    ],
    test: s08,
    title: 'takes no true beginning of the ledger',
    gains: gained.believed,
  },
  {
    s: 'S10',
    check: 'what a removal lets somebody keep the key of is stale',
    edits: [
      {
        file: 'shared/ledger/replay/context.ts',
        find: 'if (has === null) state = staleFolder(state, context, folder)',
        put: '',
      },
    ],
    test: s10,
    title: 'leaves the folder stale',
    gains: 'expected [ false, true ]',
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
  {
    s: 'S10',
    check: 'whoever the ledger has removed sees nothing more',
    edits: [
      {
        file: 'extension/keeper/sync.ts',
        find: "if (!isMember(state, vault.me)) throw new Failure('removed')",
        put: '',
      },
    ],
    test: s10,
    title: 'who was removed gets nothing that came after',
    gains: gained.believed,
  },
  {
    s: 'S11',
    check: 'a signature is over the bytes of this entry',
    edits: [anySignature],
    test: s11,
    title: 'the signature of a journal entry makes no ledger entry',
    gains: gained.believed,
  },
  {
    s: 'S11',
    check: 'an entry is of this org',
    edits: [{ file: ledger, find: "need(body.org === state.org, 'wrong-org')", put: '' }],
    test: s11,
    title: 'an owner’s entry for another org, place or past',
    gains: gained.believed,
  },
  {
    s: 'S11',
    check: 'an invitation’s key is sound',
    edits: [{ file: people, find: "need(isSoundSignKey(act.key), 'bad-sign-key')", put: '' }],
    test: s11,
    title: 'comes in under the weak key',
    gains: gained.believed,
  },
  {
    s: 'S11',
    check: 'a member’s sign key is sound',
    edits: [{ file: people, find: "need(isSoundSignKey(key), 'bad-sign-key')", put: '' }],
    test: s11,
    title: 'comes in under the weak key',
    gains: gained.believed,
  },
  {
    s: 'S5',
    check: 'one value has one encoding',
    edits: [{ file: 'shared/bytes/record.ts', find: 'if (!equal(write(value), bytes)) throw bad()', put: '' }],
    test: 'shared/ledger/replay/ledger.test.ts',
    title: 'no second encoding of an entry is read',
    gains: 'malformed',
  },
]
