import { mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { sealExport } from '../extension/export/seal-export.ts'
import { toCxf } from '../extension/export/to-cxf.ts'
import { readCxf } from '../extension/import/cxf.ts'
import { noFields } from '../extension/messages/item-fields.ts'
import { newItemId } from '../shared/bytes/ids.ts'
import { openExport } from './opened.ts'

const passphrase = 'cinq mots sans aucun lien'
const login = {
  item: newItemId(),
  fields: {
    ...noFields,
    name: '=Portail',
    username: 'ines',
    password: 'Bleu-42',
    totp: 'otpauth://totp/x?secret=GEZDGNBVGY3TQOJQ&digits=8',
    notes: 'Ligne',
    custom: [{ label: 'PIN', value: '1234' }],
    urls: [{ address: 'https://azur.example', match: 'host' as const, realm: '' }],
    tags: ['chat'],
  },
  history: [{ password: 'Bleu-41', until: 5 }],
}
const content = toCxf(
  [
    { folder: 'a', parent: null, name: 'Clients', logins: [] },
    { folder: 'b', parent: 'a', name: 'Azur', logins: [login] },
  ],
  { orgName: 'Atlas', person: 'Odile', email: 'odile@atlas.example', at: 1_700_000_000_000 },
)

async function sealed() {
  const folder = mkdtempSync(join(tmpdir(), 'cloison-export-'))
  writeFileSync(join(folder, 'logins.age'), await sealExport(content, passphrase))
  const open = (out: string, typed = passphrase) =>
    openExport(['logins.age', out], folder, () => Promise.resolve(typed))
  return { folder, open }
}

test('an export opens with its passphrase, without server or extension, and holds all that the logins hold', async () => {
  const { folder, open } = await sealed()
  expect(await open('out.json')).toMatchObject({ code: 0 })
  const written = JSON.parse(readFileSync(join(folder, 'out.json'), 'utf8'))
  expect(written.accounts[0].items[0].extensions[0]).toEqual({
    name: 'cloison',
    fields: login.fields,
    history: login.history,
  })
  expect(statSync(join(folder, 'out.json')).mode & 0o777).toBe(0o600)
  expect(await open('out.csv')).toMatchObject({ code: 0 })
  // A name that begins as a formula does is no formula in the table.
  expect(readFileSync(join(folder, 'out.csv'), 'utf8')).toContain(
    "Clients/Azur,'=Portail,https://azur.example,ines,Bleu-42",
  )
})

test('a wrong passphrase opens nothing, and no file is ever written over', async () => {
  const { folder, open } = await sealed()
  expect(await open('out.json', 'another passphrase')).toMatchObject({ code: 1 })
  writeFileSync(join(folder, 'there.csv'), 'mine')
  expect(await open('there.csv')).toMatchObject({ code: 1 })
  expect(readFileSync(join(folder, 'there.csv'), 'utf8')).toBe('mine')
  expect(await open('out.txt')).toMatchObject({ code: 2 })
})

test('a short passphrase seals nothing', async () => {
  await expect(sealExport(content, 'fifteen letters')).rejects.toMatchObject({ code: 'export-short-passphrase' })
})

test('what others read of it by the format alone has folder, name, username, password, code, notes and fields', () => {
  const accounts = content.accounts.map((one) => ({
    ...one,
    items: one.items.map((item) => ({ ...item, extensions: [] })),
  }))
  const { logins, folders, problems } = readCxf({ ...content, accounts })
  expect(folders).toEqual([['Clients'], ['Clients', 'Azur']])
  expect(logins).toMatchObject([
    {
      folder: ['Clients', 'Azur'],
      name: '=Portail',
      username: 'ines',
      password: 'Bleu-42',
      totp: 'otpauth://totp/?secret=GEZDGNBVGY3TQOJQ&algorithm=SHA1&digits=8&period=30',
      notes: 'Ligne',
      custom: [{ label: 'PIN', value: '1234' }],
      tags: ['chat'],
    },
  ])
  expect(problems).toEqual([])
})
