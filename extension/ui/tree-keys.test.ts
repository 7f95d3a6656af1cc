import { expect, test } from 'vitest'
import { ancestorsOf, rowsOf, treeKey, typeahead, type TreeNode } from './tree-keys.ts'

const leaf = (id: string, label: string): TreeNode => ({ id, label, children: [] })
const nodes: readonly TreeNode[] = [
  { id: 'north', label: 'Nord', children: [leaf('bank', 'Banque'), leaf('energy', 'Énergie')] },
  leaf('south', 'Sud'),
]
const shut = rowsOf(nodes, new Set())
const open = rowsOf(nodes, new Set(['north']))

test('a closed folder hides its children, an open one shows them a level deeper', () => {
  expect(shut.map((row) => row.node.id)).toEqual(['north', 'south'])
  expect(open.map((row) => [row.node.id, row.level, row.position, row.of])).toEqual([
    ['north', 1, 1, 2],
    ['bank', 2, 1, 2],
    ['energy', 2, 2, 2],
    ['south', 1, 2, 2],
  ])
})

test('a leaf never counts as open, even if its id was opened once', () => {
  expect(rowsOf(nodes, new Set(['south'])).at(-1)?.open).toBeNull()
})

test('the right arrow opens a folder, then goes into it; the left arrow goes out, then closes', () => {
  expect(treeKey(shut, 'north', 'ArrowRight')).toEqual({ do: 'open', id: 'north' })
  expect(treeKey(open, 'north', 'ArrowRight')).toEqual({ do: 'focus', id: 'bank' })
  expect(treeKey(open, 'bank', 'ArrowRight')).toBeNull()
  expect(treeKey(open, 'energy', 'ArrowLeft')).toEqual({ do: 'focus', id: 'north' })
  expect(treeKey(open, 'north', 'ArrowLeft')).toEqual({ do: 'close', id: 'north' })
  expect(treeKey(shut, 'north', 'ArrowLeft')).toBeNull()
})

test('up and down stop at the ends; Home and End reach them', () => {
  expect(treeKey(open, 'energy', 'ArrowDown')).toEqual({ do: 'focus', id: 'south' })
  expect(treeKey(open, 'south', 'ArrowDown')).toBeNull()
  expect(treeKey(open, 'north', 'ArrowUp')).toBeNull()
  expect(treeKey(open, 'south', 'Home')).toEqual({ do: 'focus', id: 'north' })
  expect(treeKey(open, 'north', 'End')).toEqual({ do: 'focus', id: 'south' })
})

test('Enter selects the focused row, and other keys do nothing', () => {
  expect(treeKey(open, 'bank', 'Enter')).toEqual({ do: 'select', id: 'bank' })
  expect(treeKey(open, 'bank', 'Tab')).toBeNull()
  expect(treeKey(open, 'gone', 'Enter')).toBeNull()
})

test('typing moves to the next label with these first letters, wraps at the end, and ignores accents', () => {
  expect(typeahead(open, 'north', 'e')).toBe('energy')
  expect(typeahead(open, 'energy', 'n')).toBe('north')
  expect(typeahead(open, 'south', 'su')).toBe('south')
  expect(typeahead(open, 'north', 'x')).toBeNull()
})

test('the ancestors of a node are listed from the top', () => {
  expect(ancestorsOf([{ id: 'org', label: 'Org', children: nodes }], 'bank')).toEqual(['org', 'north'])
  expect(ancestorsOf(nodes, 'south')).toEqual([])
})
