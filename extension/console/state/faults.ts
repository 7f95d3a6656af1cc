import type { ItemFields } from '../../messages/views.ts'
import { addressFaults, type AddressFault } from './addresses.ts'

export type Faults = { name: boolean; urls: ReadonlyMap<number, AddressFault>; labels: ReadonlySet<number> }

/** What is wrong with a form, by its place; null when it may be saved. */
export function faultsOf({ name, urls, custom }: ItemFields): Faults | null {
  const labels = custom.flatMap(({ label, value }, at) => (label.trim() === '' && value !== '' ? [at] : []))
  const faults = { name: name.trim() === '', urls: addressFaults(urls), labels: new Set(labels) }
  return faults.name || faults.urls.size > 0 || faults.labels.size > 0 ? faults : null
}
