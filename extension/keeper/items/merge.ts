import type { Address } from '../../../shared/vault/item.ts'
import { kind } from '../../messages/item-fields.ts'
import type { Clash, ItemFields, MergedField } from '../../messages/views.ts'

/**
 * The smallest unit of a merge: one text field, one address with its realm (the value is its match rule), one tag, or one custom field or
 * file by its label. `key` identifies it in every version of the item.
 */
export type Atom = { key: string; field: keyof ItemFields; label: string; value: string; url: Address | null }
export type Merged = { fields: ItemFields; clashes: Clash[]; taken: MergedField[] }

const texts = ['name', 'username', 'password', 'totp', 'notes'] as const

type Atoms = ReadonlyMap<string, Atom>

/** Returns the atoms of an item by key. Addresses and tags are sets; extra fields and files of one name are told apart by their number. */
export function atomsOf(fields: ItemFields | null): Atoms {
  const atoms = new Map<string, Atom>()
  if (fields === null) return atoms
  for (const field of texts) atoms.set(field, { key: field, field, label: '', value: fields[field], url: null })
  const kind = fields.kind === 'login' ? '' : fields.kind
  atoms.set('kind', { key: 'kind', field: 'kind', label: '', value: kind, url: null })
  const sends = fields.afterFill === 'send' ? fields.afterFill : ''
  atoms.set('afterFill', { key: 'afterFill', field: 'afterFill', label: '', value: sends, url: null })
  for (const url of fields.urls) {
    const label = url.realm === '' ? url.address : `${url.address}\n${url.realm}`
    atoms.set(`urls ${label}`, { key: `urls ${label}`, field: 'urls', label, value: url.match, url })
  }
  for (const tag of fields.tags)
    atoms.set(`tags ${tag}`, { key: `tags ${tag}`, field: 'tags', label: tag, value: tag, url: null })
  const addNumbered = (field: 'custom' | 'files', label: string, value: string) => {
    let turn = 1
    while (atoms.has(`${field} ${String(turn)} ${label}`)) turn += 1
    const key = `${field} ${String(turn)} ${label}`
    atoms.set(key, { key, field, label, value, url: null })
  }
  for (const { label, value } of fields.custom) addNumbered('custom', label, value)
  for (const { name, type, bytes } of fields.files) addNumbered('files', name, `${bytes}\n${type}`)
  return atoms
}

/** Returns the file of an atom's value: base64url has no line break. */
function fileOf({ label: name, value }: Atom): ItemFields['files'][number] {
  const end = value.indexOf('\n')
  return { name, type: value.slice(end + 1), bytes: value.slice(0, end) }
}

/** Returns whether two versions of an item have the same values, with all that is a list in the same order. */
export const isSame = (one: ItemFields, other: ItemFields): boolean =>
  texts.every((field) => one[field] === other[field]) &&
  one.afterFill === other.afterFill &&
  one.kind === other.kind &&
  JSON.stringify(listsOf(one)) === JSON.stringify(listsOf(other))

const listsOf = ({ urls, custom, tags, files }: ItemFields) => [
  urls.map(({ address, match, realm }) => [address, match, realm]),
  custom.map(({ label, value }) => [label, value]),
  tags,
  files.map(({ name, type, bytes }) => [name, type, bytes]),
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
    kind: kind.safeParse(kept.get('kind')?.value).data ?? ('login' as const),
    name: text('name'),
    username: text('username'),
    password: text('password'),
    urls: order('urls').flatMap(({ url }) => url ?? []),
    custom: order('custom').map(({ label, value }) => ({ label, value })),
    totp: text('totp'),
    afterFill: kept.get('afterFill')?.value === 'send' ? ('send' as const) : ('stay' as const),
    notes: text('notes'),
    tags: order('tags').map(({ label }) => label),
    files: order('files').map(fileOf),
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
