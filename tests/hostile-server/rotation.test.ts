import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { fromBase64url, toBase64url } from '../../shared/bytes/base64url.ts'
import type { Bytes } from '../../shared/bytes/bytes.ts'
import { randomBytes } from '../../shared/crypto/random.ts'
import { evaluate } from '../../shared/crypto/voprf-evaluate.ts'
import type { VoprfKey } from '../../shared/crypto/voprf-evaluate.ts'
import type { ReplyOf, RequestOf } from '../../extension/keeper/desk/api.ts'
import { need } from '../headless/org.ts'
import { furtherKey, look, refresh, sign } from '../headless/person.ts'
import { answering, bend, flipped } from './attacks.ts'
import { liesFor, someOf, WHOLES } from './lies.ts'
import { underAttack } from './oracle.ts'
import { carried, sessionOf } from './player.ts'
import type { Player } from './player.ts'
import type { Attack, Exchange, Sent } from './proxy.ts'
import { allIsThere, deskOf, newRotating, otherPin, rotatedUnder, rotateOn, sessionBy } from './rotating.ts'
import type { Rotated, Rotating } from './rotating.ts'
import { isWhole } from '../../shared/testing/whole.ts'
import { newWorld, PIN } from './world.ts'
import type { World } from './world.ts'

// Léna believes that her PIN was seen and rotates her keys, at a server that lies in every answer involved.
let world: World
let elsewhere: World
let here: Rotating
let there: Rotating
let theirs: Rotating
const begin = async () => {
  ;[world, elsewhere] = [await newWorld(), await newWorld()]
  ;[here, there] = [await newRotating(world), await newRotating(elsewhere)]
  const paul = await world.hire('Paul', 'member', [world.team])
  const to = { kind: 'member', id: paul.member } as const
  await sign(world.owner, { do: 'grant', folder: world.banque, to, level: 'edit' })
  await refresh(paul)
  theirs = { ...here, lena: paul }
}
const end = async () => {
  await world.close()
  await elsewhere.close()
}
beforeAll(begin)
afterAll(end)

/** Each try adds a rotation, and every desk reads all earlier ones: after this many tries a new org is made. */
const LIFE = 8
let tries = 0
async function growOld(): Promise<void> {
  tries += 1
  if (tries % LIFE > 0) return
  await end()
  await begin()
}
beforeEach(growOld)

const asked = ['pinBegin', 'fetch', 'rotateKeys', 'ledger'] as const
type Asked = (typeof asked)[number]
type Three = [Exchange, Exchange, Exchange]
let honest: Record<Asked, Three> | null = null

/** The honest answers of each endpoint: to her, to a colleague, and in another org. */
async function honestly(): Promise<Record<Asked, Three>> {
  const seen: Rotated[] = []
  for (const one of [here, theirs, there]) seen.push(await rotatedUnder(one, (_, pass) => pass()))
  expect(seen.map(({ code, told, landed }) => [code, told, landed])).toEqual(Array(3).fill([null, [], true]))
  const last = (name: Asked) =>
    seen.map(({ exchanges }) => need(exchanges.findLast(({ sent }) => sent.endpoint === name))) as Three
  return { pinBegin: last('pinBegin'), fetch: last('fetch'), rotateKeys: last('rotateKeys'), ledger: last('ledger') }
}

test.each(asked)(
  'S5 S7 S9 S10: whatever is made of any field or the whole of what “%s” answers to new keys, one PIN opens one vault',
  async (endpoint) => {
    honest ??= await honestly()
    const lies = liesFor(endpoint, ...honest[endpoint])
    // The answer that confirms the rotation meets every lie about its whole body, in the short run too.
    const whole = endpoint === 'rotateKeys' && !isWhole ? lies.slice(0, WHOLES) : []
    const drawn = someOf(lies, asked.indexOf(endpoint))
    const some = drawn.filter((_, at) => isWhole || at === 0 || at === drawn.length - 1)
    const tried = [...new Set([...whole, ...some])]
    for (const { what, attack } of tried) {
      await growOld()
      const seen = await rotatedUnder(here, attack).catch((error: unknown) => {
        throw new Error(`${endpoint}: ${what}`, { cause: error })
      })
      expect([what, seen.exchanges.some(({ sent }) => sent.endpoint === endpoint)]).toEqual([what, true])
      // A rotation that took effect is reported as failed only where no answer could be read.
      if (seen.landed) expect([what, [null, 'rotation-unclear'].includes(seen.code)]).toEqual([what, true])
    }
    await allIsThere(here)
  },
)

test.each(['refused', 'conflict', 'not-found'])(
  'S10 S12: new keys that have landed and are said to be “%s” lock the desk, which says that either PIN may be the one',
  async (code) => {
    const status = code === 'conflict' ? 409 : 403
    const said = { type: 'about:blank', title: code, status, code }
    const seen = await rotatedUnder(here, answering('rotateKeys', status, said, true))
    expect(seen.landed).toBe(true)
    expect(seen.exchanges.filter(({ sent }) => sent.endpoint === 'rotateKeys')).toHaveLength(1)
    expect([seen.desk.keeper.open, seen.desk.keeper.why]).toEqual([null, 'unclear'])
  },
)

const mine = () => toBase64url(world.mallory.receive.publicKey)
const keys = (change: (all: string[]) => string[]): Attack =>
  bend('fetch', (reply) => ({ ...reply, receiveKeys: change(reply.receiveKeys) }))
const waiting = async (desk: Player) => {
  const { status } = await look(desk)
  const warnings = status.state === 'unlocked' ? status.warnings : []
  return warnings.flatMap((one) => (one.kind === 'undelivered' ? one.to.map(({ to }) => to) : []))
}

test.each([
  ['the attacker’s', () => keys((some) => some.map(mine))],
  ['with one byte turned', () => keys((some) => some.map((one) => flipped(one, 700)))],
  ['held back', () => keys(() => [])],
  ['one colleague’s for all', () => keys((some) => some.map(() => some[0] ?? ''))],
] as const)(
  'S2 S10 P4: new keys seal what they re-key to no receive key that is %s; who has to wait is named, and gets it later',
  async (lie, attack) => {
    let waits: string[] = []
    const seen = await rotatedUnder(here, attack(), { first: async (desk) => void (waits = await waiting(desk)) })
    expect([seen.code, seen.landed]).toEqual([null, true])
    // Late keys are requested one at a time, so a colleague’s key is correct for that colleague and is delivered at once.
    expect(waits).toHaveLength(lie.startsWith('one') ? 0 : 2)
    expect(await waiting(seen.desk)).toEqual([])
    await allIsThere(here)
  },
)

test('S10 P5: a server that holds back where journals stand gets no entry signed that owes a cut', async () => {
  const seen = await rotatedUnder(
    here,
    bend('fetch', (reply) => ({ ...reply, journalHeads: [] })),
  )
  expect([seen.code, seen.landed]).toEqual(['bad-reply', false])
  expect(seen.exchanges.map(({ sent }) => sent.endpoint)).not.toContain('rotateKeys')
})

type Begun = ReplyOf<'pinBegin'>
const begun = (change: (reply: Begun, sent: RequestOf<'pinBegin'>) => Begun): Attack =>
  bend('pinBegin', (reply, { body }: Sent) => change(reply, JSON.parse(body.toString()) as RequestOf<'pinBegin'>))
const next = (change: (half: Begun['next'], whole: Begun) => Partial<Begun['next']>): Attack =>
  begun((reply) => ({ ...reply, next: { ...reply.next, ...change(reply.next, reply) } }))
const proved = (key: VoprfKey, blinded: string) => {
  const text = (bytes: Bytes) => toBase64url(bytes)
  const { evaluation, proof } = evaluate(key, fromBase64url(blinded))
  return { evaluation: text(evaluation), proof: text(proof), voprfPublicKey: text(key.publicKey) }
}
const zeros = toBase64url(new Uint8Array(64))
const own = () => world.mallory.voprf

test.each<[string, () => Attack, string]>([
  [
    'the old PIN evaluated to another element',
    () => begun((one) => ({ ...one, evaluation: one.voprfPublicKey })),
    'bad-voprf-proof',
  ],
  ['a proof of zeros for the old PIN', () => begun((one) => ({ ...one, proof: zeros })), 'bad-voprf-proof'],
  [
    'the old PIN evaluated, well proved, under the server’s own key',
    () => begun((one, sent) => ({ ...one, ...proved(own(), sent.blinded) })),
    'wrong-pin',
  ],
  [
    'the new PIN evaluated to another element',
    () => next((half) => ({ evaluation: half.voprfPublicKey })),
    'bad-voprf-proof',
  ],
  ['a proof of zeros for the new PIN', () => next(() => ({ proof: zeros })), 'bad-voprf-proof'],
  [
    'another VOPRF key for the new PIN',
    () => next(() => ({ voprfPublicKey: toBase64url(own().publicKey) })),
    'bad-voprf-proof',
  ],
  [
    'the old PIN’s evaluation for the new PIN',
    () => next((_, { evaluation, proof, voprfPublicKey }) => ({ evaluation, proof, voprfPublicKey })),
    'bad-voprf-proof',
  ],
  ['an earlier seal revision', () => begun((one) => ({ ...one, sealRevision: one.sealRevision - 1 })), 'cannot-open'],
  ['a later seal revision', () => begun((one) => ({ ...one, sealRevision: one.sealRevision + 1 })), 'cannot-open'],
  [
    'a change of the server’s own',
    () => begun((one) => ({ ...one, change: toBase64url(randomBytes(16)) as Begun['change'] })),
    'not-found',
  ],
])('S9 P2: new keys that are begun with %s change nothing, and the person is told', async (_, attack, code) => {
  const seen = await rotatedUnder(here, attack())
  expect([seen.code, seen.landed]).toEqual([code, false])
  expect(seen.exchanges.filter(({ sent }) => sent.endpoint === 'rotateKeys').length).toBe(code === 'not-found' ? 1 : 0)
})

test('S9 P2: a new PIN hardened by a VOPRF key of the server’s own gains it nothing: it can refuse service, as ever, and the open desk goes on', async () => {
  const one: Rotating = { ...here, pin: PIN, lena: await world.hire('Sacha') }
  const desk = await deskOf(one)
  const attack = begun((reply, sent) => ({ ...reply, next: proved(own(), sent.newBlinded) }))
  const seen = await underAttack(world, desk, attack, () => rotateOn(desk, one), {
    heals: false,
    landed: true,
    withheld: true,
    after: async () => void (desk.session = one.lena.session = await carried(desk, desk.keeper.needOpen().session)),
  })
  expect([seen.code, seen.told]).toEqual([null, []])
  const pin = otherPin(one.pin)
  expect([await sessionBy(one, one.pin), await sessionBy(one, pin)]).toEqual(['wrong-pin', 'wrong-pin'])
  // It opens under the very key that the server lied with, for the holder of FIDO key and PIN; the honest server has another.
  world.proxy.attack(hardenedBy(own()))
  const there = await world.desk(one.lena, true)
  const session = await sessionOf(there, world.proxy.origin, world.org, pin)
  world.proxy.attack(null)
  expect(session.seed).toBe(desk.session?.seed)
  desk.lied = false
  await refresh(desk)
  const key = await furtherKey(desk, pin)
  const withIt = { ...one, lena: { ...one.lena, key } }
  expect(await sessionBy(withIt, pin)).toMatchObject({ seed: session.seed })
})
const hardenedBy = (key: VoprfKey): Attack =>
  bend('evaluate', (reply, { body }) => {
    const { blinded } = JSON.parse(body.toString()) as RequestOf<'evaluate'>
    return { ...reply, ...proved(key, blinded) }
  })
