import { signal } from '@preact/signals'
import type { ItemRow } from '../../messages/views.ts'
import { orderRows } from './order.ts'

export const itemOrders = ['name', 'newest', 'oldest', 'username'] as const
export type ItemOrder = (typeof itemOrders)[number]

/** In which order a folder's logins are listed, in every folder until the page closes. */
export const itemOrder = signal<ItemOrder>('name')

/** The rows, which come by name, in that order: by their last change, or by username with those that have none at the end. */
export function orderItems(rows: readonly ItemRow[], order: ItemOrder): readonly ItemRow[] {
  if (order === 'name') return rows
  if (order === 'username') return orderRows(rows, ({ username }) => username || null, false)
  return orderRows(rows, ({ changedAt }) => changedAt, order === 'newest')
}
