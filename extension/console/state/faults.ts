import type { ItemFields } from '../../messages/views.ts'
import { goodAddress } from './fields.ts'

export type Faults = { name: boolean; urls: ReadonlySet<number>; labels: ReadonlySet<number> }

const where = <T>(all: readonly T[], wrong: (each: T) => boolean): ReadonlySet<number> =>
  new Set(all.flatMap((each, at) => (wrong(each) ? [at] : [])))

/** What is wrong with a form, by its place; null when it may be saved. */
export function faultsOf({ name, urls, custom }: ItemFields): Faults | null {
  const faults = {
    name: name.trim() === '',
    urls: where(urls, (url) => !goodAddress(url)),
    labels: where(custom, ({ label, value }) => label.trim() === '' && value !== ''),
  }
  return faults.name || faults.urls.size > 0 || faults.labels.size > 0 ? faults : null
}
