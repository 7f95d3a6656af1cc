import { expect, test } from 'vitest'
import type { Imported } from './imported.ts'
import { detectFormat, readFile } from './read-file.ts'
import type { Format } from './read-file.ts'

const bytes = (text: string) => new TextEncoder().encode(text)
const read = async (text: string | Uint8Array<ArrayBuffer>): Promise<Imported & { format: Format | null }> => {
  const file = typeof text === 'string' ? bytes(text) : text
  const format = detectFormat(file)
  return { format, ...(await readFile(file, format ?? 'table', { password: null, keyFile: null })) }
}
const seed = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ'

test('LockPass: category path, TOTP and the three optional fields', async () => {
  const { format, logins, folders } = await read(
    `Name;URL;Username;Password;Category/SubCategory;Tags;Description;Opt1;Opt2;Opt3;Totp
Portail;https://azur.example;ines;Bleu;42;Clients/Azur;voix,chat;Ligne;un;deux;;${seed}`.replace(
      'Bleu;42',
      '"Bleu;42"',
    ),
  )
  expect(format).toBe('lockpass')
  expect(folders).toEqual([['Clients', 'Azur']])
  expect(logins[0]).toMatchObject({
    at: 2,
    folder: ['Clients', 'Azur'],
    name: 'Portail',
    username: 'ines',
    password: 'Bleu;42',
    urls: [{ address: 'https://azur.example' }],
    totp: seed,
    notes: 'Ligne',
    tags: ['voix', 'chat'],
    custom: [
      { label: 'Opt1', value: 'un' },
      { label: 'Opt2', value: 'deux' },
    ],
  })
})

test('LastPass: folders by backslash; what is no web login is a note with its fields', async () => {
  const { format, logins, problems } = await read(`url,username,password,totp,extra,name,grouping,fav
https://a.example,u,p,,,A,Clients\\Azur,1
http://sn,,,,"NoteType:Server
Language:fr-FR
Hostname:h.example
Username:root
Password:secret
Notes:first
second",Serveur,,0`)
  expect(format).toBe('lastpass')
  expect(logins[0]).toMatchObject({ folder: ['Clients', 'Azur'], name: 'A' })
  expect(logins[1]).toMatchObject({
    at: 3,
    kind: 'host',
    username: 'root',
    password: 'secret',
    urls: [],
    notes: 'first\nsecond',
    custom: [{ label: 'Hostname', value: 'h.example' }],
  })
  expect(problems).toEqual([{ at: null, name: '', code: 'columns-left', what: 'fav' }])
})

test('Dashlane, Chrome, Firefox and Bitwarden tables are told apart by their headings', async () => {
  const dashlane = await read(
    'username,username2,username3,title,password,note,url,category,otpUrl\nu,v,,T,p,n,https://t.example,Work,otpauth://totp/?secret=' +
      seed,
  )
  expect(dashlane).toMatchObject({
    format: 'dashlane',
    logins: [{ name: 'T', custom: [{ label: 'username2', value: 'v' }], folder: ['Work'] }],
  })
  const chrome = await read('name,url,username,password,note\nT,https://t.example,u,p,n')
  expect(chrome).toMatchObject({ format: 'chrome', logins: [{ name: 'T', notes: 'n', folder: [] }] })
  const firefox = await read(
    '"url","username","password","httpRealm","formActionOrigin","guid","timeCreated","timeLastUsed","timePasswordChanged"\n"https://t.example","u","p","Intranet","","{1}","1","2","3"',
  )
  expect(firefox).toMatchObject({
    format: 'firefox',
    logins: [{ urls: [{ address: 'https://t.example', realm: 'Intranet' }] }],
  })
  const bitwarden = await read(
    'folder,favorite,type,name,notes,fields,reprompt,login_uri,login_username,login_password,login_totp\nA/B,1,login,N,,"PIN: 1234",0,https://t.example,u,p,',
  )
  expect(bitwarden).toMatchObject({
    format: 'bitwarden-table',
    logins: [{ folder: ['A', 'B'], custom: [{ label: 'PIN', value: '1234' }] }],
  })
})

test('each wrong row is named by its line, also after a value of several lines', async () => {
  const { logins, problems } = await read(
    'name,url,username,password,note\r\nA,https://a.example,u,p,"one\r\ntwo"\r\n,,,,\r\nB,https://b.example,u\r\nC,https://c.example,u,p,n,more\r\n',
  )
  expect(logins.map(({ at, name }) => [at, name])).toEqual([
    [2, 'A'],
    [5, 'B'],
    [6, 'C'],
  ])
  expect(logins[2]?.custom).toEqual([{ label: '6', value: 'more' }])
  expect(problems.map(({ at, code }) => [at, code])).toEqual([
    [5, 'row-too-short'],
    [6, 'row-too-long'],
  ])
})

test('a column that nobody knows becomes a field under its heading, and is named', async () => {
  const { format, logins, problems } = await read('Nom;Identifiant;Mot de passe;Poste\nA;u;p;12')
  expect(format).toBe('table')
  expect(logins[0]).toMatchObject({
    name: 'A',
    username: 'u',
    password: 'p',
    custom: [{ label: 'Poste', value: '12' }],
  })
  expect(problems).toEqual([{ at: null, name: '', code: 'column-unknown', what: 'Poste' }])
})

test('UTF-8 with a mark, UTF-16 with and without, and Windows-1252 with a warning', async () => {
  const text = 'name,url,username,password\nÉté,https://e.example,é,mot'
  const wide = (mark: number[]) =>
    new Uint8Array([...mark, ...[...text].flatMap((l) => [l.charCodeAt(0) & 255, l.charCodeAt(0) >> 8])])
  for (const file of [new Uint8Array([0xef, 0xbb, 0xbf, ...bytes(text)]), wide([0xff, 0xfe]), wide([])]) {
    const { format, logins, problems } = await read(file)
    expect([format, logins[0]?.name, problems]).toEqual(['chrome', 'Été', []])
  }
  const latin = await read(Uint8Array.from(text, (letter) => letter.charCodeAt(0)))
  expect(latin.logins[0]?.name).toBe('Été')
  expect(latin.problems).toMatchObject([{ code: 'letters-lost' }])
})

test('an empty file, a picture and a table without passwords are refused, each by its own code', async () => {
  await expect(read('')).rejects.toMatchObject({ code: 'import-empty' })
  await expect(read('name,url,username,password\n')).rejects.toMatchObject({ code: 'import-empty' })
  await expect(read('a,b\n1,2')).rejects.toMatchObject({ code: 'import-unknown-format' })
  await expect(read(new Uint8Array([0x89, 0x50, 0, 0, 1, 2]))).rejects.toMatchObject({ code: 'import-not-logins' })
})
