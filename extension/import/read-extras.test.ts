import { strToU8, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { Failure } from '../../shared/bytes/failure.ts'
import { newItemId } from '../../shared/bytes/ids.ts'
import { sealExport } from '../export/seal-export.ts'
import { toCxf } from '../export/to-cxf.ts'
import type { ItemFields } from '../messages/item-fields.ts'
import { detectFormat, readFile } from './read-file.ts'
import { toFields } from './to-fields.ts'

// Nothing is lost silently: what formats gain, our own export, and files that are no export at all.
const none = { password: null, keyFile: null }
const bytesOf = (value: unknown) => new TextEncoder().encode(JSON.stringify(value))

test('CXF: what has no place of its own is kept under its name, or named as left out', async () => {
  const file = bytesOf({
    accounts: [
      {
        id: 'YQ',
        collections: [],
        items: [
          {
            id: 'aTE',
            title: 'Portail',
            creationAt: 5,
            favorite: true,
            reviewBy: '2027-01-01',
            credentials: [
              { type: 'basic-auth', username: { value: 'ines' }, password: { value: 'x' }, hint: 'bleu' },
              { type: 'totp', secret: 'GEZDGNBVGY3TQOJQ', issuer: 'Azur' },
              { type: 'custom-fields', label: 'Appel', fields: [{ label: 'PIN', value: '1234' }] },
              { type: 'wifi', ssid: { value: 'Accueil' } },
            ],
            extensions: [{ name: 'other.example' }],
          },
        ],
      },
    ],
  })
  const { logins, problems } = await readFile(file, 'cxf', none)
  expect(logins[0]?.custom).toEqual([
    { label: 'hint', value: 'bleu' },
    { label: 'issuer', value: 'Azur' },
    { label: 'Appel: PIN', value: '1234' },
    { label: 'ssid', value: 'Accueil' },
    { label: 'reviewBy', value: '2027-01-01' },
  ])
  expect(problems).toEqual([
    { at: null, name: '', code: 'columns-left', what: 'creationAt, favorite' },
    { at: 1, name: 'Portail', code: 'extension-left', what: 'other.example' },
  ])
})

test('Bitwarden: fields that it gains later are kept, attachments are named, and what is archived says so', async () => {
  const later = {
    id: 'i',
    type: 9,
    name: 'Compte',
    favorite: true,
    archivedDate: '2026-01-01T00:00:00Z',
    bankAccount: { iban: 'FR76' },
    attachments: [{ id: 'a', fileName: 'rib.pdf' }],
  }
  const { logins, problems } = await readFile(bytesOf({ folders: [], items: [later] }), 'bitwarden', none)
  expect(logins[0]).toMatchObject({
    custom: [{ label: 'bankAccount', value: '{"iban":"FR76"}' }],
    tags: ['archived'],
  })
  expect(problems).toEqual([{ at: 1, name: 'Compte', code: 'file-left', what: 'rib.pdf' }])
})

test('our own encrypted export comes back with all that its logins hold, and with its passphrase alone', async () => {
  const fields: ItemFields = {
    kind: 'host',
    name: 'Serveur',
    username: 'ines',
    password: 'Bleu-42',
    notes: 'Ligne',
    custom: [{ label: 'PIN', value: '1234' }],
    totp: 'GEZDGNBVGY3TQOJQ',
    afterFill: 'send',
    tags: ['chat'],
    urls: [{ address: 'sftp://files.example:22', match: 'host', realm: 'Zone' }],
    files: [{ name: 'a.txt', type: '', bytes: 'Qm9uam91cg' }],
  }
  const history = [{ password: 'Bleu-41', until: 5 }]
  const content = toCxf(
    [
      { folder: 'a', parent: null, name: 'Clients', logins: [] },
      { folder: 'b', parent: 'a', name: 'Azur', logins: [{ item: newItemId(), fields, history }] },
    ],
    { orgName: 'Atlas', person: 'Odile', email: '', at: 5 },
  )
  const file = await sealExport(content, 'cinq mots sans aucun lien')
  expect(detectFormat(file)).toBe('cloison')
  const { logins, folders } = await readFile(file, 'cloison', { ...none, password: 'cinq mots sans aucun lien' })
  expect(folders).toEqual([['Clients'], ['Clients', 'Azur']])
  expect(logins.map((login) => [login.folder, toFields(login, 9)])).toEqual([
    [['Clients', 'Azur'], { fields, history, problems: [] }],
  ])
  await expect(readFile(file, 'cloison', none)).rejects.toMatchObject({ code: 'import-needs-password' })
  await expect(readFile(file, 'cloison', { ...none, password: 'another passphrase' })).rejects.toMatchObject({
    code: 'import-wrong-password',
  })
})

test('what is no export of logins is refused by what it is', () => {
  const zip = (...names: string[]) =>
    new Uint8Array(zipSync(Object.fromEntries(names.map((name) => [name, strToU8('x')]))))
  const code = (file: Uint8Array<ArrayBuffer>) => {
    try {
      return detectFormat(file)
    } catch (error) {
      return error instanceof Failure ? error.code : error
    }
  }
  const text = (start: string) => new TextEncoder().encode(start)
  expect(code(zip('data.json', 'attachments/a'))).toBe('import-other-archive')
  expect(code(zip('[Content_Types].xml', 'xl/workbook.xml'))).toBe('import-spreadsheet')
  expect(code(zip('content.xml'))).toBe('import-spreadsheet')
  expect(code(zip('export.data'))).toBe('1password')
  expect(code(new Uint8Array([0x03, 0xd9, 0xa2, 0x9a, 0x65, 0xfb, 0x4b, 0xb5]))).toBe('import-old-keepass')
  expect(code(new Uint8Array([0x03, 0xd9, 0xa2, 0x9a, 0x67, 0xfb, 0x4b, 0xb5]))).toBe('keepass')
  expect(code(text('%PDF-1.7'))).toBe('import-not-logins')
  expect(code(text('<!DOCTYPE html><p>x'))).toBe('import-not-logins')
  expect(code(new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 0x0d]))).toBe('import-not-logins')
})

test('an archive that is none of 1Password is refused also where a person says that it is', async () => {
  const archive = new Uint8Array(zipSync({ 'data.json': strToU8('{}') }))
  await expect(readFile(archive, '1password', none)).rejects.toMatchObject({ code: 'import-other-archive' })
})
