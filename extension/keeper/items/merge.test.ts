import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { ItemFields } from '../../messages/views.ts'
import { exactAddress } from '../../messages/item-fields.ts'
import { atomsOf, isSame, merge } from './merge.ts'

// Few values, so that two sides often change the same field.
const word = fc.constantFrom('', 'a', 'b', 'c')
const name = fc.constantFrom('x', 'y', 'z')
const url = fc.record({
  address: name,
  match: fc.constantFrom('origin', 'origin', 'origin', 'none'),
  realm: fc.constantFrom('', '', '', 'r'),
})
const custom = fc.record({ label: name, value: word })
const file = fc.record({ name, type: fc.constantFrom('', 't'), bytes: fc.constantFrom('AA', 'AQ') })
const itemWith = (fields: fc.Arbitrary<ItemFields['custom']>): fc.Arbitrary<ItemFields> =>
  fc.record({
    name: word,
    username: word,
    password: word,
    urls: fc.uniqueArray(url, { selector: ({ address, realm }) => `${address} ${realm}` }),
    custom: fields,
    totp: word,
    afterFill: fc.constantFrom('stay', 'send'),
    notes: word,
    kind: fc.constantFrom('login', 'login', 'note'),
    tags: fc.uniqueArray(name),
    files: fc.uniqueArray(file, { selector: (one) => one.name }),
  })
const item = itemWith(fc.uniqueArray(custom, { selector: ({ label }) => label }))
/** As `item`, but two custom fields may have the same label. */
const anyItem = itemWith(fc.array(custom, { maxLength: 4 }))
const valueAt = (fields: ItemFields, key: string) => atomsOf(fields).get(key)?.value ?? null
const keysOf = (...all: ItemFields[]) => [...new Set(all.flatMap((one) => [...atomsOf(one).keys()]))]
const changed = (base: ItemFields, side: ItemFields) =>
  keysOf(base, side).filter((key) => valueAt(base, key) !== valueAt(side, key))
const runs = { numRuns: 2_000 }
const a = exactAddress('https://a.example')
const none: ItemFields = {
  name: '',
  username: '',
  password: '',
  urls: [],
  custom: [],
  totp: '',
  notes: '',
  afterFill: 'stay' as const,
  kind: 'login' as const,
  tags: [],
  files: [],
}

test('where only one side changed something, the merge is that side, with its order', () => {
  fc.assert(
    fc.property(anyItem, anyItem, (base, side) => {
      for (const merged of [merge(base, side, base), merge(base, base, side), merge(base, side, side)]) {
        expect(merged.clashes).toEqual([])
        expect(isSame(merged.fields, side)).toBe(true)
      }
    }),
    runs,
  )
})

test('two sides that changed different fields get the same result, whoever merges', () => {
  let disjoint = 0
  fc.assert(
    fc.property(anyItem, anyItem, anyItem, (base, one, other) => {
      const [here, there] = [merge(base, one, other), merge(base, other, one)]
      expect(here.clashes.map(({ key }) => key).sort()).toEqual(there.clashes.map(({ key }) => key).sort())
      if (here.clashes.length > 0) return
      disjoint += 1
      expect(here.fields).toEqual(there.fields)
    }),
    // Most random pairs clash somewhere: more runs are needed to see enough that do not.
    { ...runs, numRuns: 12 * runs.numRuns },
  )
  expect(disjoint).toBeGreaterThan(20)
})

test('a change of one side only is never lost, and a field that nobody changed stays', () => {
  fc.assert(
    fc.property(item, item, item, (base, mine, theirs) => {
      const { fields, clashes } = merge(base, mine, theirs)
      const [ours, others] = [changed(base, mine), changed(base, theirs)]
      for (const key of keysOf(base, mine, theirs)) {
        if (clashes.some((one) => one.key === key)) continue
        const from = ours.includes(key) ? mine : others.includes(key) ? theirs : base
        expect([key, valueAt(fields, key)]).toEqual([key, valueAt(from, key)])
      }
    }),
    runs,
  )
})

test('a field that both sides changed differently is a clash, and each choice decides its value', () => {
  fc.assert(
    fc.property(item, item, item, (base, mine, theirs) => {
      const { clashes } = merge(base, mine, theirs)
      const both = changed(base, mine).filter(
        (key) => changed(base, theirs).includes(key) && valueAt(mine, key) !== valueAt(theirs, key),
      )
      expect(clashes.map(({ key }) => key).sort()).toEqual([...both].sort())
      const chosen = new Set(both.slice(0, 1))
      const { fields } = merge(base, mine, theirs, { theirs: chosen })
      for (const key of both) expect(valueAt(fields, key)).toBe(valueAt(chosen.has(key) ? theirs : mine, key))
    }),
    runs,
  )
})

test('without a base every difference is a clash', () => {
  const mine = { ...none, name: 'a', username: 'u' }
  const theirs = { ...none, name: 'b', username: 'u', urls: [a] }
  expect(merge(null, mine, theirs).clashes.map(({ key }) => key)).toEqual(['name', 'urls https://a.example'])
  expect(merge(null, mine, mine)).toEqual({ fields: mine, clashes: [], taken: [] })
})

test('an earlier version of mine that the server stored is not taken for their change', () => {
  const base = { ...none, password: 'old', urls: [a] }
  const first = { ...base, password: 'one', urls: [] }
  const mine = { ...base, password: 'two' }
  expect(merge(base, mine, first).clashes.map(({ key }) => key)).toEqual(['password'])
  expect(merge(base, mine, first, { tried: [first] })).toMatchObject({ fields: mine, clashes: [] })
})

test('addresses merge one by one, and custom fields by their label', () => {
  const base = { ...none, urls: [a, exactAddress('https://b.example')], custom: [{ label: 'Code', value: '1' }] }
  const mine = { ...base, urls: [a], custom: [...base.custom, { label: 'Site', value: 'Lyon' }] }
  const theirs = {
    ...base,
    urls: [...base.urls, exactAddress('https://c.example')],
    custom: [{ label: 'Code', value: '2' }],
  }
  expect(merge(base, mine, theirs)).toMatchObject({
    clashes: [],
    fields: {
      urls: [a, exactAddress('https://c.example')],
      custom: [
        { label: 'Code', value: '2' },
        { label: 'Site', value: 'Lyon' },
      ],
    },
  })
  const gone = { ...base, custom: [] }
  expect(merge(base, gone, theirs).clashes).toEqual([
    { key: 'custom 1 Code', field: 'custom', label: 'Code', mine: null, theirs: '2' },
  ])
})

test('an address’s match rule is one value: changed by one side it is taken, changed by both or beside a removal it is a clash', () => {
  const base = { ...none, urls: [a] }
  const wide = { ...base, urls: [{ ...a, match: 'domain' as const }] }
  const never = { ...base, urls: [{ ...a, match: 'none' as const }] }
  expect(merge(base, base, wide)).toMatchObject({ fields: wide, clashes: [] })
  const clash = { key: 'urls https://a.example', field: 'urls', label: 'https://a.example' }
  expect(merge(base, never, wide).clashes).toEqual([{ ...clash, mine: 'none', theirs: 'domain' }])
  expect(merge(base, none, wide).clashes).toEqual([{ ...clash, mine: null, theirs: 'domain' }])
  const chosen = { theirs: new Set([clash.key]) }
  expect(merge(base, never, wide, chosen).fields).toEqual(wide)
})

test('one address in two realms is two addresses', () => {
  const mine = { ...none, urls: [a, { ...a, realm: 'Intranet' }] }
  const theirs = { ...none, urls: [a, { ...a, realm: 'Extranet' }] }
  const { fields, clashes } = merge({ ...none, urls: [a] }, mine, theirs)
  expect([fields.urls.map(({ realm }) => realm), clashes]).toEqual([['', 'Extranet', 'Intranet'], []])
})

test('tags merge as a set, and a file by its name: what one side attached and the other removed elsewhere both hold', () => {
  const file = (name: string, bytes = 'AA') => ({ name, type: 'text/plain', bytes })
  const base = { ...none, tags: ['voice', 'chat'], files: [file('a.pem')] }
  const mine = { ...base, tags: ['voice', 'mail'], files: [file('a.pem'), file('b.pem')] }
  const theirs = { ...base, tags: ['voice', 'chat', 'sms'], files: [file('a.pem', 'AQ')] }
  expect(merge(base, mine, theirs)).toMatchObject({
    clashes: [],
    fields: { tags: ['voice', 'mail', 'sms'], files: [file('a.pem', 'AQ'), file('b.pem')] },
  })
  expect(merge(base, { ...base, files: [] }, theirs).clashes).toEqual([
    { key: 'files 1 a.pem', field: 'files', label: 'a.pem', mine: null, theirs: 'AQ\ntext/plain' },
  ])
})
