import { gained } from './taken-out.ts'
import type { Edit, TakenOut } from './taken-out.ts'

const ledger = 'shared/ledger/replay/ledger.ts'
const people = 'shared/ledger/replay/people.ts'
const s03 = 'tests/hostile-server/s03-ghosts.test.ts'
const s10 = 'tests/hostile-server/s10-rotation.test.ts'
const s11 = 'tests/hostile-server/s11-signatures.test.ts'

const anySignature: Edit = {
  file: 'shared/ledger/replay/owed.ts',
  find: '(await Promise.all(claims.map(({ key, message, signature }) => verify(key, message(), signature)))).every(Boolean)',
  put: '(await Promise.resolve([verify, claims])).length > 0',
}
/** What an entry of the ledger must be to be believed: signed, of this org, about people and things that are there. */
export const entries: TakenOut[] = [
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
        find: "need(stands(state, invitation), 'invitation-unknown')",
        put: '',
      },
    ],
    test: 'shared/ledger/replay/people.test.ts',
    title: 'a removed admin cannot come back as a ghost',
    gains: "expected 'accepted'",
  },
  {
    s: 'S3',
    check: 'an invitation is void once its author has new keys',
    edits: [
      {
        file: people,
        find: 'isMember(state, invitedBy) && get(state.members, invitedBy)?.keyGeneration === underKeys',
        put: 'isMember(state, invitedBy) && underKeys > 0',
      },
    ],
    test: 'shared/ledger/replay/keys.test.ts',
    title: 'L3 S3: new keys void what was signed under the old ones',
    gains: "expected 'accepted'",
  },
  {
    s: 'S3',
    check: 'whoever joins a team is a member',
    edits: [
      {
        file: 'shared/ledger/replay/teams.ts',
        find: 'for (const member of act.members) needNoAuditor(state, member)',
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
        file: 'extension/keeper/sync/pull-objects.ts',
        find: 'holds: await isTrueProfile(state, one)',
        put: 'holds: await Promise.resolve(true)',
      },
    ],
    test: s03,
    title: 'people, teams and folders that no ledger names are not there',
    gains: 'tampered-names',
  },
  {
    s: 'S1',
    check: 'whom an invitation is for is what its author signed',
    edits: [
      {
        file: 'extension/keeper/sync/people.ts',
        find: 'reply.invitees.filter((_, i) => fits[i])',
        put: 'reply.invitees.filter((_, i) => fits.length > i)',
      },
    ],
    test: 'tests/headless/invitees.test.ts',
    title: 'M1 S1 P4: a server that swaps the names',
    gains: 'Carol',
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
    check: 'whoever the ledger has removed sees nothing more',
    edits: [
      {
        file: 'extension/keeper/sync/sync.ts',
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
