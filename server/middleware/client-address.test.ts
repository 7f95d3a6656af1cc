import { expect, test } from 'vitest'
import { trustedProxiesIn } from '../trusted-proxies.ts'
import { addressesBehind } from './client-address.ts'

const proxies = trustedProxiesIn('10.0.0.0/8, 192.0.2.7, fd00::/8')!

/** How a client is counted who connects from `peer` and says `forwarded`. */
const counted = (peer: string, forwarded = '') => addressesBehind(proxies)({ peer, forwarded })

test('whoever is no trusted proxy says nothing about their address', () => {
  expect(counted('198.51.100.1')).toBe('198.51.100.1')
  expect(counted('198.51.100.1', '203.0.113.9')).toBe('198.51.100.1')
  expect(counted('198.51.100.1', '203.0.113.9, 10.0.0.1')).toBe('198.51.100.1')
})

test('a trusted proxy says who connected to it, and what that one says about others counts for nothing', () => {
  expect(counted('10.0.0.1', '203.0.113.9')).toBe('203.0.113.9')
  expect(counted('10.0.0.1', '1.1.1.1, 203.0.113.9')).toBe('203.0.113.9')
  expect(counted('10.0.0.1', '10.0.0.5, 203.0.113.9')).toBe('203.0.113.9')
})

test('behind two proxies the client is who connected to the outer one', () => {
  expect(counted('10.0.0.1', '203.0.113.9, 192.0.2.7')).toBe('203.0.113.9')
  expect(counted('10.0.0.1', '1.1.1.1, 203.0.113.9, 192.0.2.7, 10.2.2.2')).toBe('203.0.113.9')
  expect(counted('fd00::1', '203.0.113.9, 192.0.2.7')).toBe('203.0.113.9')
})

test('one address counts as one, however it is written', () => {
  expect(counted('::ffff:198.51.100.1')).toBe('198.51.100.1')
  expect(counted('::ffff:10.0.0.1', '::ffff:203.0.113.9')).toBe('203.0.113.9')
  expect(counted('10.0.0.1', '::ffff:cb00:7109')).toBe('203.0.113.9')
  for (const hop of ['203.0.113.9:4711', '[::ffff:203.0.113.9]:4711', '  203.0.113.9 '])
    expect([hop, counted('10.0.0.1', hop)]).toEqual([hop, '203.0.113.9'])
})

test('an IPv6 client is counted with all that share its first 64 bits', () => {
  const spellings = [
    '2001:db8:0:7::1',
    '2001:0DB8:0000:0007:ffff::',
    '[2001:db8:0:7:1:2:3:4]:443',
    '2001:db8:0:7:ffff:ffff:ffff:ffff',
  ]
  for (const hop of spellings) expect([hop, counted('10.0.0.1', hop)]).toEqual([hop, '2001:db8:0:7::/64'])
  expect(counted('2001:db8::1')).toBe('2001:db8:0:0::/64')
  expect(counted('fe80::1%eth0')).toBe('fe80:0:0:0::/64')
  expect(counted('::1')).toBe('0:0:0:0::/64')
})

test('what is no address counts for the proxy that passed it on', () => {
  for (const hop of [
    '',
    'unknown',
    '_hidden',
    'client.example',
    '203.0.113.999',
    '203.0.113.9:x',
    '[::1',
    '::1]',
    ',',
    '\u00e9',
  ])
    expect([hop, counted('10.0.0.1', hop)]).toEqual([hop, '10.0.0.1'])
  expect(counted('10.0.0.1', '203.0.113.9, unknown')).toBe('10.0.0.1')
  expect(counted('10.0.0.1', '203.0.113.9, unknown, 192.0.2.7')).toBe('192.0.2.7')
})

test('where all are trusted proxies, the client is the first that was told', () => {
  expect(counted('10.0.0.1', '10.9.9.9, 192.0.2.7')).toBe('10.9.9.9')
  expect(counted('10.0.0.1')).toBe('10.0.0.1')
})
