import { common } from '../../words/common.ts'

/** The most names of a list in a sentence; the others are counted. */
const MOST = 5

/** Says the first names of a list, and how many more there are. */
export function firstNames(names: readonly string[]): string {
  const more = names.length - MOST
  return [...names.slice(0, MOST), ...(more > 0 ? [common().andMore(more)] : [])].join(', ')
}
