import type { Address } from '../../../shared/vault/item.ts'
import type { Clash, ItemFields, MergedField } from '../../messages/views.ts'

/**
 * The smallest unit of a merge: one text field, one address with its realm (the value is its match rule), or one custom field by its
 * label. `key` identifies it in every version of the item.
 */
export type Atom = { key: string; field: keyof ItemFields; label: string; value: string; url: Address | null }
export type Merged = { fields: ItemFields; clashes: Clash[]; taken: MergedField[] }

const texts = ['name', 'username', 'password', 'totp', 'notes'] as const

type Atoms = ReadonlyMap<string, Atom>

/** Returns the atoms of an item by key. Addresses are a set; custom fields with the same label are told apart by their number. */
export function atomsOf(fields: ItemFields | null): Atoms {
  const atoms = new Map<string, Atom>()
  if (fields === null) return atoms
  for (const field of texts) atoms.set(field, { key: field, field, label: '', value: fields[field], url: null })
  const sends = fields.afterFill === 'send' ? fields.afterFill : ''
  atoms.set('afterFill', { key: 'afterFill', field: 'afterFill', label: '', value: sends, url: null })
  for (const url of fields.urls) {
    const label = url.realm === '' ? url.address : `${url.address}\n${url.realm}`
    atoms.set(`urls ${label}`, { key: `urls ${label}`, field: 'urls', label, value: url.match, url })
  }
  for (const { label, value } of fields.custom) {
    let turn = 1
    while (atoms.has(`custom ${String(turn)} ${label}`)) turn += 1
    const key = `custom ${String(turn)} ${label}`
    atoms.set(key, { key, field: 'custom', label, value, url: null })
  }
  return atoms
}

/** Returns whether two versions of an item have the same values, with addresses and custom fields in the same order. */
export const isSame = (one: ItemFields, other: ItemFields): boolean =>
  texts.every((field) => one[field] === other[field]) &&
  one.afterFill === other.afterFill &&
  JSON.stringify(listsOf(one)) === JSON.stringify(listsOf(other))

const listsOf = ({ urls, custom }: ItemFields) => [
  urls.map(({ address, match, realm }) => [address, match, realm]),
  custom.map(({ label, value }) => [label, value]),
]

/**
 * Returns the three-way merge of one item, atom by atom. Nothing with clashes is written before a person has chosen.
 * @param base what both sides started from; null where it is not known, so that every difference is a clash
 * @param tried earlier versions of `mine` that may have been sent: a value of theirs that equals one of them is not their change
 * @param chosen keys of the clashes that take their value; in `fields` every other clash takes mine
 */
export function merge(
  base: ItemFields | null,
  mine: ItemFields,
  theirs: ItemFields,
  { tried = [], theirs: chosen = new Set() }: { tried?: readonly ItemFields[]; theirs?: ReadonlySet<string> } = {},
): Merged {
  const [b, m, t] = [atomsOf(base), atomsOf(mine), atomsOf(theirs)]
  const triedAtoms = tried.map(atomsOf)
  const kept = new Map<string, Atom>()
  const clashes: Clash[] = []
  const taken: MergedField[] = []
  const baseValue = (key: string): string | null | undefined => {
    const now = valueAt(t, key)
    if (triedAtoms.some((one) => valueAt(one, key) === now)) return now
    return base === null ? undefined : valueAt(b, key)
  }
  for (const [key, { field, label }] of new Map([...b, ...t, ...m])) {
    const [old, my, their] = [baseValue(key), valueAt(m, key), valueAt(t, key)]
    const mineStands = my === their || their === old
    const clash = !mineStands && my !== old
    if (clash) clashes.push({ key, field, label, mine: my, theirs: their })
    else if (my !== their) taken.push({ key, field, label, from: mineStands ? 'mine' : 'theirs' })
    const atom = (mineStands || (clash && !chosen.has(key)) ? m : t).get(key)
    if (atom !== undefined) kept.set(key, atom)
  }
  const order = (field: keyof ItemFields) =>
    orderKeys(keysIn(b, field), keysIn(m, field), keysIn(t, field), keysIn(kept, field)).flatMap(
      (key) => kept.get(key) ?? [],
    )
  const text = (field: (typeof texts)[number]) => kept.get(field)?.value ?? ''
  const fields = {
    name: text('name'),
    username: text('username'),
    password: text('password'),
    urls: order('urls').flatMap(({ url }) => url ?? []),
    custom: order('custom').map(({ label, value }) => ({ label, value })),
    totp: text('totp'),
    afterFill: kept.get('afterFill')?.value === 'send' ? ('send' as const) : ('stay' as const),
    notes: text('notes'),
  }
  return { fields, clashes, taken }
}

const valueAt = (atoms: Atoms, key: string) => atoms.get(key)?.value ?? null
const keysIn = (atoms: Atoms, field: keyof ItemFields) =>
  [...atoms.values()].flatMap((atom) => (atom.field === field ? [atom.key] : []))
const sameKeys = (one: readonly string[], other: readonly string[]) =>
  one.length === other.length && one.every((key, at) => key === other[at])

/**
 * Returns the kept keys in the order of the side that changed the order; where both or neither did, in the base's order. New keys
 * come last, sorted by name, so that both sides arrive at the same order.
 */
function orderKeys(base: string[], mine: string[], theirs: string[], kept: string[]): string[] {
  const hasMoved = (side: string[]) =>
    !sameKeys(
      side.filter((key) => base.includes(key)),
      base.filter((key) => side.includes(key)),
    )
  const lead =
    sameKeys(theirs, base) || sameKeys(theirs, mine)
      ? mine
      : sameKeys(mine, base)
        ? theirs
        : hasMoved(mine) === hasMoved(theirs)
          ? base
          : hasMoved(mine)
            ? mine
            : theirs
  return [...lead.filter((key) => kept.includes(key)), ...kept.filter((key) => !lead.includes(key)).sort()]
}
