import js from '@eslint/js'
import ts from 'typescript-eslint'

/** Doors: where bytes from outside become typed values. Nowhere else may `as` make a claim that nothing checked. */
const doors = [
  'shared/bytes/ids.ts',
  'shared/bytes/record.ts',
  'shared/bytes/table.ts',
  'shared/crypto/keys.ts',
  'server/middleware/endpoint.ts',
  'server/store/columns.ts',
]
const tests = ['**/*.test.{ts,tsx}', '**/testing/**', 'tests/**', 'e2e/**']

const off = (...names) => Object.fromEntries(names.map((name) => [`@typescript-eslint/${name}`, 'off']))

const restricted = (...names) =>
  names.map((name) => ({ name, message: 'shared/ runs anywhere: no DOM, no Node, no fetch, no clock.' }))

export default ts.config(
  { ignores: ['node_modules/', '.output/', '.wxt/', '.data/', 'test-results/', 'demo-output/', 'server/migrations/'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  js.configs.recommended,
  {
    files: ['**/*.{ts,tsx}'],
    extends: [ts.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: `${import.meta.dirname}/..` } },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/consistent-type-assertions': ['error', { assertionStyle: 'never' }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: false }],
      // Blind to what another task changes during an await: it would have us drop the checks that matter.
      ...off('no-unnecessary-condition'),
      // Matters of taste, or wrong about the DOM and about strings of letters.
      ...off(
        'no-confusing-void-expression',
        'no-deprecated',
        'no-meaningless-void-operator',
        'no-misused-spread',
        'no-unnecessary-template-expression',
        'no-unnecessary-type-parameters',
        'no-unsafe-class-instance-assignment',
        'unbound-method',
      ),
      // An interface may promise a Promise that one of its forms has no need to wait for.
      ...off('require-await'),
    },
  },
  {
    rules: {
      'max-lines': ['error', 300],
      'max-len': [
        'error',
        { code: 140, ignoreStrings: true, ignoreTemplateLiterals: true, ignoreRegExpLiterals: true },
      ],
      'no-restricted-syntax': [
        'error',
        {
          selector: 'ObjectExpression > SpreadElement > ObjectExpression',
          message: 'Write the properties themselves.',
        },
      ],
      'no-console': 'error',
      eqeqeq: 'error',
      'no-restricted-properties': [
        'error',
        ...['test', 'it', 'describe'].map((object) => ({ object, property: 'only', message: 'Run them all.' })),
        { object: 'Math', property: 'random', message: 'Use crypto.getRandomValues.' },
        { object: 'vi', property: 'mock', message: 'Tests share their modules: stub what the module calls.' },
      ],
    },
  },
  {
    files: ['shared/**'],
    ignores: tests,
    rules: {
      'no-restricted-globals': [
        'error',
        ...restricted('fetch', 'document', 'window', 'navigator', 'chrome', 'process', 'Buffer', 'Date', 'performance'),
      ],
    },
  },
  {
    // Functions that are sent into web pages stand here too: `chrome.dom` is for those, and they have no import.
    files: ['extension/{keeper,console,popup,unlock,menu,sign-in,messages}/**'],
    ignores: tests,
    rules: {
      'no-restricted-syntax': [
        'error',
        {
          selector: "MemberExpression[object.name='chrome'][property.name!='dom']",
          message: 'Worker and pages have `browser` from extension/browser.ts.',
        },
      ],
    },
  },
  { files: doors, rules: off('consistent-type-assertions') },
  {
    files: ['server/main.ts', 'verify/verify-ledger.ts', 'verify/open-export.ts', 'tests/**', 'e2e/**', '.config/**'],
    rules: { 'no-console': 'off' },
  },
  {
    files: ['.config/**/*.{js,mjs}'],
    languageOptions: {
      globals: {
        process: 'readonly',
        console: 'readonly',
        URL: 'readonly',
        performance: 'readonly',
        AbortController: 'readonly',
        AbortSignal: 'readonly',
      },
    },
  },
  {
    // Tests forge what the types forbid.
    files: tests,
    rules: off(
      'consistent-type-assertions',
      'no-non-null-assertion',
      'no-unsafe-assignment',
      'no-unsafe-member-access',
      'no-unsafe-argument',
      'no-unsafe-return',
      'no-unsafe-call',
      'no-base-to-string',
      'no-dynamic-delete',
    ),
  },
)
