import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { evidence, evidencePage } from './evidence.ts'

test('docs/EVIDENCE.md is what npm run evidence makes of the tests of this tree', () => {
  const isSame = readFileSync(evidencePage, 'utf8') === evidence()
  expect([isSame, 'npm run evidence writes it anew']).toEqual([true, 'npm run evidence writes it anew'])
})
