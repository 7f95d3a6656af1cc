import { afterEach, beforeEach, expect, test } from 'vitest'
import { newInvitationId } from '../../shared/bytes/ids.ts'
import { found, beginBody, enrol, joining, newCode, newOwner, newPerson, open, signIn } from '../testing/person.ts'
import { entriesIn } from '../testing/entries.ts'
import { randomText, newDesk } from '../testing/desk.ts'
import type { Desk } from '../testing/desk.ts'
import { createSetupCode } from '../store/setup-code.ts'
import { added, hire, invited, must } from '../testing/writes.ts'

let desk: Desk
beforeEach(async () => void (desk = await newDesk()))
afterEach(() => desk.close())

const wrongCode = 'AAAA-AAAA-AAAA-AAAA'

test('an owner sets the org up with the code and a key, and the touch of that brings the first session', async () => {
  expect((await desk.ask('hello')).body.org).toBeNull()
  const owner = await found(desk)
  expect((await desk.ask('hello')).body).toMatchObject({ org: { id: owner.org, name: 'Callers & Co' } })
  expect((await desk.ask('credentials', null, owner)).body.credentials).toMatchObject([{ id: owner.key.id }])
  expect((await open(desk, owner)).seed).toEqual(owner.seed)
  expect(await desk.made.setupCode()).toBeNull()
})

test('an org is accepted once, when ten would found one at the same time too', async () => {
  const code = await desk.made.setupCode()
  const tries = await Promise.all(
    Array.from({ length: 10 }, async () => {
      const { person, outcome } = await newOwner(desk)
      return enrol(desk, person, { authority: { kind: 'setup', code } }, outcome)
    }),
  )
  expect(tries.filter(({ status }) => status === 200)).toHaveLength(1)
  for (const { status, body } of tries) if (status !== 200) expect(body.code).toBe('org-exists')
  const { person, outcome } = await newOwner(desk)
  const late = await enrol(desk, person, { authority: { kind: 'setup', code } }, outcome)
  expect([late.status, late.body.code]).toEqual([409, 'org-exists'])
  expect((await desk.ask('setupCheck', { code })).body.code).toBe('org-exists')
  expect((await desk.database.sql`select count(*)::int as n from ledger_entries`)[0]?.n).toBe(1)
})

test('L10: however many wrong set-up codes strangers try, the operator’s opens, and none is in the log', async () => {
  const code = await desk.made.setupCode()
  expect(code).toMatch(/^[0-9A-Z]{4}(-[0-9A-Z]{4}){3}$/)
  for (let i = 0; i < 30; i++)
    expect((await desk.ask('setupCheck', { code: wrongCode })).body).toMatchObject({ code: 'bad-code' })
  expect(await desk.made.setupCode()).toBe(code)
  expect((await desk.ask('setupCheck', { code })).status).toBe(200)
  expect(desk.lines.join('')).not.toContain(code)
})

test('the set-up code is the same at the next start, and another with another secret', async () => {
  const code = await desk.made.setupCode()
  const restarted = (secret: Uint8Array) => createSetupCode(desk.database.db, secret, () => false)
  expect(await restarted(desk.secret).show()).toBe(code)
  expect(await restarted(new Uint8Array(32).fill(7)).show()).not.toBe(code)
})

test('an enrolment without the set-up code gets nothing', async () => {
  await desk.made.setupCode()
  const { person, outcome } = await newOwner(desk)
  const answer = await enrol(desk, person, { authority: { kind: 'setup', code: wrongCode } }, outcome)
  expect([answer.status, answer.body.code]).toEqual([403, 'bad-code'])
})

test('an org is refused whose first entry is another one, has another profile or key, or a clock that is off', async () => {
  const code = await desk.made.setupCode()
  const authority = { kind: 'setup', code }
  const { person, outcome } = await newOwner(desk)
  const other = await newOwner(desk)
  const refusals: [unknown, string][] = [
    [{ ...outcome, entry: other.outcome.entry }, 'outcome.entry'],
    [{ ...outcome, receiveKey: other.outcome.receiveKey }, 'outcome.receiveKey'],
    [{ ...outcome, profile: { ...outcome.profile, name: 'Eve' } }, 'outcome.profile'],
    [{ kind: 'further-key' }, 'outcome.kind'],
    [{ ...outcome, entry: randomText(200) }, 'entry'],
  ]
  for (const [bent, field] of refusals) {
    const answer = await enrol(desk, person, { authority }, bent)
    expect([answer.status, answer.body.field]).toEqual([400, field])
  }
  const early = await newOwner(desk, desk.now() - 6 * 60_000)
  expect((await enrol(desk, early.person, { authority }, early.outcome)).body.code).toBe('clock-off')
  expect((await desk.ask('hello')).body.org).toBeNull()
  expect((await enrol(desk, person, { authority }, outcome)).status).toBe(200)
})

test('a newcomer joins by invitation, waits, and is signed in once an owner has clicked', async () => {
  const owner = await found(desk)
  const code = newCode()
  const at = code.invitation
  expect((await desk.ask('invitation', null, { at })).body.code).toBe('invitation-unknown')
  await must(desk, owner, await invited(desk, code))
  expect((await desk.ask('invitation', null, { at })).body).toEqual({
    org: owner.org,
    orgName: 'Callers & Co',
    name: 'Noor Agent',
    state: 'open',
  })
  const person = await newPerson(owner.org)
  const { authority, outcome } = await joining(person, code)
  expect(await enrol(desk, person, { authority }, outcome)).toMatchObject({ status: 200, body: { attempt: null } })
  expect((await desk.ask('invitation', null, { at })).body.state).toBe('asked')
  const own = { ownSignature: outcome.ownSignature, receiveKey: authority.receiveKey }
  const waiting = (await desk.ask('joins', null, owner)).body
  expect(waiting.joins).toMatchObject([
    { invitation: at, member: person.member, name: 'Noor Agent', invitationSignature: authority.signature, ...own },
  ])
  await expect(signIn(desk, person)).rejects.toThrow('pending')
  expect((await open(desk, person)).triesLeft).toBe(9)

  await must(desk, owner, await added(person, code))
  expect((await desk.ask('invitation', null, { at })).body).toMatchObject({ state: 'used', name: 'Noor Agent' })
  expect((await desk.ask('joins', null, owner)).body).toEqual({ invitees: [], joins: [] })
  const { token } = await signIn(desk, person)
  expect(entriesIn((await desk.ask('ledger', null, { token, query: '?from=0' })).body.entries)).toHaveLength(3)
  expect((await desk.ask('joins', null, { token })).body.code).toBe('not-allowed')
})

test('an invitation takes one person, until it expires, by its own key', async () => {
  const owner = await found(desk)
  const code = newCode()
  await must(desk, owner, await invited(desk, code))
  const [first, second] = [await newPerson(owner.org), await newPerson(owner.org)]
  const forged = await joining(first, { ...code, secret: newCode().secret })
  expect((await enrol(desk, first, forged, forged.outcome)).body.code).toBe('bad-proof')
  const unknown = await joining(first, { ...code, invitation: newInvitationId() })
  expect((await enrol(desk, first, unknown, unknown.outcome)).body.code).toBe('invitation-unknown')
  const foreign = await newPerson(owner.org, { member: owner.member })
  const claim = await joining(foreign, code)
  expect((await enrol(desk, foreign, claim, claim.outcome)).body).toMatchObject({
    code: 'bad-request',
    field: 'member',
  })

  const asked = await joining(first, code)
  const unsigned = { ...asked.outcome, ownSignature: asked.authority.signature }
  expect((await enrol(desk, first, asked, unsigned)).body.code).toBe('bad-proof')
  expect((await enrol(desk, first, asked, asked.outcome)).status).toBe(200)
  const late = await joining(second, code)
  expect((await enrol(desk, second, late, late.outcome)).body.code).toBe('invitation-used')

  const short = newCode()
  await must(desk, owner, await invited(desk, short, 'member', 60_000))
  desk.clock.ahead = 61_000
  const tooLate = await joining(second, short)
  expect((await enrol(desk, second, tooLate, tooLate.outcome)).body.code).toBe('invitation-expired')
  expect((await desk.ask('invitation', null, { at: short.invitation })).body.state).toBe('expired')
})

test('two who answer one invitation at the same time: one is asked for, one is told', async () => {
  const owner = await found(desk)
  const code = newCode()
  await must(desk, owner, await invited(desk, code))
  const people = await Promise.all(Array.from({ length: 5 }, () => newPerson(owner.org)))
  const answers = await Promise.all(
    people.map(async (person) => {
      const asked = await joining(person, code)
      return enrol(desk, person, asked, asked.outcome)
    }),
  )
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
  expect(answers.filter(({ body }) => body.code === 'invitation-used')).toHaveLength(4)
  expect((await desk.ask('joins', null, owner)).body.joins).toHaveLength(1)
})

test('an invitation can be begun with ten times, and only by who holds its secret', async () => {
  const owner = await found(desk)
  const code = newCode()
  await must(desk, owner, await invited(desk, code))
  const person = await newPerson(owner.org)
  const forged = await joining(person, { ...code, secret: newCode().secret })
  for (let i = 0; i < 12; i++) await desk.ask('enrolBegin', (await beginBody(desk, person, forged)).body)
  const asked = await joining(person, code)
  for (let i = 0; i < 10; i++)
    expect((await desk.ask('enrolBegin', (await beginBody(desk, person, asked)).body)).status).toBe(200)
  const eleventh = await desk.ask('enrolBegin', (await beginBody(desk, person, asked)).body)
  expect([eleventh.status, eleventh.body.code]).toEqual([429, 'too-many'])
})

test('a member enrols a further key by their session, for nobody else, and no key twice', async () => {
  const owner = await found(desk)
  const agent = await hire(desk, owner)
  const further = { kind: 'further-key' }
  const enrolment = { authority: { kind: 'session' }, token: owner.token }
  const { key } = await newPerson(owner.org, { member: owner.member, seed: owner.seed })
  const spare = { ...owner, key }
  expect((await enrol(desk, spare, enrolment, further)).status).toBe(200)
  expect((await open(desk, spare)).seed).toEqual(owner.seed)
  expect((await desk.ask('credentials', null, owner)).body.credentials).toHaveLength(2)
  const again = await enrol(desk, spare, enrolment, further)
  expect([again.status, again.body.code]).toEqual([409, 'key-already-registered'])

  expect((await enrol(desk, agent, enrolment, further)).body).toMatchObject({ code: 'bad-request', field: 'member' })
  expect((await enrol(desk, spare, { authority: { kind: 'session' } }, further)).body.code).toBe('not-signed-in')
  const elsewhere = await newPerson((await newOwner(desk)).person.org, { member: owner.member })
  expect((await enrol(desk, elsewhere, enrolment, further)).body).toMatchObject({ field: 'org' })
})

test('a key whose registration or first touch says anything else than it should is not enrolled', async () => {
  const owner = await found(desk)
  const authority = { kind: 'session' }
  const person = async () => ({ ...owner, key: (await newPerson(owner.org, { member: owner.member })).key })
  const bents = [
    { registration: { userVerified: false } },
    { registration: { rpId: 'another.example' } },
    { registration: { origin: 'https://cloison.example' } },
    { registration: { type: 'webauthn.get' } },
    { registration: { credentialId: randomText(32) } },
    { assertion: { userVerified: false } },
    { assertion: { rpId: 'another.example' } },
    { assertion: { forged: true } },
    { assertion: { userHandle: new Uint8Array(49) } },
    { assertion: { type: 'webauthn.create' } },
  ]
  for (const bent of bents) {
    const { body } = await beginBody(desk, await person(), { authority, bent })
    expect([bent, (await desk.ask('enrolBegin', body, owner)).body.code]).toEqual([bent, 'bad-assertion'])
  }
  const { body } = await beginBody(desk, await person(), { authority })
  const swapped = { ...body, registrationNonce: body.assertionNonce, assertionNonce: body.registrationNonce }
  expect((await desk.ask('enrolBegin', swapped, owner)).body.code).toBe('bad-nonce')
  expect((await desk.ask('credentials', null, owner)).body.credentials).toHaveLength(1)
})

test('an enrolment is finished once, within ten minutes', async () => {
  const owner = await found(desk)
  const seal = { sealedSeed: randomText(200), sealRevision: 1, outcome: { kind: 'further-key' } }
  const begin = async () => {
    const { key } = await newPerson(owner.org, { member: owner.member })
    const { body } = await beginBody(desk, { ...owner, key }, { authority: { kind: 'session' } })
    const reply = await desk.ask('enrolBegin', body, owner)
    return reply.body.enrolment as string
  }
  const enrolment = await begin()
  expect((await desk.ask('enrolFinish', { enrolment, ...seal })).status).toBe(200)
  expect((await desk.ask('enrolFinish', { enrolment, ...seal })).body.code).toBe('not-found')
  const late = await begin()
  desk.clock.ahead = 10 * 60_000 + 1
  expect((await desk.ask('enrolFinish', { enrolment: late, ...seal })).body.code).toBe('not-found')
})
