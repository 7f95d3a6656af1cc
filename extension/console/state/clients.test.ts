import { expect, test } from 'vitest'
import { newFolderId } from '../../../shared/bytes/ids.ts'
import { plainClient } from '../../../shared/vault/about-client.ts'
import type { FolderView } from '../../messages/views.ts'
import { clientText, contractState, everyClient, filterClients, isDescribed, orderClients } from './clients.ts'
import type { ClientRow } from './clients.ts'

const now = new Date(2026, 11, 3, 12).getTime()
const DAY = 24 * 3_600_000
const folder: FolderView = {
  folder: newFolderId(),
  parent: null,
  name: '',
  hue: 0,
  about: null,
  level: 'manage',
  grants: [],
  unseenAbove: 0,
  stale: false,
  closed: 'no',
  archived: 'no',
  witnessed: false,
  personal: null,
  refused: null,
  mayAnchor: false,
  hasRegister: false,
  items: 0,
}
const client = (name: string, more: Partial<ClientRow> = {}): ClientRow => ({
  folder,
  name,
  path: 'Banques',
  ends: null,
  sensitive: false,
  contact: '',
  logins: { seen: 0, more: false },
  people: { seen: 0, more: false },
  ...more,
})
const all = [
  client('Azur', { ends: now - DAY, contact: 'Zoé Martin' }),
  client('Boréale', { ends: now + 12 * DAY, sensitive: true }),
  client('Client 2', { ends: now + 90 * DAY }),
  client('Client 10', { logins: { seen: 9, more: true } }),
]
const names = (rows: readonly ClientRow[]) => rows.map(({ name }) => name).join(', ')

test('a colour alone describes no client; any other word does', () => {
  expect(isDescribed(null)).toBe(false)
  expect(isDescribed(plainClient(7))).toBe(false)
  for (const more of [{ start: '2026-01-01' }, { end: '2026-01-01' }, { sensitive: true }, { contact: 'x' }])
    expect(isDescribed({ ...plainClient(7), ...more })).toBe(true)
})

test('clients are filtered by sensitivity and by where the contract stands', () => {
  const filtered = (part: Partial<typeof everyClient>) => names(filterClients(all, { ...everyClient, ...part }, now))
  expect(filtered({})).toBe('Azur, Boréale, Client 2, Client 10')
  expect(filtered({ contract: 'over' })).toBe('Azur')
  expect(filtered({ contract: 'soon' })).toBe('Boréale')
  expect(filtered({ contract: 'later' })).toBe('Client 2')
  expect(filtered({ contract: 'none' })).toBe('Client 10')
  expect(filtered({ sensitivity: 'high' })).toBe('Boréale')
  expect(filtered({ sensitivity: 'usual', contract: 'soon' })).toBe('')
  expect(contractState(now, now)).toBe('over')
})

test('clients are ordered by each column; what is not known comes last, either way', () => {
  expect(names(orderClients(all, { by: 'ends', backwards: false }))).toBe('Azur, Boréale, Client 2, Client 10')
  expect(names(orderClients(all, { by: 'ends', backwards: true }))).toBe('Client 2, Boréale, Azur, Client 10')
  expect(names(orderClients(all, { by: 'name', backwards: true }))).toBe('Client 10, Client 2, Boréale, Azur')
  expect(names(orderClients(all, { by: 'logins', backwards: true }))).toBe('Client 10, Azur, Boréale, Client 2')
  expect(names(orderClients(all, { by: 'sensitive', backwards: false }))).toBe('Boréale, Azur, Client 2, Client 10')
})

test('a client is found by its contact, without accents', () => {
  expect(all.filter((row) => clientText(row).includes('zoe')).length).toBe(1)
})
