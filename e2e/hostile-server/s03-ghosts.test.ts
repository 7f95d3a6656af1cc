import { afterAll, beforeAll, expect, test } from 'vitest'
import { toBase64url } from '../../shared/bytes/base64url.ts'
import type { Hash, Signature } from '../../shared/bytes/ids.ts'
import { newFolderId, newInvitationId, newMemberId, newTeamId } from '../../shared/bytes/ids.ts'
import { receiveHash } from '../../shared/crypto/hpke.ts'
import { randomBytes } from '../../shared/crypto/random.ts'
import type { Act } from '../../shared/ledger/acts.ts'
import { look } from '../headless/person.ts'
import { bend } from './attacks.ts'
import { refusedAsLedger } from './both.ts'
import { appended, forgeEntry, granting, handOf, inviting } from './forge.ts'
import { freshUnderAttack, underAttack } from './oracle.ts'
import { newWorld } from './world.ts'
import type { World } from './world.ts'

let world: World
beforeAll(async () => {
  world = await newWorld()
})
afterAll(() => world.close())

const someHash = () => toBase64url(randomBytes(32)) as Hash
const someSignature = () => toBase64url(randomBytes(64)) as Signature
const ghost = async (): Promise<Act> => ({
  ...{ act: 'member added', invitation: newInvitationId(), member: world.mallory.member },
  ...{ signKey: world.mallory.sign.publicKey, receive: await receiveHash(world.mallory.receive.publicKey) },
  ...{ profile: someHash(), byInvitation: someSignature(), byMember: someSignature() },
})
const generation = () => ({ commitment: someHash(), receive: someHash() })

/** What a server would like to slip into the ledger; it holds no key of anybody's. */
const wishes: [string, () => Promise<Act[]>][] = [
  ['a ghost member', async () => [await ghost()]],
  [
    'a ghost in a team',
    async () => [{ act: 'team members set', team: world.team, added: [world.mallory.member], removed: [] }],
  ],
  [
    'a ghost team',
    async () => [
      {
        act: 'team created',
        team: newTeamId(),
        home: world.top,
        members: [world.mallory.member],
        ...generation(),
        description: someHash(),
      },
    ],
  ],
  ['a grant to a ghost', async () => [granting(world.banque, { kind: 'member', id: newMemberId() }, 'manage')]],
  [
    'a silent raise of a level',
    async () => [granting(world.banque, { kind: 'member', id: world.agent.member }, 'manage')],
  ],
  [
    'an invitation of its own as owner',
    async () => [inviting(newInvitationId(), world.mallory.sign.publicKey, 'owner')],
  ],
  [
    'a ghost folder',
    async () => [
      { act: 'folder created', folder: newFolderId(), parent: null, ...generation(), description: someHash() },
    ],
  ],
  ['a removal', async () => [{ act: 'member removed', member: world.agent.member }]],
  [
    'another name',
    async () => [{ act: 'folder described', folder: world.banque, revision: 2, description: someHash() }],
  ],
]
test.each(wishes)(
  'S3 P4: %s that the server signs for itself, or in the owner’s name, is believed by no desk',
  async (_, wish) => {
    const acts = await wish()
    await refusedAsLedger(world, world.agent, appended(await forgeEntry(world, world.mallory, acts)))
    const inHerName = { member: world.owner.member, sign: world.mallory.sign }
    await refusedAsLedger(world, world.agent, appended(await forgeEntry(world, inHerName, acts)))
  },
)

test('S3 P4: a genuine entry with one act put in, or one level raised, is refused', async () => {
  const { sign } = handOf(world.owner)
  // The owner's true signature over another entry: the signature does not fit what stands there now.
  const granted: Act = granting(world.top, { kind: 'member', id: world.agent.member }, 'fill')
  const raised = Buffer.from(
    (await forgeEntry(world, { member: world.owner.member, sign }, [granted])).entry,
    'base64url',
  )
  const at = raised.indexOf('fill')
  expect(at).toBeGreaterThan(0)
  raised.write('edit', at)
  const entry = raised.toString('base64url')
  const { sequence, hash } = await forgeEntry(world, { member: world.owner.member, sign }, [granted])
  await refusedAsLedger(world, world.agent, appended({ entry, sequence, hash }))
})

test('S3: people, teams and folders that no ledger names are not there, and a server that serves them is told of', async () => {
  const attack = bend('fetch', (reply) => ({
    ...reply,
    profiles: [...reply.profiles, { member: newMemberId(), name: 'Ghost', email: 'g@atlas.example', salt: someHash() }],
    descriptions: [
      ...reply.descriptions,
      { kind: 'folder', id: newFolderId(), revision: 1, sealed: toBase64url(randomBytes(300)) },
      { kind: 'team', id: newTeamId(), revision: 1, sealed: someHash(), sealedUnderTeam: someHash() },
    ],
    journals: [...reply.journals, { folder: newFolderId(), entries: [someHash()], parts: [], snapshot: null }],
  }))
  const seen = await freshUnderAttack(world, world.agent, attack)
  expect([seen.missing, seen.told]).toEqual([[], ['tampered-names', 'tampered-folder:malformed']])
})

test('S3: a ghost device gets no seed: the list of keys only tells a browser which key not to register twice', async () => {
  const attack = bend('credentials', ({ credentials }) => ({
    credentials: [...credentials, { id: toBase64url(randomBytes(32)), createdAt: 0, usedAt: null }],
  }))
  const { owner } = world
  owner.lied = true
  const seen = await underAttack(world, owner, attack)
  expect([seen.code, seen.told]).toEqual([null, []])
  world.proxy.attack(attack)
  const creation = await owner.ask['enrol.start']({ kind: 'further-key' }, '')
  expect(creation.exclude).toHaveLength(2)
  await owner.ask['enrol.cancel'](null, '')
  world.proxy.attack(null)
  expect((await look(owner)).people.length).toBe(2)
  owner.lied = false
})
