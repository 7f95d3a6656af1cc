import { expect, test } from 'vitest'
import { newMemberId } from '../../shared/bytes/ids.ts'
import { createSockets } from './sockets.ts'

/** So many lines, and what the last of them was told. */
function listening(count: number) {
  const sockets = createSockets(() => 0)
  const told: unknown[] = []
  const close = () => undefined
  for (let i = 0; i < count; i++) {
    const send = (text: string) => void (i === count - 1 && told.push(JSON.parse(text)))
    const line = { session: String(i), member: newMemberId(), sessionEnds: 1, send, close }
    sockets.add(line)
    if (i === count - 1) sockets.welcome(line)
  }
  sockets.tell({ kind: 'ledger', sequence: 7 }, () => true)
  return told
}

test('H5: the more desks listen, the longer they spread what they ask, and a few ask at once', () => {
  expect(listening(50)).toEqual([{ kind: 'ready' }, { kind: 'ledger', sequence: 7 }])
  for (const count of [51, 5_000])
    expect(listening(count)).toEqual([
      { kind: 'ready', within: 2 * count },
      { kind: 'ledger', sequence: 7, within: 2 * count },
    ])
})
