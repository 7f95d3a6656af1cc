import { gained } from './taken-out.ts'
import type { Edit, TakenOut } from './taken-out.ts'

const s12 = 'tests/hostile-server/s12-oracles.test.ts'
const s13 = 'tests/hostile-server/s13-egress.test.ts'
const sealItem = 'shared/vault/seal-item.ts'
const describing = 'shared/vault/seal-description.ts'

const inClear: Edit[] = [
  { file: sealItem, find: '(own) => sealAead(own, context, plaintext)', put: '() => new Uint8Array(plaintext)' },
  { file: sealItem, find: '(own) => openAead(own, context, sealed)', put: '() => new Uint8Array(sealed)' },
]

/** What goes out, and how often (S12, S13). */
export const wire: TakenOut[] = [
  {
    s: 'S12',
    check: 'what does not verify is looked at a second time, and then no more',
    edits: [
      {
        file: 'extension/keeper/sync/sync.ts',
        find: 'if (gave || refusedIds(next.vault).some((one) => !before.includes(one)))',
        put: 'for (let i = 0; i < 9 && (gave || refusedIds(next.vault).some((one) => !before.includes(one))); i += 1)',
      },
    ],
    test: s12,
    title: 'the server hears the same, byte for byte',
    gains: 'to be less than 12',
  },
  {
    s: 'S12',
    check: 'what is asked a second time does not depend on what was wrong',
    edits: [
      {
        file: 'extension/keeper/sync/sync.ts',
        find: 'if (gave || refusedIds(next.vault).some((one) => !before.includes(one)))',
        put: "if (gave || [...next.vault.shelves.values()].some(({ refused }) => refused === 'no-key' && before.length === 0))",
      },
    ],
    test: s12,
    title: 'what the first sync sends is the same',
    gains: 'expected 2 to be 1',
  },
  {
    s: 'S12',
    check: 'a hint that is none makes no sync',
    edits: [
      {
        file: 'extension/keeper/live.ts',
        find: 'return parsed.success ? parsed.data : null',
        put: "return parsed.success ? parsed.data : { kind: 'ledger', sequence: 1_000_000 }",
      },
    ],
    test: s12,
    title: 'hints that are forged, nonsense or a flood',
    gains: 'to be +0',
  },
  {
    s: 'S12',
    check: 'hints that wait make one sync together',
    edits: [{ file: 'extension/keeper/keeper.ts', find: 'this.due ??= this.run(', put: 'this.due = this.run(' }],
    test: s12,
    title: 'hints that are forged, nonsense or a flood',
    gains: '[ true, true ]',
  },
  {
    s: 'S12',
    check: 'a server refuses in the protocol’s words only',
    edits: [
      {
        file: 'extension/keeper/desk/api.ts',
        find: 'Object.hasOwn(problemStatus, code)',
        put: '(problemStatus, true)',
      },
    ],
    test: s12,
    title: 'a desk whose sync is answered with',
    gains: gained.noSentence,
  },
  {
    s: 'S13',
    check: 'what an item says is sealed before it leaves',
    edits: inClear,
    test: s13,
    title: 'no field of any item, no name of any folder',
    gains: 'canary',
  },
  {
    s: 'S13',
    check: 'what a folder or team is called is sealed before it leaves',
    edits: [
      { file: describing, find: '(own) => sealAead(own, context, plaintext)', put: '() => new Uint8Array(plaintext)' },
      { file: describing, find: '(own) => openAead(own, context, sealed)', put: '() => new Uint8Array(sealed)' },
    ],
    test: s13,
    title: 'no field of any item, no name of any folder',
    gains: 'canary',
  },
  {
    s: 'S13',
    check: 'nothing is asked for because of what was opened',
    edits: [
      {
        file: 'extension/keeper/fill/fill.ts',
        find: '  const outcomes: FillOutcome[] = []\n',
        put:
          '  for (const { origin } of allowed)\n' +
          '    void open.desk.fetch(`${open.session.server}/icon?of=${origin}`, { method: "GET" }).catch(() => null)\n' +
          '  const outcomes: FillOutcome[] = []\n',
      },
    ],
    test: s13,
    title: 'no field of any item, no name of any folder',
    gains: 'to deeply equal []',
  },
  {
    s: 'S13',
    check: 'a page that shows what was opened can make no request',
    edits: [
      {
        file: 'extension/entrypoints/console/index.html',
        find: "connect-src 'none'",
        put: "connect-src 'self' https:",
      },
    ],
    test: '.config/pages.test.ts',
    title: 'can make no request',
    gains: 'https:',
  },
  {
    s: 'S13',
    check: 'an invitation’s secret is in no request',
    edits: [
      {
        file: 'extension/keeper/unlock/ceremony.ts',
        find: "'invitation', null, { id: code.invitation })",
        put: "'invitation', null, { id: code.invitation, query: `?code=${pasted}` })",
      },
    ],
    test: 'tests/hostile-server/s01-invitations.test.ts',
    title: 'neither the code nor its secret is in any request',
    gains: 'to deeply equal []',
  },
]
