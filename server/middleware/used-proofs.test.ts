import { expect, test } from 'vitest'
import { createProofNonces, nonceLife } from './proof-nonces.ts'
import { createUsedProofs } from './used-proofs.ts'

test('a proof is used once in its session, and the same id in another session is another proof', () => {
  const used = createUsedProofs(() => undefined)
  const one = { session: 'a', id: 'x', time: 1 }
  expect([used.use(one), used.use(one), used.judge(one)]).toEqual(['new', 'used', 'used'])
  expect(used.use({ ...one, session: 'b' })).toBe('new')
})

test('what is forgotten is too old to be used again', () => {
  const used = createUsedProofs(() => undefined)
  used.use({ session: 'a', id: 'x', time: 0 })
  used.use({ session: 'a', id: 'y', time: 60_000 })
  expect(used.judge({ session: 'a', id: 'x', time: 0 })).toBe('used')
  used.use({ session: 'a', id: 'z', time: 60_001 })
  expect(used.judge({ session: 'a', id: 'x', time: 0 })).toBe('old')
  expect(used.judge({ session: 'a', id: 'y', time: 60_000 })).toBe('used')
})

test('P2: nobody fills the memory: of ten thousand proofs with one nonce none is used twice, and only the first 513 are used', () => {
  const passed: number[] = []
  const used = createUsedProofs((time) => passed.push(time))
  const verdicts = Array.from({ length: 10_000 }, (_, i) => used.use({ session: 'a', id: String(i), time: 7 }))
  expect(verdicts.filter((one) => one === 'new')).toHaveLength(513)
  expect(passed).toEqual([7])
  expect(used.use({ session: 'a', id: '0', time: 7 })).toBe('old')
  expect(used.use({ session: 'a', id: '0', time: 8 })).toBe('new')
})

test('a busy desk with ever newer nonces is refused nothing', () => {
  const used = createUsedProofs(() => undefined)
  for (let i = 0; i < 5_000; i++) expect(used.use({ session: 'a', id: String(i), time: i * 20 })).toBe('new')
})

test('a nonce is ours for ten minutes, one that was changed or made up is none, and a process that starts knows none', () => {
  let now = 1_000_000
  const nonces = createProofNonces(() => now)
  const first = nonces.fresh()
  expect([nonces.timeOf(first), nonces.fresh()]).toEqual([now, first])
  for (const wrong of [
    '',
    'x',
    first.slice(1),
    `${first}A`,
    `B${first.slice(1)}`,
    createProofNonces(() => now).fresh(),
  ])
    expect(nonces.timeOf(wrong)).toBeNull()
  now += nonceLife
  expect(nonces.timeOf(first)).toBe(1_000_000)
  expect(nonces.timeOf(nonces.fresh())).toBe(now)
  now += 1
  expect(nonces.timeOf(first)).toBeNull()
})

test('whoever is asked for a newer nonce is given one, though no time has passed', () => {
  const nonces = createProofNonces(() => 5)
  const first = nonces.fresh()
  nonces.passBy(5)
  const next = nonces.fresh()
  expect(next).not.toBe(first)
  expect(nonces.timeOf(next)).toBe(6)
})
