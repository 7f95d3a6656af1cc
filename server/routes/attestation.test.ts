import { SettingsService } from '@simplewebauthn/server'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { aaguid } from '../../shared/bytes/aaguid.ts'
import type { Policy } from '../../shared/ledger/acts.ts'
import { firstPolicy } from '../../shared/ledger/replay/owners.ts'
import { byItself } from '../../tests/soft-key.ts'
import type { Attest, SoftKey } from '../../tests/soft-key.ts'
import { readMetadata } from '../metadata.ts'
import type { Metadata } from '../metadata.ts'
import { certify, newRoot } from '../testing/certificates.ts'
import type { Certified } from '../testing/certificates.ts'
import { newDesk } from '../testing/desk.ts'
import type { Desk } from '../testing/desk.ts'
import { blobOf, model, newMetadataSigner, packedBy, vouching } from '../testing/maker.ts'
import { enrol, found, joining, newCode, newPerson, signIn } from '../testing/person.ts'
import type { Person } from '../testing/person.ts'
import { added, invited, must } from '../testing/writes.ts'

const [known, other, revoked, rootless] = [model(1), model(2), model(3), model(4)]
const ours = SettingsService.getRootCertificates({ identifier: 'mds' })
let fido: Awaited<ReturnType<typeof newMetadataSigner>>
let maker: Certified
let metadata: Metadata
let desk: Desk
let owner: Person
beforeAll(async () => {
  fido = await newMetadataSigner()
  maker = await newRoot('Test Maker Root')
  SettingsService.setRootCertificates({ identifier: 'mds', certificates: [fido.root.der] })
  const entries = [
    { aaguid: known, root: maker, name: 'Test Key 5 NFC' },
    { aaguid: other, root: maker },
    {
      aaguid: revoked,
      root: maker,
      statuses: ['FIDO_CERTIFIED_L2', 'USER_KEY_PHYSICAL_COMPROMISE', 'UPDATE_AVAILABLE'],
    },
    { aaguid: rootless, root: null },
  ]
  metadata = await readMetadata(blobOf(fido.signer, entries))
})
afterAll(() => {
  SettingsService.setRootCertificates({ identifier: 'mds', certificates: ours })
})
beforeEach(async () => begin({ metadata }))
afterEach(() => desk.close())

async function begin(parts: Parameters<typeof newDesk>[0]) {
  desk = await newDesk(parts)
  owner = await found(desk)
}

const policy = (change: Partial<Policy>) =>
  must(desk, owner, { acts: [{ act: 'policy set', policy: { ...firstPolicy, ...change } }], objects: {} })

/** A key of that model, and what vouches for it. */
const shaped = (key: SoftKey, claimed = known, attest: Attest | null = null): SoftKey => ({
  ...key,
  aaguid: aaguid.write(claimed),
  attest,
})

/** What a newcomer with such a key gets. */
async function joinWith(shape: (key: SoftKey) => SoftKey): Promise<{ code: string | undefined; person: Person }> {
  const code = newCode()
  await must(desk, owner, await invited(desk, code))
  const made = await newPerson(owner.org)
  const person = { ...made, key: shape(made.key) }
  const { authority, outcome } = await joining(person, code)
  const answer = await enrol(desk, person, { authority }, outcome)
  if (answer.status === 200) await must(desk, owner, await added(person, code))
  return { code: answer.body?.code, person }
}
const codeOf = async (shape: (key: SoftKey) => SoftKey) => (await joinWith(shape)).code
const vouched = async (claimed = known, root = maker) => {
  const certificate = await vouching(root, claimed)
  return (key: SoftKey) => shaped(key, claimed, packedBy(certificate))
}

test('by default nobody checks: a key that claims a model, one that says none and one that another maker vouches for are taken', async () => {
  expect(await codeOf((key) => shaped(key))).toBeUndefined()
  expect(await codeOf((key) => key)).toBeUndefined()
  expect(await codeOf(await vouched(known, await newRoot('Elsewhere')))).toBeUndefined()
})

test('a key whose maker vouches for its model is registered, and listed with the model’s name as proved', async () => {
  await policy({ attested: true, authenticators: [known] })
  const { code, person } = await joinWith(await vouched())
  expect(code).toBeUndefined()
  const { token } = await signIn(desk, person)
  expect((await desk.ask('credentials', null, { token })).body.credentials).toMatchObject([
    { model: { aaguid: known, name: 'Test Key 5 NFC', attested: true } },
  ])
})

test('a key that was registered before the policy asked goes on working, and is listed as it was', async () => {
  const { person } = await joinWith((key) => shaped(key))
  await policy({ attested: true, authenticators: [other] })
  const { token } = await signIn(desk, person)
  expect((await desk.ask('credentials', null, { token })).body.credentials).toMatchObject([
    { model: { aaguid: known, name: 'Test Key 5 NFC', attested: false } },
  ])
  expect((await desk.ask('credentials', null, owner)).body.credentials).toMatchObject([{ model: null }])
})

test('S14: where the policy asks, a key without attestation, or that vouches for itself, is not registered', async () => {
  await policy({ attested: true })
  expect(await codeOf((key) => shaped(key))).toBe('attestation-missing')
  expect(await codeOf((key) => shaped(key, known, byItself(key)))).toBe('attestation-missing')
  expect(await codeOf(await vouched())).toBeUndefined()
})

test('S14: a model off the policy’s list is not registered, though its maker vouches for it', async () => {
  await policy({ attested: true, authenticators: [known] })
  expect(await codeOf(await vouched(other))).toBe('key-not-allowed')
  await policy({ attested: true, authenticators: [known, other] })
  expect(await codeOf(await vouched(other))).toBeUndefined()
})

test('S14: a model that the metadata does not know, or of which it reports a break, is not registered', async () => {
  await policy({ attested: true })
  expect(await codeOf(await vouched(model(9)))).toBe('key-unknown')
  // What came after the break makes no difference.
  expect(await codeOf(await vouched(revoked))).toBe('key-unsafe')
})

test('S14: who is not the model’s maker vouches for nothing: another root, no root at all, a mere leaf that signs', async () => {
  await policy({ attested: true })
  expect(await codeOf(await vouched(known, await newRoot('Elsewhere')))).toBe('bad-attestation')
  // The library takes whatever chain it is given where the metadata names no root.
  expect(await codeOf(await vouched(rootless))).toBe('bad-attestation')
  const leaf = await vouching(maker, known)
  const forged = await vouching(leaf, known)
  expect(await codeOf((key) => shaped(key, known, packedBy(forged, leaf)))).toBe('bad-attestation')
  const middle = await certify({ name: 'CN=Test Maker Issuing, C=FR', by: maker, ca: true })
  const through = await vouching(middle, known)
  expect(await codeOf((key) => shaped(key, known, packedBy(through, middle)))).toBeUndefined()
})

test('S14: a certificate for one model vouches for no other, and none for what it has not signed', async () => {
  await policy({ attested: true })
  const certificate = await vouching(maker, other)
  expect(await codeOf((key) => shaped(key, known, packedBy(certificate)))).toBe('bad-assertion')
  const right = await vouching(maker, known)
  const elsewhere: Attest = () => packedBy(right)(new Uint8Array(200))
  expect(await codeOf((key) => shaped(key, known, elsewhere))).toBe('bad-assertion')
})

test('S14: a further key is checked as the first one is', async () => {
  await policy({ attested: true })
  const further = async (shape: (key: SoftKey) => SoftKey) => {
    const { key } = await newPerson(owner.org, { member: owner.member })
    const person = { ...owner, key: shape(key) }
    const more = { authority: { kind: 'session' }, token: owner.token }
    return (await enrol(desk, person, more, { kind: 'further-key' })).body?.code
  }
  expect(await further((key) => shaped(key))).toBe('attestation-missing')
  expect(await further(await vouched())).toBeUndefined()
})

test('owners are told what the server checks against, and how many keys of members are proved', async () => {
  const said = async () => (await desk.ask('attestation', null, owner)).body as unknown
  const nextUpdate = Date.parse(metadata.nextUpdate)
  expect(await said()).toEqual({ metadata: { nextUpdate, old: false }, keys: 1, proved: 0 })
  await policy({ attested: true })
  const { person } = await joinWith(await vouched())
  expect(await said()).toEqual({ metadata: { nextUpdate, old: false }, keys: 2, proved: 1 })
  await must(desk, owner, { acts: [{ act: 'member removed', member: person.member }], objects: {} })
  desk.clock.ahead = 40 * 86_400_000
  owner = { ...owner, ...(await signIn(desk, owner)) }
  expect(await said()).toEqual({ metadata: { nextUpdate, old: true }, keys: 1, proved: 0 })
  await desk.close()
  await begin({})
  expect(await said()).toEqual({ metadata: null, keys: 1, proved: 0 })
})

test('without metadata nobody registers where the policy asks, and everybody where it does not', async () => {
  await desk.close()
  await begin({})
  expect(await codeOf(await vouched())).toBeUndefined()
  await policy({ attested: true })
  expect(await codeOf(await vouched())).toBe('no-metadata')
})

test('with old metadata keys are registered still, and each time the log says that it is old', async () => {
  await desk.close()
  await begin({ metadata: { ...metadata, nextUpdate: '2026-01-01' } })
  await policy({ attested: true })
  expect(desk.lines.join('')).not.toContain('metadata-old')
  expect(await codeOf(await vouched())).toBeUndefined()
  expect(desk.lines.join('')).toContain('"event":"metadata-old","number":7,"nextUpdate":"2026-01-01"')
})
