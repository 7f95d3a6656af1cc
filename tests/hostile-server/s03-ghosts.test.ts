import { afterAll, beforeAll, expect, test } from 'vitest'
import { toBase64url } from '../../shared/bytes/base64url.ts'
import type { FolderId, Hash, Signature } from '../../shared/bytes/ids.ts'
import { newFolderId, newInvitationId, newMemberId, newTeamId } from '../../shared/bytes/ids.ts'
import { receiveHash } from '../../shared/crypto/hpke.ts'
import { randomBytes } from '../../shared/crypto/random.ts'
import { firstPolicy } from '../../shared/ledger/replay/owners.ts'
import type { Act } from '../../shared/ledger/acts.ts'
import { need } from '../headless/org.ts'
import { look } from '../headless/person.ts'
import { bend } from './attacks.ts'
import { forgeEntry, granting, handOf, inviting, under } from './forge.ts'
import { vaultOf } from './honest.ts'
import { freshUnderAttack, underAttack } from './oracle.ts'
import { reasonFor, refusedBecause } from './reasons.ts'
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
  act: 'member added',
  invitation: newInvitationId(),
  member: world.mallory.member,

  signKey: world.mallory.sign.publicKey,
  receive: await receiveHash(world.mallory.receive.publicKey),

  profile: someHash(),
  byInvitation: someSignature(),
  byMember: someSignature(),
})
const generation = () => ({ commitment: someHash(), receive: someHash() })

/** The cuts of those journals, which an act that lowers a level must contain. */
const cuts = (...folders: FolderId[]): Act[] =>
  folders.map((folder) => {
    const { sequence, hash } = need(vaultOf(world.witness).shelves.get(folder)).journal.head
    return { act: 'journal cut', folder, sequence, head: hash }
  })

/**
 * Acts that a server without anybody's key would like to add to the ledger. Last, the reason why the rules refuse the act in
 * the owner's name, where it is not the signature alone: an act for a nonexistent member is refused whoever signs.
 */
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
        members: [world.owner.member],
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
  ['a grant to a ghost team', async () => [granting(world.banque, { kind: 'team', id: newTeamId() }, 'read')]],
  ['a silent raise of a role', async () => [{ act: 'member role set', member: world.agent.member, role: 'owner' }]],
  [
    'a weaker policy',
    async () => [
      {
        act: 'policy set',
        policy: { ...firstPolicy, shiftHours: 12, keepDays: 90 },
      },
    ],
  ],
  [
    'a removal',
    async () => [{ act: 'member removed', member: world.agent.member }, ...cuts(world.banque, world.assurance)],
  ],
  [
    'another name',
    async () => [{ act: 'folder described', folder: world.banque, revision: 2, description: someHash() }],
  ],
]
test.each(wishes)(
  'S3 P4: %s that the server signs for itself, or in the owner’s name, is believed by no desk',
  async (_, wish) => {
    const acts = await wish()
    await refusedBecause(world, world.agent, 'unknown-author', await forgeEntry(world, world.mallory, acts))
    const inHerName = { member: world.owner.member, sign: world.mallory.sign }
    await refusedBecause(world, world.agent, 'bad-signature', await forgeEntry(world, inHerName, acts))
  },
)

test('S3 P4: a genuine entry with one act put in, or one level raised, is refused', async () => {
  const her = handOf(world.owner)
  const granted = granting(world.top, { kind: 'member', id: world.agent.member }, 'fill')
  const raised = granting(world.top, { kind: 'member', id: world.agent.member }, 'edit')
  const made = granting(world.banque, { kind: 'member', id: world.agent.member }, 'manage')
  const genuine = await forgeEntry(world, her, [granted])
  expect(await reasonFor(world, genuine)).toBe('believed')
  // The owner's true signature under other acts; the hash is that of the changed entry.
  for (const acts of [[raised], [granted, made], [made, granted]])
    await refusedBecause(world, world.agent, 'bad-signature', await under(await forgeEntry(world, her, acts), genuine))
})

test('S3: people, teams and folders that no ledger names are not there, and a server that serves them is told of', async () => {
  const ghost = { named: someHash(), sealed: toBase64url(randomBytes(300)), forRegister: null }
  const attack = bend('fetch', (reply) => ({
    ...reply,
    profiles: [...reply.profiles, { member: newMemberId(), name: 'Ghost', email: 'g@atlas.example', salt: someHash() }],
    descriptions: [
      ...reply.descriptions,
      { kind: 'folder', id: newFolderId(), revision: 1, ...ghost },
      { kind: 'team', id: newTeamId(), revision: 1, ...ghost, sealedUnderTeam: someHash() },
    ],
    journals: [
      ...reply.journals,
      { folder: newFolderId(), entries: [someHash()], parts: [], snapshot: null, next: null },
    ],
  }))
  const seen = await freshUnderAttack(world, world.agent, attack)
  expect([seen.missing, seen.told]).toEqual([[], ['tampered-names', 'tampered-folder:malformed']])
})

test('S3: a ghost device gets no seed: the list of keys only tells a browser which key not to register twice', async () => {
  const attack = bend('credentials', ({ credentials }) => ({
    credentials: [...credentials, { id: toBase64url(randomBytes(32)), createdAt: 0, usedAt: null, model: null }],
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
