import { expect, test } from 'vitest'
import { encode, split } from '../bytes/encode.ts'
import {
  attemptId,
  folderId,
  hash,
  idBytes,
  invitationId,
  itemId,
  memberId,
  orgId,
  signPublic,
  teamId,
} from '../bytes/ids.ts'
import * as contexts from './contexts.ts'
import { sha256Bytes } from './hash.ts'
import { hex } from './vectors/hex.ts'

const filled = (length: number, byte: number) => new Uint8Array(length).fill(byte)
const [org, otherOrg] = [orgId.read(filled(32, 1)), orgId.read(filled(32, 2))]
// Every kind of id stands for the same 16 bytes: only label and position can tell them apart.
const [id, otherId] = [filled(16, 3), filled(16, 4)]
const [hash32, otherHash] = [hash.read(filled(32, 5)), hash.read(filled(32, 6))]
const [member, team, folder, item] = [memberId.read(id), teamId.read(id), folderId.read(id), itemId.read(id)]
const [otherMember, otherTeam, otherFolder] = [memberId.read(otherId), teamId.read(otherId), folderId.read(otherId)]

/** The context at `at`, and at every place that differs in one field. */
function places<T extends object>(build: (at: T) => Uint8Array, at: T, changes: { [K in keyof T]-?: T[K] }): string[] {
  const changed = Object.entries(changes).map(([name, value]) => build({ ...at, [name]: value }))
  return [build(at), ...changed].map(String)
}

const generation = { kind: 'folder' as const, org, id: folder, generation: 1 }
const otherGeneration = { kind: 'team' as const, org: otherOrg, id: otherTeam, generation: 2 }
const written = { org, generation: 1, revision: 1, author: member }
const otherWritten = { org: otherOrg, generation: 2, revision: 3, author: otherMember }

const all = [
  ...places(
    contexts.sealedSeedContext,
    { credentialId: id, voprfPublicKey: filled(32, 1), revision: 1 },
    { credentialId: otherId, voprfPublicKey: filled(32, 2), revision: 2 },
  ),
  ...places(
    contexts.sessionProof,
    { purpose: 'unlock', org, serverOrigin: 'https://a', attempt: attemptId.read(id), thumbprint: hash32 },
    {
      purpose: 'enrol',
      org: otherOrg,
      serverOrigin: 'https://b',
      attempt: attemptId.read(otherId),
      thumbprint: otherHash,
    },
  ),
  ...places(
    contexts.pinChangeProof,
    { org, member, serverOrigin: 'https://a', change: attemptId.read(id), sealed: hash32 },
    {
      org: otherOrg,
      member: otherMember,
      serverOrigin: 'https://b',
      change: attemptId.read(otherId),
      sealed: otherHash,
    },
  ),
  ...places(
    contexts.shiftContext,
    { org, member, credentialId: id, serverOrigin: 'https://a' },
    { org: otherOrg, member: otherMember, credentialId: otherId, serverOrigin: 'https://b' },
  ),
  ...places<contexts.Generation>(
    (at) => contexts.commitInfo(at.kind, at.org, at.id, at.generation),
    generation,
    otherGeneration,
  ),
  ...places<contexts.Generation>(contexts.previousContext, generation, otherGeneration),
  ...places<contexts.Wrap>(
    contexts.wrapInfo,
    { ...generation, recipientKind: 'team', recipient: team, recipientGeneration: 1, recipientKeyHash: hash32 },
    {
      ...otherGeneration,
      recipientKind: 'member',
      recipient: otherMember,
      recipientGeneration: 2,
      recipientKeyHash: otherHash,
    },
  ),
  ...places<contexts.ShareAt>(
    contexts.shareInfo,
    {
      org,
      id: folder,
      generation: 1,
      holder: member,
      recipient: member,

      recipientGeneration: 1,
      recipientKeyHash: hash32,
    },
    {
      org: otherOrg,
      id: otherFolder,
      generation: 2,
      holder: otherMember,
      recipient: otherMember,

      recipientGeneration: 2,
      recipientKeyHash: otherHash,
    },
  ),
  ...places<Parameters<typeof contexts.itemPartContext>[0]>(
    contexts.itemPartContext,
    { ...written, folder, item, part: 'overview' },
    { ...otherWritten, folder: otherFolder, item: itemId.read(otherId), part: 'secret' },
  ),
  ...places(contexts.folderDescriptionContext, { ...written, folder }, { ...otherWritten, folder: otherFolder }),
  ...places<Parameters<typeof contexts.teamDescriptionContext>[0]>(
    contexts.teamDescriptionContext,
    { ...written, team, under: 'folder' },
    { ...otherWritten, team: otherTeam, under: 'team' },
  ),
  ...places(
    contexts.profileInput,
    { org, member, name: 'Ana', email: 'a@x', salt: filled(32, 1) },
    { org: otherOrg, member: otherMember, name: 'Anaa', email: '@x', salt: filled(32, 2) },
  ),
  ...places(
    contexts.joinProof,
    {
      org,
      invitation: invitationId.read(id),
      member,
      signKey: signPublic.read(filled(32, 5)),
      receiveHash: hash32,
    },
    {
      org: otherOrg,
      invitation: invitationId.read(otherId),
      member: otherMember,
      signKey: signPublic.read(filled(32, 6)),
      receiveHash: otherHash,
    },
  ),
  ...places(
    contexts.cacheContext,
    { org, member, kind: 'ledger', name: 'a' },
    { org: otherOrg, member: otherMember, kind: 'index', name: 'b' },
  ),
  ...[contexts.pinSalt(org), contexts.pinSalt(otherOrg)].map(String),
  ...[contexts.unlockInfo(id), contexts.unlockInfo(otherId)].map(String),
  ...[contexts.blobNameInfo('a', 'bc'), contexts.blobNameInfo('ab', 'c')].map(String),
  ...[contexts.deriveInfo('part'), contexts.deriveInfo('part', id), contexts.deriveInfo('sign')].map(String),
]

test('P5: every place has its own bytes: changing one field, or the kind of thing, gives others', () => {
  expect(new Set(all).size).toBe(all.length)
})

test('org, folder, item and author are no anagram: swapping two ids of one kind shows', () => {
  const join = { org, invitation: invitationId.read(id), member: otherMember }
  const rest = { signKey: signPublic.read(filled(32, 5)), receiveHash: hash32 }
  expect(contexts.joinProof({ ...join, ...rest })).not.toEqual(
    contexts.joinProof({ org, invitation: invitationId.read(otherId), member, ...rest }),
  )
})

test('places carry format and suite; the PIN’s salt and the unlock key’s info do not', () => {
  const { label, fields } = split(contexts.previousContext(generation))
  expect(label).toBe('cloison/v1/previous')
  expect(contexts.previousContext(generation)).toEqual(
    encode('cloison/v1/previous', 1, 1, 'folder', idBytes(org), id, 1),
  )
  expect(fields).toHaveLength(6)
  expect(contexts.pinSalt(org)).toEqual(encode('cloison/v1/pin', idBytes(org)))
  expect(contexts.unlockInfo(id)).toEqual(encode('cloison/v1/unlock', id))
})

test('PRF input and WebAuthn challenge are 32 bytes; the challenge is for one purpose, server and nonce', async () => {
  expect(await contexts.prfSalt()).toEqual(await sha256Bytes(new TextEncoder().encode('cloison/v1/prf')))
  const challenge = await contexts.webauthnChallenge('unlock', 'https://a', id)
  expect(challenge).toEqual(await sha256Bytes(encode('cloison/v1/webauthn', 'unlock', 'https://a', id)))
  expect(await contexts.webauthnChallenge('enrol', 'https://a', id)).not.toEqual(challenge)
  expect(await contexts.webauthnChallenge('unlock', 'https://b', id)).not.toEqual(challenge)
  expect(await contexts.webauthnChallenge('unlock', 'https://a', otherId)).not.toEqual(challenge)
})

test('one context to the byte, so that a change of the form cannot pass unseen', () => {
  const at = { ...written, folder, item, part: 'secret' as const }
  const u32 = '00000010'
  const expected = [
    `00000014${Buffer.from('cloison/v1/item-part').toString('hex')}`,
    `00000008${'0000000000000001'}`,
    `00000008${'0000000000000001'}`,
    `00000020${'01'.repeat(32)}`,
    u32 + '03'.repeat(16),
    u32 + '03'.repeat(16),
    `00000006${Buffer.from('secret').toString('hex')}`,
    `00000008${'0000000000000001'}`,
    `00000008${'0000000000000001'}`,
    u32 + '03'.repeat(16),
  ]
  expect(contexts.itemPartContext(at)).toEqual(hex(expected.join('')))
})
