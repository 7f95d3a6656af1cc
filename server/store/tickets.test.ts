import { expect, test } from 'vitest'
import { randomBytes } from '../../shared/crypto/random.ts'
import { randomText } from '../testing/desk.ts'
import { createTickets } from './tickets.ts'

const secret = randomBytes(32)
const tickets = createTickets(secret)

test('an id is told from what this server never gave out, for that purpose', () => {
  for (const [kind, length] of [
    ['nonce unlock', 32],
    ['attempt', 16],
    ['enrolment', 32],
  ] as const) {
    const id = tickets.make(kind, length)
    expect(Buffer.from(id, 'base64url')).toHaveLength(length)
    expect(tickets.isOurs(kind, id)).toBe(true)
    expect(createTickets(secret).isOurs(kind, id)).toBe(true)
    expect(createTickets(randomBytes(32)).isOurs(kind, id)).toBe(false)
    expect(tickets.isOurs('nonce enrol', id)).toBe(false)
    for (const made of [randomText(length), randomText(length), '', 'AAAA', id.slice(0, -4), `AAAA${id}`])
      expect([made, tickets.isOurs(kind, made)]).toEqual([made, false])
  }
})

test('no two ids are the same', () => {
  expect(new Set(Array.from({ length: 1_000 }, () => tickets.make('attempt', 16))).size).toBe(1_000)
})
