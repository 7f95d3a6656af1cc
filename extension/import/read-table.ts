import { Failure } from '../../shared/bytes/failure.ts'
import { addAddress, addCustom, emptyLogin, splitPath } from './imported.ts'
import type { Imported, ImportedLogin, ImportProblem } from './imported.ts'
import { decodeText } from './decode-text.ts'
import { readRows } from './read-rows.ts'
import type { Row } from './read-rows.ts'
import { tables } from './tables.ts'
import type { Meaning, TableName } from './tables.ts'

type Column = { heading: string; meaning: Meaning }

/**
 * Returns what a table of another manager says. Each column that is not known becomes a custom field under its heading, so that nothing
 * is lost; each row that does not fit its headings is named as a problem.
 * @throws Failure `import-empty` without a row below the headings, `import-unknown-format` without a column of passwords, `import-bad-text`
 */
export function readTable(bytes: Uint8Array<ArrayBuffer>, of: TableName): Imported {
  const { text, problems } = decodeText(bytes)
  const { rows, problems: quotes } = readRows(text)
  const [head, ...body] = rows
  if (head === undefined || body.length === 0) throw new Failure('import-empty')
  const columns = columnsOf(head, of)
  if (!columns.some(({ meaning }) => meaning === 'password')) throw new Failure('import-unknown-format')
  problems.push(...quotes, ...columnProblems(columns, body))
  const logins: ImportedLogin[] = []
  const shared = new Map<string, readonly string[]>()
  for (const row of body) {
    const login = loginOf(row, columns, of, problems)
    if (isEmpty(login)) {
      problems.push({ at: row.line, name: login.name, code: 'empty-row', what: '' })
      continue
    }
    // A table of 20,000 rows names few folders: each path is kept once.
    const key = JSON.stringify(login.folder)
    login.folder = shared.get(key) ?? login.folder
    shared.set(key, login.folder)
    logins.push(login)
  }
  return { logins, folders: [...shared.values()], problems }
}

/** Returns the headings of a table, in small letters. */
export const headingsOf = (row: Row | undefined): string[] =>
  (row?.cells ?? []).map((cell) => cell.trim().toLowerCase())

function columnsOf(head: Row, of: TableName): Column[] {
  return head.cells.map((cell) => {
    const heading = cell.trim()
    return { heading, meaning: tables[of].columns.get(heading.toLowerCase()) ?? 'custom' }
  })
}

/** Names the columns that are left out, and those that become custom fields because nobody knows them. */
function columnProblems(columns: readonly Column[], body: readonly Row[]): ImportProblem[] {
  const filled = columns.filter((_, at) => body.some(({ cells }) => (cells[at] ?? '').trim() !== ''))
  const left = filled.filter(({ meaning }) => meaning === 'left').map(({ heading }) => heading)
  const unknown = filled.filter(
    ({ meaning, heading }) => meaning === 'custom' && !/^(opt\d|username\d)$/i.test(heading),
  )
  return [
    ...(left.length === 0 ? [] : [{ at: null, name: '', code: 'columns-left' as const, what: left.join(', ') }]),
    ...unknown.map(({ heading }) => ({ at: null, name: '', code: 'column-unknown' as const, what: heading })),
  ]
}

function loginOf({ line, cells }: Row, columns: readonly Column[], of: TableName, problems: ImportProblem[]) {
  const login = emptyLogin(line)
  let realm = ''
  for (const [at, cell] of cells.entries()) {
    const column = columns[at]
    if (column === undefined) addCustom(login, String(at + 1), cell)
    else if (column.meaning === 'realm') realm = cell
    else place(login, column, cell, of)
  }
  for (const url of login.urls) url.realm = realm
  const { name } = login
  if (cells.length > columns.length) problems.push({ at: line, name, code: 'row-too-long', what: '' })
  if (cells.length < columns.length) problems.push({ at: line, name, code: 'row-too-short', what: '' })
  if (of === 'lastpass') readSecureNote(login)
  return login
}

function place(login: ImportedLogin, { heading, meaning }: Column, cell: string, of: TableName): void {
  const { separator } = tables[of]
  switch (meaning) {
    case 'name':
    case 'username':
    case 'totp':
      // Of two columns with one meaning the first keeps it, and the other stands beside it.
      if (login[meaning] === '') login[meaning] = cell.trim()
      else addCustom(login, heading, cell)
      return
    case 'password':
    case 'notes':
      if (login[meaning] === '') login[meaning] = cell
      else addCustom(login, heading, cell)
      return
    case 'url':
      for (const address of of === 'bitwarden-table' ? cell.split(',') : [cell]) addAddress(login, address)
      return
    case 'tags':
      login.tags.push(...splitPath(cell, cell.includes(';') ? ';' : ','))
      return
    case 'folder':
      login.folder = separator === null ? splitPath(cell, '\n') : splitPath(cell, separator)
      return
    case 'kind':
      if (cell.trim().toLowerCase() === 'note') login.kind = 'note'
      return
    case 'fields':
      for (const line of cell.split('\n')) {
        const [label = '', ...value] = line.split(': ')
        addCustom(login, label, value.join(': '))
      }
      return
    case 'custom':
      addCustom(login, heading, cell)
      return
    case 'realm':
    case 'left':
      return
  }
}

/** LastPass writes what is no web login as a note with the address http://sn, and its fields as lines of the note. */
function readSecureNote(login: ImportedLogin): void {
  if (login.urls[0]?.address !== 'http://sn') return
  login.urls = []
  login.kind = 'note'
  const type = /^NoteType:(.*)$/m.exec(login.notes)?.[1]?.trim()
  if (type === undefined) return
  const rest: string[] = []
  for (const line of login.notes.split('\n')) {
    const [, label = '', value = ''] = /^([^:]{1,60}):(.*)$/.exec(line) ?? []
    if (rest.length > 0 || label === '') rest.push(line)
    else if (label === 'Notes') rest.push(value)
    else if (label === 'NoteType' || label === 'Language') continue
    else if (label === 'Username') login.username = value
    else if (label === 'Password') login.password = value
    else addCustom(login, label, value)
  }
  login.notes = rest.join('\n').trim()
  if (type === 'Server' || type === 'Database') login.kind = 'host'
  if (type === 'SSH Key') login.kind = 'key'
}

const isEmpty = ({ name, username, password, urls, totp, notes, custom }: ImportedLogin) =>
  [name, username, password, totp, notes].every((text) => text.trim() === '') && urls.length + custom.length === 0
