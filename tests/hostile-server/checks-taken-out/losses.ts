import type { TakenOut } from './taken-out.ts'

const test = 'tests/headless/to-change.test.ts'

/** What stands between a leaver and a password that they still know. */
export const losses: TakenOut[] = [
  {
    s: 'P7',
    check: 'a login stays on the list until its password is another one',
    edits: [
      {
        file: 'extension/keeper/items/password-places.ts',
        find: 'if (before?.secret.password === next)',
        put: 'if (before?.secret.password === next && brought.length > 0)',
      },
    ],
    test,
    title: 'D1 P7: ',
    gains: 'Portail neuf',
  },
  {
    s: 'P7',
    check: 'a login that is moved takes with it where its password has lain',
    edits: [
      {
        file: 'extension/keeper/items/password-places.ts',
        find: 'return before === null ? [...brought, here].slice(-MOST_PLACES) : [here]',
        put: 'return [here]',
      },
    ],
    test,
    title: 'D1 P7: ',
    gains: 'Mona',
  },
]
