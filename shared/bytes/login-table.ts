/** What the table of an export holds of a login. */
export type TableLogin = {
  name: string
  username: string
  password: string
  totp: string
  notes: string
  tags: readonly string[]
  urls: readonly { address: string }[]
  custom: readonly { label: string; value: string }[]
}

const heads = ['folder', 'name', 'url', 'username', 'password', 'totp', 'notes', 'tags', 'fields']

/** Returns logins as a table to be written by `toCsv`, each with the path of its folder; without files and earlier passwords. */
export const loginTable = (rows: readonly { folder: string; login: TableLogin }[]): string[][] => [
  heads,
  ...rows.map(({ folder, login }) => rowOf(folder, login)),
]

const rowOf = (folder: string, login: TableLogin): string[] => [
  folder,
  login.name,
  login.urls.map(({ address }) => address).join('\n'),
  ...[login.username, login.password, login.totp, login.notes, login.tags.join(', ')],
  login.custom.map(({ label, value }) => `${label}: ${value}`).join('\n'),
]
