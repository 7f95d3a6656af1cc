import type { TakenOut } from './taken-out.ts'

const gate = 'extension/keeper/fill/authorize-fill.ts'

/** What keeps the logins of an archived client out of every page (P8). */
export const archive: TakenOut[] = [
  {
    s: 'P8',
    check: 'nothing of an archived folder is filled, whatever asks for it',
    edits: [
      {
        file: gate,
        find: "  if (isArchived(vault, folder)) throw new Failure('archived')\n",
        put: '  isArchived(vault, folder)\n',
      },
    ],
    test: 'extension/keeper/fill/authorize-fill.test.ts',
    title: 'nothing of an archived folder is given or offered',
    gains: 'instead of rejecting',
  },
  {
    s: 'P8',
    check: 'archiving is written into the folders below, for who sees those alone',
    edits: [
      {
        file: 'extension/keeper/acts/archive.ts',
        find: " && recordedOf(vault, child) !== 'itself')",
        put: " && recordedOf(vault, child) === 'above')",
      },
    ],
    test: 'tests/headless/archive.test.ts',
    title: 'what is archived is offered and filled for nobody',
    gains: 'to deeply equal',
  },
]
