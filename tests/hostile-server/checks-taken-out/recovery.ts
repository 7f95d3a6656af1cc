import { gained } from './taken-out.ts'
import type { TakenOut } from './taken-out.ts'

const rules = 'shared/ledger/replay/recovery.ts'
const share = 'shared/crypto/share.ts'
const test = 'tests/hostile-server/recovery.test.ts'

/** What stands between a personal folder and everybody but its person. */
export const recovery: TakenOut[] = [
  {
    s: 'S1',
    check: 'only the person has the key of their folder split',
    edits: [{ file: rules, find: "need(folder.personal === context.author, 'not-allowed')", put: '' }],
    test,
    title: 'nobody has a person’s key split for others',
    gains: gained.uploaded,
  },
  {
    s: 'S2',
    check: 'a share is passed on to the receive key only whose hash the ledger names',
    edits: [
      {
        file: share,
        find: 'if ((await receiveHash(publicKey)) !== at.recipientKeyHash)',
        put: 'if (publicKey.length === 0)',
      },
      {
        file: 'extension/keeper/acts/recovery.ts',
        find: '(await receiveHash(key)) !== place.recipientKeyHash',
        put: 'key.length === 0',
      },
    ],
    test,
    title: 'passes its share on to nobody but the person',
    gains: gained.uploaded,
  },
  {
    s: 'S2',
    check: 'what two shares make is what the ledger commits to',
    edits: [{ file: share, find: '=== committed) return key', put: '!== null) return key' }],
    test: 'shared/crypto/share.test.ts',
    title: 'bad shares among good ones',
    gains: 'to deeply equal',
  },
  {
    s: 'S14',
    check: 'a personal folder is given back by two owners',
    edits: [
      {
        file: rules,
        find: '  needOwners(state, context)\n  const { personal, recovery } = folder',
        put: '  const { personal, recovery } = folder',
      },
    ],
    test,
    title: 'one owner and the server give a personal folder to nobody',
    gains: gained.believed,
  },
]
