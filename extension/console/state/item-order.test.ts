import { expect, test } from 'vitest'
import { newFolderId, newItemId } from '../../../shared/bytes/ids.ts'
import type { ItemRow } from '../../messages/views.ts'
import { itemOrders, orderItems } from './item-order.ts'

const folder = newFolderId()
const row = (name: string, username: string, changedAt: number): ItemRow => ({
  folder,
  item: newItemId(),
  kind: 'login',
  name,
  username,
  tags: [],
  urls: [],
  revision: 1,
  changedAt,
  changedBy: null,
  unsent: null,
  toChange: null,
})
const rows = [row('Azur', 'zoé', 2), row('Boréal', '', 3), row('Cobalt', 'Élie', 1), row('Delta', 'fanny', 2)]

test('logins come by name, by last change either way, or by username with those that have none at the end', () => {
  const ordered = itemOrders.map((order) => [
    order,
    orderItems(rows, order)
      .map(({ name }) => name)
      .join(' '),
  ])
  expect(Object.fromEntries(ordered)).toEqual({
    name: 'Azur Boréal Cobalt Delta',
    // Equal ones stay by name.
    newest: 'Boréal Azur Delta Cobalt',
    oldest: 'Cobalt Azur Delta Boréal',
    username: 'Cobalt Delta Azur Boréal',
  })
})
