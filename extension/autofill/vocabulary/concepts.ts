/** The concepts that a text near a field can express. */
export const CONCEPTS = [
  'username', // a login id of any sort other than e-mail
  'email',
  'phone',
  'password',
  'current', // old or present password
  'fresh', // new, chosen password
  'confirm', // typed a second time
  'rules', // "at least 8 characters", beside a password that is being chosen
  'otp',
  'companyCode',
  'notPassword', // typed into masked fields: card or social security number, secret answer, API key
  'card', // a payment card
  'captcha',
  'search',
  'newsletter',
  'person', // personal data in a registration
  'signIn',
  'signUp',
  'reset', // resetting a lost password, as the page's purpose
  'forgot', // the link "forgot your password?" beside a login
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
 * A language's words for each concept, separated by commas. A `*` at either end of a word matches any letters there. Spaces within a
 * phrase are optional. A `/` separates alternatives for one place of a phrase; a `/` at its end makes that place optional.
 */
export type Vocabulary = Partial<Record<Concept, string>>
