import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { ItemFields } from '../messages/views.ts'
import { atomsOf, isSame, merge } from './merge.ts'

// Few values, so that two sides often touch the same thing.
const word = fc.constantFrom('', 'a', 'b', 'c')
const name = fc.constantFrom('x', 'y', 'z')
const custom = fc.record({ label: name, value: word })
const itemWith = (fields: fc.Arbitrary<ItemFields['custom']>): fc.Arbitrary<ItemFields> =>
  fc.record({
    name: word,
    username: word,
    password: word,
    urls: fc.uniqueArray(name),
    custom: fields,
    totp: word,
    notes: word,
  })
const item = itemWith(fc.uniqueArray(custom, { selector: ({ label }) => label }))
/** Labels that come twice, too. */
const anyItem = itemWith(fc.array(custom, { maxLength: 4 }))
const valueAt = (fields: ItemFields, key: string) => atomsOf(fields).get(key)?.value ?? null
const keysOf = (...all: ItemFields[]) => [...new Set(all.flatMap((one) => [...atomsOf(one).keys()]))]
const changed = (base: ItemFields, side: ItemFields) =>
  keysOf(base, side).filter((key) => valueAt(base, key) !== valueAt(side, key))
const runs = { numRuns: 2_000 }
const none: ItemFields = { name: '', username: '', password: '', urls: [], custom: [], totp: '', notes: '' }

test('what only one side changed is what is merged, in its order too', () => {
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

test('two sides that changed apart come to the same, whoever merges', () => {
  let disjoint = 0
  fc.assert(
    fc.property(anyItem, anyItem, anyItem, (base, one, other) => {
      const [here, there] = [merge(base, one, other), merge(base, other, one)]
      expect(here.clashes.map(({ key }) => key).sort()).toEqual(there.clashes.map(({ key }) => key).sort())
      if (here.clashes.length > 0) return
      disjoint += 1
      expect(here.fields).toEqual(there.fields)
    }),
    runs,
  )
  expect(disjoint).toBeGreaterThan(20)
})

test('nothing that one side alone changed is lost, and what neither touched stays', () => {
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

test('what both changed in another way is asked, never decided; each choice is what then stands there', () => {
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

test('without a base every difference is asked', () => {
  const mine = { ...none, name: 'a', username: 'u' }
  const theirs = { ...none, name: 'b', username: 'u', urls: ['https://a.example'] }
  expect(merge(null, mine, theirs).clashes.map(({ key }) => key)).toEqual(['name', 'urls https://a.example'])
  expect(merge(null, mine, mine)).toEqual({ fields: mine, clashes: [], taken: [] })
})

test('an older version of mine that landed by itself is no change of theirs', () => {
  const base = { ...none, password: 'old', urls: ['https://a.example'] }
  const first = { ...base, password: 'one', urls: [] }
  const mine = { ...base, password: 'two' }
  expect(merge(base, mine, first).clashes.map(({ key }) => key)).toEqual(['password'])
  expect(merge(base, mine, first, { tried: [first] })).toMatchObject({ fields: mine, clashes: [] })
})

test('addresses are taken one by one, and fields by their label', () => {
  const base = { ...none, urls: ['https://a.example', 'https://b.example'], custom: [{ label: 'Code', value: '1' }] }
  const mine = { ...base, urls: ['https://a.example'], custom: [...base.custom, { label: 'Site', value: 'Lyon' }] }
  const theirs = { ...base, urls: [...base.urls, 'https://c.example'], custom: [{ label: 'Code', value: '2' }] }
  expect(merge(base, mine, theirs)).toMatchObject({
    clashes: [],
    fields: {
      urls: ['https://a.example', 'https://c.example'],
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
