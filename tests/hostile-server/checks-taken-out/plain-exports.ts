import type { TakenOut } from './taken-out.ts'

const gains = 'to be'

/** What keeps logins from leaving in clear where the policy does not let them (S14). */
export const plainExports: TakenOut[] = [
  {
    s: 'S14',
    check: 'exports in clear in bulk are for two owners to allow, even where there is but one',
    edits: [
      {
        file: 'shared/ledger/replay/owners.ts',
        find: " || (policy.plainExport === 'bulk' && now.plainExport !== 'bulk')",
        put: '',
      },
    ],
    test: 'shared/ledger/replay/owners.test.ts',
    title: 'only two owners allow exports in clear in bulk',
    gains,
  },
  {
    s: 'S14',
    check: 'a policy that lets more out in clear is a weaker one',
    edits: [
      {
        file: 'shared/rules/policy.ts',
        find: '  allowsMoreInClear(before.plainExport, after.plainExport) ||\n',
        put: '',
      },
    ],
    test: 'shared/ledger/replay/owners.test.ts',
    title: 'only two owners allow exports in clear in bulk',
    gains,
  },
  {
    s: 'S14',
    check: 'no login is read for a file in clear that the policy does not allow',
    edits: [
      {
        file: 'extension/keeper/items/export-logins.ts',
        find: 'inClear !== null && !mayExportInClear(state.policy.plainExport, inClear)',
        put: 'inClear !== null && !mayExportInClear(state.policy.plainExport, 0)',
      },
    ],
    test: 'tests/headless/export.test.ts',
    title: 'no file in clear but where the policy allows one of so many folders',
    gains: 'instead of rejecting',
  },
]
