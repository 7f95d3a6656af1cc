import { gained, notSeenBefore } from './taken-out.ts'
import type { Edit, TakenOut } from './taken-out.ts'

const wrap = 'shared/crypto/wrap.ts'
const sealKeys = 'extension/keeper/acts/seal-keys.ts'
const s02 = 'tests/hostile-server/s02-recipient-keys.test.ts'
const s04 = 'tests/hostile-server/s04-injection.test.ts'

const anyRecipient: Edit = {
  file: wrap,
  find: 'if ((await receiveHash(publicKey)) !== wrap.recipientKeyHash) throw',
  put: 'if (false) throw',
}
/** The server's receive keys in the order asked for, in the place of their hashes. */
const inOrder: Edit = {
  file: sealKeys,
  find: 'fetched.map(async (key) => [await receiveHash(key), key] as const)',
  put: 'fetched.map(async (key, i) => [lacking[i]!, key] as const)',
}
const askedForAll: Edit = { file: sealKeys, find: '  await addOwnReceiveKeys(draft, seals)\n', put: '' }
const anyKey: Edit = {
  file: wrap,
  find: 'if ((await commitment(key, at.kind, at.org, at.id, at.generation)) !== committed)',
  put: 'if (false)',
}

/** To whom a key is sealed (S2), and which key is believed (S4, S10). */
export const keys: TakenOut[] = [
  {
    s: 'S2',
    check: 'a key is sealed only to a receive key whose hash the ledger names',
    edits: [anyRecipient, inOrder],
    test: s02,
    title: 'seals nothing to a receive key that is',
    gains: gained.uploaded,
  },
  {
    s: 'S2',
    check: 'receive keys that the author can tell of are not asked for',
    edits: [askedForAll],
    test: s02,
    title: 'seals nothing to a receive key that is',
    gains: 'receive-key-missing',
  },
  {
    s: 'S2',
    check: 'what a server says it lacks is sealed to those only whom the ledger entitles',
    edits: [
      {
        file: 'extension/keeper/sync/deliver.ts',
        find: "name.kind !== 'share' && entitled.has(wrapText(name))",
        put: "name.kind !== 'share' && entitled.size > 0",
      },
    ],
    test: s02,
    title: 'a server that claims to have been restored',
    gains: gained.uploaded,
  },
  {
    s: 'S2',
    check: 'what a restored server lacks is sealed only to a receive key whose hash the ledger names',
    edits: [
      anyRecipient,
      {
        file: 'extension/keeper/sync/give-back.ts',
        find: 'for (const key of receiveKeys) known.set(await receiveHash(fromBase64url(key)), key)',
        put: 'for (const [i, key] of receiveKeys.entries()) known.set(unknown[i]!, key)',
      },
    ],
    test: s02,
    title: 'a server that claims to have been restored',
    gains: gained.uploaded,
  },
  {
    s: 'S4',
    check: 'a delivered key is the one that the ledger has a commitment to',
    edits: [anyKey],
    test: s04,
    title: 'a folder key of the server’s own, well sealed to the member’s team',
    gains: gained.keys,
  },
  {
    s: 'S4',
    check: 'the key of a folder below is sealed only to the receive key that the ledger names for the one above',
    edits: [askedForAll, inOrder, anyRecipient],
    test: s04,
    title: 'a folder’s receive key of the server’s own is no reason',
    gains: gained.uploaded,
  },
  {
    s: 'S4',
    check: 'a ledger is of the org of the seed, holds the pinned head and names this member with these keys',
    edits: [
      {
        file: 'extension/keeper/sync/pull-ledger.ts',
        find: "if (chain.last !== null && chain.last.org !== vault.org) throw new Failure('tampered-ledger', 'wrong-org')",
        put: '',
      },
      {
        file: 'extension/keeper/sync/pull-ledger.ts',
        find: "  const pinned = hashAt(chain, vault.pinned.sequence)\n  if (last === null || pinned === null) throw new Failure('rolled-back')\n  if (pinned !== vault.pinned.hash) throw new Failure('tampered-ledger', 'fork')",
        put: "  if (last === null) throw new Failure('rolled-back')",
      },
      {
        file: 'extension/keeper/sync/pull-ledger.ts',
        find: "if (mine === null) throw new Failure('pending')",
        put: 'if (mine === null) return',
      },
      {
        file: 'extension/keeper/sync/sync.ts',
        find: "if (!isMember(state, vault.me)) throw new Failure('removed')",
        put: '',
      },
      notSeenBefore,
    ],
    test: s04,
    title: 'the ledger of another org, in which the server is owner',
    gains: gained.believed,
  },
  {
    s: 'S10',
    check: 'a wrap is for one generation, whose key the ledger has a commitment to',
    edits: [
      anyKey,
      {
        file: 'shared/crypto/contexts.ts',
        find: '    wrap.generation,\n    wrap.recipientKind,',
        put: '    wrap.recipientKind,',
      },
    ],
    test: 'tests/hostile-server/s10-rotation.test.ts',
    title: 'old wraps served again after a removal',
    gains: gained.keys,
  },
  {
    s: 'S4',
    check: 'a key that lies on the desk is the one that the ledger has a commitment to',
    edits: [
      {
        file: 'extension/keeper/vault/held-keys.ts',
        find: 'if ((await commitment(key, kind, vault.org, id, generation)) !== committed) return',
        put: '',
      },
    ],
    test: 'tests/headless/waking-keys.test.ts',
    title: 'a kept key that the ledger does not commit to is ignored',
    gains: 'expected',
  },
]
