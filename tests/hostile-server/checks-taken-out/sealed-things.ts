import { gained } from './taken-out.ts'
import type { Edit, TakenOut } from './taken-out.ts'

const pullObjects = 'extension/keeper/sync/pull-objects.ts'
const names = 'extension/keeper/vault/names.ts'
const pullJournals = 'extension/keeper/sync/pull-journals.ts'
const contexts = 'shared/crypto/contexts.ts'
const sealItem = 'shared/vault/seal-item.ts'
const s05 = 'tests/hostile-server/s05-ciphertexts.test.ts'
const s06 = 'tests/hostile-server/s06-columns.test.ts'
const s10 = 'tests/hostile-server/s10-rotation.test.ts'
const s12 = 'tests/hostile-server/s12-oracles.test.ts'
const transplant = 'shared/vault/transplant.test.ts'

const anyPart: Edit = {
  file: sealItem,
  find: "if ((await sha256(sealed)) !== hash) throw new Failure('wrong-hash', place.item)",
  put: '',
}
const partsAsSaid: Edit = {
  file: pullJournals,
  find: '  await openOverviews(vault, shelf)\n',
  put:
    '  for (const one of parts as { sealed: string; item?: ItemId; part?: "overview" | "secret" }[]) {\n' +
    '    const link = one.item && one.part ? get(shelf.journal.items, one.item)?.parts?.[one.part] : undefined\n' +
    '    if (link) shelf.parts.set(link.hash, one.sealed)\n' +
    '  }\n' +
    '  await openOverviews(vault, shelf)\n',
}
const anyItem: Edit = { file: contexts, find: '    idBytes(at.item),\n', put: '' }
const noSecret: Edit = {
  file: pullJournals,
  find: "if (!witnessed && !shelf.parts.has(state.parts.secret.hash)) throw new Failure('part-missing', item)",
  put: '',
}
const anyName: Edit[] = [
  {
    file: pullObjects,
    find: 'if ((await descriptionHash(held)) === descriptionOf(vault, held.kind, held.id)?.hash)',
    put: 'if (true)',
  },
  {
    file: names,
    find: 'if ((await descriptionHash(held)) !== found.hash) return',
    put: '',
  },
  {
    file: names,
    find: 'return held === undefined || (await descriptionHash(held)) !== hash',
    put: 'return held === undefined || id === kind',
  },
]

/** What is sealed, in which place, and what is told of what does not open (S5, S6, S12). */
export const sealedThings: TakenOut[] = [
  {
    s: 'S5',
    check: 'a part has the hash that the journal names, and is of this item',
    edits: [anyPart, partsAsSaid, anyItem],
    test: s05,
    title: 'the overviews of two items that change places',
    gains: gained.believed,
  },
  {
    s: 'S5',
    check: 'a secret that the journal names is there when its overview is',
    edits: [noSecret],
    test: s05,
    title: 'with one byte turned, whichever, is taken for the true one',
    gains: gained.believed,
  },
  {
    s: 'S5',
    check: 'a name has the hash that the ledger names, and is of this revision',
    edits: [
      ...anyName,
      {
        file: contexts,
        find: "place('folder-description', idBytes(at.org), idBytes(at.folder), at.generation, at.revision, idBytes(at.author))",
        put: "place('folder-description', idBytes(at.org), idBytes(at.folder), at.generation, idBytes(at.author))",
      },
    ],
    test: s05,
    title: 'a part, a name or a key of an earlier revision',
    gains: "expected [] to deeply equal [ 'tampered-folder:wrong-name' ]",
  },
  {
    s: 'S14',
    check: 'a name says the same in every copy',
    edits: [
      {
        file: names,
        find: "    if ((await nameHash(said)) !== held.named) throw new Failure('wrong-name', held.id)\n",
        put: '',
      },
    ],
    test: 'tests/headless/register.test.ts',
    title: 'a manager who seals another name for the auditors',
    gains: "name: '…'",
  },
  {
    s: 'S5',
    check: 'the sealed seed has the tag of this PIN and key',
    edits: [
      {
        file: 'shared/crypto/unlock.ts',
        find: "if (!equal(sealed.subarray(0, TAG), keys.tag)) throw new Failure('wrong-pin-or-key')",
        put: '',
      },
    ],
    test: s05,
    title: 'no sealed seed with one byte turned',
    gains: gained.believed,
  },
  {
    s: 'S5',
    check: 'what is sealed has the one version that there is',
    edits: [
      {
        file: 'shared/crypto/aead.ts',
        find: "if (sealed[0] !== VERSION) throw new Failure('unknown-version')",
        put: '',
      },
    ],
    test: s05,
    title: 'no sealed seed with one byte turned',
    gains: gained.believed,
  },
  {
    s: 'S5',
    check: 'a part’s place names its item',
    edits: [anyItem],
    test: transplant,
    title: 'no sealed object opens where one field of its place is another',
    gains: 'to be null',
  },
  {
    s: 'S5',
    check: 'a name’s place names its folder',
    edits: [
      {
        file: contexts,
        find: "place('folder-description', idBytes(at.org), idBytes(at.folder), at.generation,",
        put: "place('folder-description', idBytes(at.org), at.generation,",
      },
    ],
    test: transplant,
    title: 'no sealed object opens where one field of its place is another',
    gains: 'to be null',
  },
  {
    s: 'S6',
    check: 'a profile is the one that the ledger has the hash of',
    edits: [
      {
        file: pullObjects,
        find: 'holds: await isTrueProfile(state, one)',
        put: 'holds: await Promise.resolve(true)',
      },
    ],
    test: s06,
    title: 'whatever column of whatever table is changed',
    gains: gained.believed,
  },
  {
    s: 'S6',
    check: 'every folder in sight has its keys and its name, or is refused',
    edits: [
      {
        file: pullObjects,
        find: "keyless.has(folder) ? missingKeyCode : nameless ? 'wrong-name' : null",
        put: 'null && [keyless, nameless]',
      },
    ],
    test: s06,
    title: 'whatever column of whatever table is changed',
    gains: "[ 'tampered-folder:no-key', false ]",
  },
  {
    s: 'S10',
    check: 'a stale folder takes no writes',
    edits: [
      {
        file: 'extension/keeper/items/append-change.ts',
        find: "if (get(stateOf(vault).folders, folder)?.staleSince !== null) throw new Failure('stale-folder')",
        put: '',
      },
    ],
    test: s10,
    title: 'leaves the folder stale',
    gains: 'to deeply equal []',
  },
  {
    s: 'S12',
    check: 'a journal is taken whole or not at all',
    edits: [
      { file: pullJournals, find: 'const shelf = copyShelf(held)', put: 'const shelf = held\n  copyShelf(held)' },
    ],
    test: s12,
    title: 'the server hears the same, byte for byte',
    gains: 'expected 0 to be greater than 0',
  },
  {
    s: 'S7',
    check: 'a team whose key or name is held back is told of',
    edits: [
      {
        file: 'extension/keeper/sync/pull-objects.ts',
        find: "    markUntrue(vault, team, vault.teamNames.has(team) && !(await lacksName(vault, 'team', team)))",
        put: '    markUntrue(vault, team, true)',
      },
    ],
    test: 'tests/hostile-server/s07-rollback.test.ts',
    title: 'a team whose key is held back from a new desk',
    gains: gained.missing,
  },
]
