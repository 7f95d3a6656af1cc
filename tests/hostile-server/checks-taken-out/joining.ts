import { gained } from './taken-out.ts'
import type { TakenOut } from './taken-out.ts'

const people = 'shared/ledger/replay/people.ts'
const pullLedger = 'extension/keeper/sync/pull-ledger.ts'
const s01 = 'tests/hostile-server/s01-invitations.test.ts'

/** Who gets in: invitations, and the keys that newcomers bring (S1). */
export const joining: TakenOut[] = [
  {
    s: 'S1',
    check: 'the invitation’s secret has signed the newcomer’s keys',
    edits: [
      {
        file: people,
        find: 'context.claims.push({ key: invitation.key, message, signature: act.byInvitation, letsIn: signKey })',
        put: '',
      },
    ],
    test: s01,
    title: 'an invitation that the server answers itself lets nobody in',
    gains: gained.uploaded,
  },
  {
    s: 'S1',
    check: 'the newcomer’s own key has signed their keys',
    edits: [
      {
        file: people,
        find: 'context.claims.push({ key: signKey, message, signature: act.byMember, letsIn: signKey })',
        put: '',
      },
    ],
    test: s01,
    title: 'was swapped at the join is not let in',
    gains: gained.uploaded,
  },
  {
    s: 'S1',
    check: 'what a newcomer signs names the hash of their receive key',
    edits: [{ file: 'shared/crypto/contexts.ts', find: '    idBytes(of.receiveHash),\n', put: '' }],
    test: s01,
    title: 'was swapped at the join is not let in',
    gains: gained.uploaded,
  },
  {
    s: 'S1',
    check: 'a newcomer’s ledger names exactly their own keys',
    edits: [
      {
        file: pullLedger,
        find: 'if (mine.signKey !== vault.keys.sign.publicKey || mine.receive !== receive)',
        put: 'if (false)',
      },
    ],
    test: s01,
    title: 'a newcomer believes no ledger that lacks their exact keys',
    gains: "expected null to be 'tampered-ledger'",
  },
  {
    s: 'S1',
    check: 'an invitation is for the org that its code names',
    edits: [
      {
        file: 'extension/keeper/unlock/ceremony.ts',
        find: 'if (reply.org !== code.org) throw',
        put: 'if (false) throw',
      },
    ],
    test: s01,
    title: 'a code is for one org on one server',
    gains: 'promise resolved',
  },
]
