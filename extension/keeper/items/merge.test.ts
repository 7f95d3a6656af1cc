import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { ItemFields } from '../../messages/views.ts'
import { exactly } from '../../messages/item-fields.ts'
import { atomsOf, isSame, merge } from './merge.ts'

// Few values, so that two sides often touch the same thing.
const word = fc.constantFrom('', 'a', 'b', 'c')
const name = fc.constantFrom('x', 'y', 'z')
const url = fc.record({
  address: name,
  match: fc.constantFrom('origin', 'origin', 'origin', 'none'),
  realm: fc.constantFrom('', '', '', 'r'),
})
const custom = fc.record({ label: name, value: word })
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
  })
const item = itemWith(fc.uniqueArray(custom, { selector: ({ label }) => label }))
/** Labels that come twice, too. */
const anyItem = itemWith(fc.array(custom, { maxLength: 4 }))
const valueAt = (fields: ItemFields, key: string) => atomsOf(fields).get(key)?.value ?? null
const keysOf = (...all: ItemFields[]) => [...new Set(all.flatMap((one) => [...atomsOf(one).keys()]))]
const changed = (base: ItemFields, side: ItemFields) =>
  keysOf(base, side).filter((key) => valueAt(base, key) !== valueAt(side, key))
const runs = { numRuns: 2_000 }
const a = exactly('https://a.example')
const none: ItemFields = {
  name: '',
  username: '',
  password: '',
  urls: [],
  custom: [],
  totp: '',
  notes: '',
  afterFill: 'stay' as const,
}

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
    // Most meet in something: so many more are tried that many do not.
    { ...runs, numRuns: 5 * runs.numRuns },
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
  const theirs = { ...none, name: 'b', username: 'u', urls: [a] }
  expect(merge(null, mine, theirs).clashes.map(({ key }) => key)).toEqual(['name', 'urls https://a.example'])
  expect(merge(null, mine, mine)).toEqual({ fields: mine, clashes: [], taken: [] })
})

test('an older version of mine that landed by itself is no change of theirs', () => {
  const base = { ...none, password: 'old', urls: [a] }
  const first = { ...base, password: 'one', urls: [] }
  const mine = { ...base, password: 'two' }
  expect(merge(base, mine, first).clashes.map(({ key }) => key)).toEqual(['password'])
  expect(merge(base, mine, first, { tried: [first] })).toMatchObject({ fields: mine, clashes: [] })
})

test('addresses are taken one by one, and fields by their label', () => {
  const base = { ...none, urls: [a, exactly('https://b.example')], custom: [{ label: 'Code', value: '1' }] }
  const mine = { ...base, urls: [a], custom: [...base.custom, { label: 'Site', value: 'Lyon' }] }
  const theirs = {
    ...base,
    urls: [...base.urls, exactly('https://c.example')],
    custom: [{ label: 'Code', value: '2' }],
  }
  expect(merge(base, mine, theirs)).toMatchObject({
    clashes: [],
    fields: {
      urls: [a, exactly('https://c.example')],
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

test('the rule of one address is one thing: changed by one side it is taken, by both it is asked, beside a removal too', () => {
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
