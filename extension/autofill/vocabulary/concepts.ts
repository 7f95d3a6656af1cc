/** What a text near a field can tell. */
export const CONCEPTS = [
  'username', // a login id of any sort, e-mail aside
  'email',
  'phone',
  'password',
  'current', // old or present password
  'fresh', // new, chosen password
  'confirm', // typed a second time
  'rules', // "at least 8 characters": a password is being chosen
  'otp',
  'companyCode',
  'notPassword', // masked, but no password: card, social security, answer, key
  'card', // of payment
  'captcha',
  'search',
  'newsletter',
  'person', // what one tells about oneself when registering
  'signIn',
  'signUp',
  'reset', // asks for help with a lost password, as the page's purpose
  'forgot', // the link beside a login
  'change',
  'remember',
  'terms',
  'next',
  'save',
  'manage', // administration of users
  'settings', // mail servers, directories, proxies
] as const

export type Concept = (typeof CONCEPTS)[number]

/**
 * A language's words for each, apart by a comma. A `*` at an end of a word lets it go on there, and its blanks may be left out; `/` parts
 * what may stand in one place, an end of it that nothing need stand there.
 */
export type Vocabulary = Partial<Record<Concept, string>>
