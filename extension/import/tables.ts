/** What the columns of a table mean, by the headings that each manager writes, in small letters. */
const meanings = [
  'name',
  'url',
  'username',
  'password',
  'totp',
  'notes',
  'tags',
  'realm',
  'kind',
  'folder',
  'fields',
  /** A further value, under the column's own heading. */
  'custom',
  /** Nothing of the person's: ids, times, marks. They are named once as left out. */
  'left',
] as const
export type Meaning = (typeof meanings)[number]

export type Table = {
  /** Headings that no other manager writes together: how the table is recognised. */
  known: readonly string[]
  columns: ReadonlyMap<string, Meaning>
  /** What parts the folders of a path; null where a path is one folder. */
  separator: string | null
}

/** Each meaning with its headings, parted by `|`. */
const meaningsOf = (headings: Partial<Record<Meaning, string>>): ReadonlyMap<string, Meaning> =>
  new Map(meanings.flatMap((one) => (headings[one]?.split('|') ?? []).map((heading) => [heading, one] as const)))

const table = (
  known: string[],
  headings: Partial<Record<Meaning, string>>,
  separator: string | null = null,
): Table => ({
  known,
  columns: meaningsOf(headings),
  separator,
})

/** Tables by the manager that writes them, the more particular first. */
export const tables = {
  lockpass: table(
    ['name', 'username', 'password', 'category/subcategory'],
    {
      name: 'name',
      url: 'url',
      username: 'username',
      password: 'password',
      folder: 'category/subcategory',
      tags: 'tags',
      notes: 'description',
      custom: 'opt1|opt2|opt3',
      totp: 'totp',
    },
    '/',
  ),
  lastpass: table(
    ['url', 'username', 'password', 'extra', 'name', 'grouping'],
    {
      url: 'url',
      username: 'username',
      password: 'password',
      totp: 'totp',
      notes: 'extra',
      name: 'name',
      folder: 'grouping',
      left: 'fav',
    },
    '\\',
  ),
  dashlane: table(['username', 'title', 'password', 'category'], {
    username: 'username',
    custom: 'username2|username3',
    name: 'title',
    password: 'password',
    notes: 'note',
    url: 'url',
    folder: 'category',
    totp: 'otpurl|otpsecret',
  }),
  'bitwarden-table': table(
    ['type', 'name', 'notes', 'fields', 'login_uri', 'login_username', 'login_password'],
    {
      folder: 'folder|collections',
      left: 'favorite|reprompt|archiveddate',
      kind: 'type',
      name: 'name',
      notes: 'notes',
      fields: 'fields',
      url: 'login_uri',
      username: 'login_username',
      password: 'login_password',
      totp: 'login_totp',
    },
    '/',
  ),
  'keepass-table': table(
    ['group', 'title', 'username', 'password', 'url', 'notes'],
    {
      folder: 'group',
      name: 'title',
      username: 'username',
      password: 'password',
      url: 'url',
      notes: 'notes',
      totp: 'totp',
      tags: 'tags',
      left: 'icon|last modified|created',
    },
    '/',
  ),
  '1password-table': table(['title', 'url', 'username', 'password', 'otpauth'], {
    name: 'title',
    url: 'url',
    username: 'username',
    password: 'password',
    totp: 'otpauth',
    left: 'favorite|archived',
    tags: 'tags',
    notes: 'notes',
  }),
  firefox: table(['url', 'username', 'password', 'httprealm', 'formactionorigin'], {
    url: 'url',
    username: 'username',
    password: 'password',
    realm: 'httprealm',
    left: 'formactionorigin|guid|timecreated|timelastused|timepasswordchanged',
  }),
  /** Chrome, Edge, Brave, Opera and Vivaldi write the same. */
  chrome: table(['name', 'url', 'username', 'password'], {
    name: 'name',
    url: 'url',
    username: 'username',
    password: 'password',
    notes: 'note|notes',
  }),
  /** Any other table: its columns are recognised by what people call them, in English and in French. */
  table: table(
    ['password'],
    {
      name: 'name|title|nom|titre|account|libellé',
      url: 'url|website|site|address|adresse|login url|lien',
      username: 'username|user|login|user name|email|identifiant|utilisateur',
      password: 'password|mot de passe',
      totp: 'totp|otp|otpauth|otpurl',
      notes: 'notes|note|comment|description|commentaire',
      folder: 'folder|group|category|path|dossier|catégorie|chemin',
      tags: 'tags|étiquettes',
    },
    '/',
  ),
} satisfies Record<string, Table>
export type TableName = keyof typeof tables

export const isTable = (name: string): name is TableName => Object.hasOwn(tables, name)
