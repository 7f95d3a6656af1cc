import type { TakenOut } from './taken-out.ts'

const s08 = 'tests/hostile-server/s08-forks.test.ts'

/** What comes of what colleagues have signed about another ledger than ours (S8). */
export const forks: TakenOut[] = [
  {
    s: 'S8',
    check: 'what a colleague has signed on another branch is evidence of a fork',
    edits: [
      {
        file: 'extension/keeper/sync/forks.ts',
        find: 'isKnown || forkWatch.forks.length >= MOST_FORKS',
        put: 'isKnown || forkWatch.forks.length < MOST_FORKS',
      },
    ],
    test: s08,
    title: 'the receipts of one branch, shown on the other',
    gains: 'forked',
  },
  {
    s: 'S8',
    check: 'nothing is signed once there is evidence of a fork',
    edits: [
      {
        file: 'extension/keeper/sync/forks.ts',
        find: "if (forkWatch.forks.length > 0) throw new Failure('forked')",
        put: '',
      },
    ],
    test: s08,
    title: 'the receipts of one branch, shown on the other',
    gains: 'promise resolved',
  },
  {
    s: 'S8',
    check: 'a receipt counts under its member’s signature only',
    edits: [
      {
        file: 'shared/ledger/receipt.ts',
        find: '(await verify(member.signKey, signedBytes, signature)) ? body',
        put: '(await verify(member.signKey, signedBytes, signature)) || true ? body',
      },
    ],
    test: s08,
    title: 'a receipt that the server signs itself',
    gains: 'forked',
  },
  {
    s: 'S8',
    check: 'a desk under policy holds the head that policy names',
    edits: [
      {
        file: 'extension/keeper/sync/sync.ts',
        find: 'isOnChain(vault.anchor, ourHash(vault)) !== true) throw',
        put: 'isOnChain(vault.anchor, ourHash(vault)) === undefined) throw',
      },
    ],
    test: 'tests/headless/fresh-desk.test.ts',
    title: 'a desk under policy opens no ledger that lacks the head',
    gains: 'promise resolved',
  },
]
