import { createCipheriv, createHmac, pbkdf2Sync } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { strToU8, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { detectFormat, readFile } from './read-file.ts'

const none = { password: null, keyFile: null }
const bytesOf = (value: unknown) => new TextEncoder().encode(JSON.stringify(value))
const fixture = (name: string) => new Uint8Array(readFileSync(`extension/import/testing/${name}`))

const bitwarden = {
  encrypted: false,
  collections: [
    { id: 'c1', organizationId: 'o', name: 'Clients', externalId: null },
    { id: 'c2', organizationId: 'o', name: 'Clients/Azur', externalId: null },
  ],
  items: [
    {
      id: 'i1',
      organizationId: 'o',
      folderId: null,
      type: 1,
      name: 'Portail',
      notes: null,
      favorite: false,
      fields: [
        { name: 'PIN', value: '1234', type: 1 },
        { name: 'lié', value: null, type: 3, linkedId: 100 },
      ],
      login: {
        uris: [
          { match: 1, uri: 'https://azur.example/login' },
          { match: 4, uri: '^https://x' },
        ],
        username: 'ines',
        password: 'Bleu-42',
        totp: null,
        fido2Credentials: [{ credentialId: 'x' }],
      },
      passwordHistory: [{ lastUsedDate: '2026-01-02T03:04:05.000Z', password: 'Bleu-41' }],
      collectionIds: ['c2', 'c1'],
    },
    { id: 'i2', type: 3, name: 'Carte', card: { brand: 'Visa', number: '4111' }, collectionIds: ['c1'] },
    { id: 'i3', type: 1, name: 'Parti', deletedDate: '2026-01-01T00:00:00Z', login: {}, collectionIds: ['c1'] },
    { nonsense: true },
  ],
}

test('Bitwarden: nested collections, rules of addresses, history; what is left out is named', async () => {
  const file = bytesOf(bitwarden)
  expect(detectFormat(file)).toBe('bitwarden')
  const { logins, folders, problems } = await readFile(file, 'bitwarden', none)
  expect(folders).toEqual([['Clients'], ['Clients', 'Azur']])
  expect(logins).toMatchObject([
    {
      folder: ['Clients', 'Azur'],
      username: 'ines',
      password: 'Bleu-42',
      urls: [
        { address: 'https://azur.example/login', match: 'host' },
        { address: '^https://x', match: null },
      ],
      custom: [{ label: 'PIN', value: '1234' }],
      history: [{ password: 'Bleu-41', at: Date.parse('2026-01-02T03:04:05.000Z') }],
    },
    {
      kind: 'note',
      name: 'Carte',
      custom: [
        { label: 'brand', value: 'Visa' },
        { label: 'number', value: '4111' },
      ],
    },
  ])
  expect(problems.map(({ at, code }) => [at, code])).toEqual([
    [1, 'several-folders'],
    [1, 'reference-left'],
    [1, 'match-changed'],
    [1, 'passkey-left'],
    [3, 'deleted-left'],
    [4, 'entry-unreadable'],
  ])
})

/** What Bitwarden's own clients write, by its documents: PBKDF2, HKDF-Expand, AES-CBC and HMAC. */
function protect(value: unknown, password: string) {
  const salt = 'c2FsdA=='
  const iterations = 1_000
  const key = pbkdf2Sync(password, salt, iterations, 32, 'sha256')
  const expand = (info: string) =>
    createHmac('sha256', key)
      .update(info)
      .update(Buffer.from([1]))
      .digest()
  const iv = Buffer.alloc(16, 7)
  const cipher = createCipheriv('aes-256-cbc', expand('enc'), iv)
  const data = Buffer.concat([cipher.update(JSON.stringify(value)), cipher.final()])
  const mac = createHmac('sha256', expand('mac')).update(iv).update(data).digest()
  const [a, b, c] = [iv, data, mac].map((one) => one.toString('base64'))
  return {
    encrypted: true,
    passwordProtected: true,
    salt,
    kdfType: 0,
    kdfIterations: iterations,
    data: `2.${a}|${b}|${c}`,
  }
}

test('Bitwarden: an export under a password opens with it; one that only its account opens is refused', async () => {
  const file = bytesOf(protect(bitwarden, 'right'))
  expect(detectFormat(file)).toBe('bitwarden')
  const { logins } = await readFile(file, 'bitwarden', { ...none, password: 'right' })
  expect(logins).toHaveLength(2)
  await expect(readFile(file, 'bitwarden', none)).rejects.toMatchObject({ code: 'import-needs-password' })
  await expect(readFile(file, 'bitwarden', { ...none, password: 'wrong' })).rejects.toMatchObject({
    code: 'import-wrong-password',
  })
  const own = bytesOf({ encrypted: true, encKeyValidation_DO_NOT_EDIT: '2.x', folders: [], items: [] })
  await expect(readFile(own, 'bitwarden', none)).rejects.toMatchObject({ code: 'import-account-only' })
})

test('KeePass: a KDBX 4 written by KeePassXC, and its XML, say the same; the bin is left out', async () => {
  const file = fixture('keepassxc.kdbx')
  expect(detectFormat(file)).toBe('keepass')
  const fromFile = await readFile(file, 'keepass', { ...none, password: 'demo-pass' })
  const xml = fixture('keepassxc.xml')
  expect(detectFormat(xml)).toBe('keepass-xml')
  const fromXml = await readFile(xml, 'keepass-xml', none)
  for (const { logins, folders, problems } of [fromFile, fromXml]) {
    expect(folders).toEqual([['Clients'], ['Clients', 'Azur']])
    expect(logins).toMatchObject([
      { name: 'Racine', username: 'root', password: 'Vert-7', folder: [] },
      {
        name: 'Portail',
        folder: ['Clients', 'Azur'],
        password: 'Bleu-42',
        urls: [{ address: 'https://portail.azur.example/login' }],
        notes: 'Première ligne\ndeuxième',
        history: [{ password: 'Bleu-41' }],
      },
    ])
    expect(problems).toContainEqual({ at: null, name: 'Vieux', code: 'deleted-left', what: 'Recycle Bin' })
  }
  const files = fromFile.logins[1]?.files.map(({ name, bytes }) => [name, new TextDecoder().decode(bytes)])
  expect(files).toEqual([['note.txt', 'Bonjour']])
  expect(fromXml.problems).toContainEqual({ at: null, name: '', code: 'file-left', what: 'note.txt' })
  await expect(readFile(file, 'keepass', { ...none, password: 'other' })).rejects.toMatchObject({
    code: 'import-wrong-password',
  })
  await expect(readFile(file, 'keepass', none)).rejects.toMatchObject({ code: 'import-needs-password' })
  await expect(readFile(file.slice(0, 900), 'keepass', { ...none, password: 'demo-pass' })).rejects.toMatchObject({
    code: 'import-damaged',
  })
})

test('1Password: vaults are folders; sections, one-time codes, history and files come along', async () => {
  const data = {
    accounts: [
      {
        attrs: { accountName: 'A' },
        vaults: [
          {
            attrs: { uuid: 'v', name: 'Azur' },
            items: [
              {
                uuid: 'i',
                state: 'active',
                categoryUuid: '001',
                details: {
                  loginFields: [
                    { value: 'ines', name: 'username', designation: 'username' },
                    { value: 'Bleu-42', name: 'password', designation: 'password' },
                  ],
                  notesPlain: 'Note',
                  sections: [
                    {
                      title: 'Sécurité',
                      fields: [
                        { title: 'question', id: 'q', value: { string: 'bleu' } },
                        { title: 'code', id: 't', value: { totp: 'otpauth://totp/x?secret=GEZDGNBVGY3TQOJQ' } },
                        { title: 'pièce', id: 'f', value: { file: { fileName: 'a.txt', documentId: 'doc' } } },
                      ],
                    },
                  ],
                  passwordHistory: [{ value: 'Bleu-41', time: 1_600_000_000 }],
                },
                overview: {
                  title: 'Portail',
                  url: 'https://azur.example',
                  urls: [{ url: 'https://azur.example' }],
                  tags: ['chat'],
                },
              },
              { uuid: 'j', state: 'trashed', categoryUuid: '001', overview: { title: 'Parti' }, details: {} },
            ],
          },
        ],
      },
    ],
  }
  const archive = new Uint8Array(
    zipSync({ 'export.data': strToU8(JSON.stringify(data)), 'files/doc__a.txt': strToU8('Bonjour') }),
  )
  expect(detectFormat(archive)).toBe('1password')
  const { logins, folders, problems } = await readFile(archive, '1password', none)
  expect(folders).toEqual([['Azur']])
  expect(logins).toMatchObject([
    {
      folder: ['Azur'],
      username: 'ines',
      password: 'Bleu-42',
      totp: 'otpauth://totp/x?secret=GEZDGNBVGY3TQOJQ',
      custom: [{ label: 'Sécurité: question', value: 'bleu' }],
      history: [{ password: 'Bleu-41', at: 1_600_000_000_000 }],
      tags: ['chat'],
      files: [{ name: 'a.txt' }],
    },
  ])
  expect(problems).toMatchObject([{ name: 'Parti', code: 'deleted-left' }])
})

test('CXF: nested collections, editable fields, one-time codes, fields of its own', async () => {
  const file = bytesOf({
    version: { major: 1, minor: 0 },
    exporterRpId: 'other.example',
    exporterDisplayName: 'Other',
    timestamp: 1_700_000_000,
    accounts: [
      {
        id: 'YQ',
        username: 'ines',
        email: 'ines@azur.example',
        collections: [
          {
            id: 'Yg',
            title: 'Clients',
            items: [],
            subCollections: [{ id: 'Yw', title: 'Azur', items: [{ item: 'aTE' }] }],
          },
        ],
        items: [
          {
            id: 'aTE',
            title: 'Portail',
            scope: { urls: ['https://azur.example'], androidApps: [] },
            credentials: [
              {
                type: 'basic-auth',
                username: { fieldType: 'string', value: 'ines' },
                password: { fieldType: 'concealed-string', value: 'Bleu-42' },
              },
              { type: 'totp', secret: 'GEZDGNBVGY3TQOJQ', period: 60, digits: 8, algorithm: 'sha256' },
              { type: 'custom-fields', fields: [{ fieldType: 'string', label: 'PIN', value: '1234' }] },
              { type: 'passkey', credentialId: 'x' },
            ],
            tags: ['chat'],
          },
        ],
      },
    ],
  })
  expect(detectFormat(file)).toBe('cxf')
  const { logins, folders, problems } = await readFile(file, 'cxf', none)
  expect(folders).toEqual([['Clients'], ['Clients', 'Azur']])
  expect(logins).toMatchObject([
    {
      folder: ['Clients', 'Azur'],
      username: 'ines',
      password: 'Bleu-42',
      totp: 'otpauth://totp/?secret=GEZDGNBVGY3TQOJQ&algorithm=SHA256&digits=8&period=60',
      custom: [{ label: 'PIN', value: '1234' }],
      tags: ['chat'],
    },
  ])
  expect(problems).toMatchObject([{ at: 1, code: 'passkey-left' }])
})

test('a truncated archive and JSON of another kind are refused', async () => {
  await expect(readFile(new Uint8Array([0x50, 0x4b, 3, 4, 1]), '1password', none)).rejects.toMatchObject({
    code: 'import-damaged',
  })
  await expect(readFile(bytesOf({ items: 3 }), 'cxf', none)).rejects.toMatchObject({ code: 'import-damaged' })
  expect(detectFormat(bytesOf({ hello: 1 }))).toBe(null)
})
