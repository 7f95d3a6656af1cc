import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ImportRow } from '../../extension/messages/import-logins.ts'
import { shelfOf } from '../../extension/keeper/vault/vault.ts'
import { newItemId } from '../../shared/bytes/ids.ts'
import type { FolderId } from '../../shared/bytes/ids.ts'
import type { Stack } from '../stack.ts'
import { between, fieldsOf, hire, losing, newFolder, newOrg, save } from './org.ts'
import { itemsIn, refresh, sign } from './person.ts'
import type { Person } from './person.ts'

let stack: Stack
let owner: Person
let folder: FolderId

beforeAll(async () => {
  ;({ stack, owner } = await newOrg())
  folder = await newFolder(owner, 'Azur')
})
afterAll(() => stack.stop())

const row = (name: string, password = 'Bleu-42'): ImportRow => ({
  item: newItemId(),
  fields: fieldsOf(name, password),
  history: [],
})
const rows = (count: number, name = 'Portail') => Array.from({ length: count }, (_, at) => row(`${name}-${at}`))
const send = (by: Person, to: FolderId, logins: ImportRow[]) =>
  by.ask['items.import']({ batches: [{ folder: to, logins }] }, '')
const entriesOf = ({ keeper }: Person, of: FolderId) => shelfOf(keeper.needOpen().vault, of).journal.head.sequence

test('many logins are made under one signature, and a colleague reads each, with its earlier passwords', async () => {
  const hired = await hire(stack, owner, 'Ines')
  await sign(owner, { do: 'grant', folder, to: { kind: 'member', id: hired.member }, level: 'read' })
  const logins = rows(500)
  logins[0] = { ...row('Ancien'), history: [{ password: 'Bleu-41', until: 5 }] }
  const before = entriesOf(owner, folder)
  expect(await send(owner, folder, logins)).toEqual({ made: 500, refused: [] })
  expect(entriesOf(owner, folder)).toBe(before + 1)
  await refresh(hired.person)
  const item = logins[7]?.item ?? newItemId()
  expect((await hired.person.ask['item.read']({ folder, item }, '')).fields).toEqual(logins[7]?.fields)
  expect(await itemsIn(hired.person, folder)).toMatchObject({
    items: expect.objectContaining({ length: 500 }),
  })
  await expect(send(hired.person, folder, rows(1))).rejects.toMatchObject({ code: 'not-allowed' })
})

test('an import whose answer was lost makes nothing twice, then or when it is sent again', async () => {
  const to = await newFolder(owner, 'Perdu')
  const logins = rows(20)
  const honest = losing(owner, 'POST', '/api/journal')
  await send(owner, to, logins).catch(() => undefined)
  honest()
  expect(await send(owner, to, logins)).toEqual({ made: 20, refused: [] })
  await refresh(owner)
  expect(await itemsIn(owner, to)).toMatchObject({ items: expect.objectContaining({ length: 20 }) })
})

test('a login that no server takes is refused by its id, and the others are made', async () => {
  const to = await newFolder(owner, 'Grand')
  const big = row('Grand')
  big.fields = {
    ...big.fields,
    notes: '\u20ac'.repeat(20_000),
    custom: Array.from({ length: 20 }, () => ({ label: 'a', value: '\u20ac'.repeat(5_000) })),
  }
  const { made, refused } = await send(owner, to, [big, row('Petit')])
  expect([made, refused]).toEqual([1, [{ item: big.item, code: 'login-too-large' }]])
})

test('what a folder has already is recognised by name, username, address and password', async () => {
  const to = await newFolder(owner, 'Connu')
  await save(owner, to, 'Portail')
  const known = (name: string, password: string) => ({
    name,
    username: `${name}-user`,
    address: `https://${name.toLowerCase()}.example/login`,
    password,
  })
  const logins = [known('Portail', 'Brume-81'), known('Portail', 'Autre'), known('Extranet', 'Brume-81')]
  expect(await owner.ask['items.known']({ folder: to, logins }, '')).toEqual({ known: [0] })
  await sign(owner, { do: 'witness-folder', folder: to, witnessed: true })
  const asked: string[] = []
  const honest = between(owner, ({ path }, pass) => (asked.push(path), pass()))
  // In a witnessed folder no secret is fetched for it: each would be a recorded use.
  expect(await owner.ask['items.known']({ folder: to, logins: logins.slice(1) }, '')).toEqual({ known: [0] })
  honest()
  expect(asked).toEqual([])
})
