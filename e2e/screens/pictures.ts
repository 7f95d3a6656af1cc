/** What `npm run screens` draws, by name: each is `docs/screens/NAME.png`, but for the README's own picture. */
export const pictures = [
  'console',
  'set-up',
  'my-keys',
  'invite',
  'invitation-code',
  'people',
  'access',
  'grant',
  'review',
  'team',
  'new-login',
  'import',
  'export',
  'remove',
  'passwords-to-change',
  'renewals',
  'lost-keys',
  'put-back',
  'recovery',
  'waiting',
  'policy',
  'ledger',
  'tampered',
  'restored',
  'repair',
  'fork',
] as const

export type Picture = (typeof pictures)[number]

/** Where a picture lies, from the clone's folder. README shows one, and has it beside the pages. */
export const fileOf = (picture: Picture): string =>
  picture === 'console' ? 'docs/console.png' : `docs/screens/${picture}.png`
