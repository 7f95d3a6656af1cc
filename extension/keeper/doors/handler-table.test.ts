import { expect, test } from 'vitest'
import type { Handlers } from '../../messages/serve.ts'
import { HandlerTable } from './handler-table.ts'

const lock = () => Promise.resolve(null)
const first: Pick<Handlers, 'lock'> = { lock }
const second: Pick<Handlers, 'window.unlock' | 'window.console'> = { 'window.unlock': lock, 'window.console': lock }

test('A table holds the handlers of all its parts', () => {
  const both: typeof first & typeof second = new HandlerTable({}).with(first).with(second).handlers
  expect(Object.keys(both)).toEqual(['lock', 'window.unlock', 'window.console'])
})

test('A message that two parts answer, or that no part answers, is a type error', () => {
  // @ts-expect-error Both parts answer `lock`.
  const doubled = new HandlerTable({}).with(first).with({ ...second, lock })
  // @ts-expect-error Nothing answers `window.unlock`.
  const missing: typeof second = new HandlerTable({}).with(first).handlers
  expect([doubled, missing]).toHaveLength(2)
})
