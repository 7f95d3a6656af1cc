import { expect, test } from 'vitest'
import { folderId, itemId } from '../../shared/protocol/primitives.ts'
import type { LoginRow } from '../messages/views.ts'
import { fold } from '../ui/fold.ts'
import { arrangeLogins } from './sections.ts'

const LETTERS = 'abcdefghijklmnopqrstuvwxyz'
const id = (n: number) => `${'A'.repeat(18)}${[...String(n).padStart(3, '0')].map((d) => LETTERS[Number(d)]).join('')}A`

function login(n: number, name: string, username = '', path: string[] = ['Nord']): LoginRow {
  const folder = folderId.parse(id(0))
  return {
    folder,
    item: itemId.parse(id(n)),
    name,
    username,
    path,
    client: { folder, name: path.at(-1) ?? '', hue: 0 },
    unsent: null,
  }
}

const bank = login(1, 'Crédit Forêt', 'agent12')
const shop = login(2, 'Bœuf & Cie', 'léa@shop.example', ['Nord', 'Épicerie'])
const phone = login(3, 'Télécom', 'agent7', ['Sud'])
const names = (view: { next: LoginRow[]; here: LoginRow[]; recent: LoginRow[]; all: LoginRow[] }, query: string) =>
  arrangeLogins(view, query).sections.map(({ of, rows }) => [of, ...rows.map(({ name }) => name)])

test('each login is listed once: under this page, otherwise under recent, otherwise under all', () => {
  const view = { next: [], here: [bank], recent: [bank, phone], all: [shop, bank, phone] }
  expect(names(view, '')).toEqual([
    ['here', 'Crédit Forêt'],
    ['recent', 'Télécom'],
    ['all', 'Bœuf & Cie'],
  ])
})

test('the login whose one-time code the tab waits for comes first', () => {
  const view = { next: [phone], here: [bank, phone], recent: [phone], all: [bank, phone] }
  expect(names(view, '')).toEqual([
    ['next', 'Télécom'],
    ['here', 'Crédit Forêt'],
  ])
})

test('typed words find names, usernames and folders, without accents and in any order', () => {
  const view = { next: [], here: [bank], recent: [], all: [bank, shop, phone] }
  expect(names(view, 'foret cred')).toEqual([['here', 'Crédit Forêt']])
  expect(names(view, 'EPICERIE boeuf')).toEqual([['found', 'Bœuf & Cie']])
  expect(names(view, 'agent')).toEqual([
    ['here', 'Crédit Forêt'],
    ['found', 'Télécom'],
  ])
  expect(names(view, 'agent nord sud')).toEqual([])
})

test('of many logins a hundred are shown, and the others are counted', () => {
  const all = Array.from({ length: 250 }, (_, n) => login(n, `Portal ${String(n)}`))
  const { sections, hidden } = arrangeLogins({ next: [], here: all.slice(0, 3), recent: [], all }, '')
  expect(sections.map(({ rows }) => rows.length)).toEqual([3, 97])
  expect(hidden).toBe(150)
})

test('a name with a ligature is found by its letters', () => {
  expect(fold('Cœur STRASSE Straße')).toBe('coeur strasse strasse')
})
