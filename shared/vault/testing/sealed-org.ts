/**
 * Every kind of sealed object, each at every place of a small org: what the transplant test carries about. An insider
 * has given all of it one and the same key, so that nothing but its place can tell one object from another.
 */
import { plainFacts } from '../about-client.ts'
import type { Bytes } from '../../bytes/bytes.ts'
import { newFolderId, newItemId, newMemberId, newTeamId, orgOf, zero32 } from '../../bytes/ids.ts'
import type { ItemId, MemberId, OrgId } from '../../bytes/ids.ts'
import { openAead, sealAead } from '../../crypto/aead.ts'
import { commitment } from '../../crypto/commit.ts'
import { cacheContext, sealedSeedContext } from '../../crypto/contexts.ts'
import type { Generation, IdOf, Kind, Wrap } from '../../crypto/contexts.ts'
import { folderReceive, memberKeys, teamReceive } from '../../crypto/derive.ts'
import type { MemberKeys } from '../../crypto/derive.ts'
import { sha256 } from '../../crypto/hash.ts'
import { receiveHash } from '../../crypto/hpke.ts'
import type { ReceiveKeys } from '../../crypto/hpke.ts'
import { folderKey, memberSeed, teamSeed } from '../../crypto/keys.ts'
import type { KeyOf, MemberSeed } from '../../crypto/keys.ts'
import { randomBytes } from '../../crypto/random.ts'
import { openSeed, sealSeed, unlockKeys } from '../../crypto/unlock.ts'
import { openPrevious, openWrap, sealPrevious, wrapKey } from '../../crypto/wrap.ts'
import {
  newWords,
  openFolderName,
  openNameByRegister,
  openTeamName,
  sealFolderName,
  sealNameForRegister,
  sealTeamName,
} from '../seal-description.ts'
import { openPart, sealPart } from '../seal-item.ts'

/** A sealed object at its place: `fields` name the place, `open` opens any bytes with the keys of that place. */
export type Sealed = {
  kind: string
  fields: Record<string, string | number>
  bytes: Bytes
  open(bytes: Bytes): Promise<unknown>
}

type Person = { id: MemberId; seed: MemberSeed; keys: MemberKeys }
/** A team or folder whose two generations have one key. */
type Holder<K extends Kind> = { kind: K; id: IdOf[K]; key: KeyOf[K]; receive: ReceiveKeys }
type Small = {
  org: OrgId
  people: Person[]
  teams: Holder<'team'>[]
  folders: Holder<'folder'>[]
  items: ItemId[]
}

export async function smallOrg(): Promise<Small> {
  const bytes = randomBytes(32)
  const [seed, team, folder] = [memberSeed(bytes), teamSeed(bytes), folderKey(bytes)]
  const [keys, teamKeys, folderKeys] = [await memberKeys(seed), await teamReceive(team), await folderReceive(folder)]
  const twice = <T>(make: () => T): [T, T] => [make(), make()]
  return {
    org: orgOf(await sha256(randomBytes(32))),
    people: twice(() => ({ id: newMemberId(), seed, keys })),
    teams: twice(() => ({ kind: 'team', id: newTeamId(), key: team, receive: teamKeys })),
    folders: twice(() => ({ kind: 'folder', id: newFolderId(), key: folder, receive: folderKeys })),
    items: twice(newItemId),
  }
}

/** The same org, ids and keys and all, under another id: what a server could set up beside it. */
export const copyOf = async (at: Small): Promise<Small> => ({ ...at, org: orgOf(await sha256(randomBytes(32))) })

const generations = [1, 2]
const revisions = [1, 2]

/** All sealed objects of an org of two people, teams, folders, items, revisions and generations. */
export async function sealedOrg(at: Small): Promise<Sealed[]> {
  const all: Promise<Sealed[]>[] = [cacheBlobs(at), sealedSeeds(at)]
  for (const holder of [...at.teams, ...at.folders]) all.push(wraps(at, holder), names(at, holder))
  for (const folder of at.folders) all.push(parts(at, folder))
  return (await Promise.all(all)).flat()
}

async function parts({ org, people, items }: Small, { id: folder, key }: Holder<'folder'>): Promise<Sealed[]> {
  const all: Sealed[] = []
  for (const item of items)
    for (const generation of generations)
      for (const revision of revisions)
        for (const { id: author } of people) {
          const place = { org, folder, item, generation, revision, author }
          const overview = await sealPart(key, place, 'overview', {
            kind: 'login',
            name: 'x',
            username: 'y',
            urls: [],
            afterFill: 'stay',
            tags: [],
            passwordIn: [],
          })
          const secret = await sealPart(key, place, 'secret', {
            password: 'x',
            totp: '',
            notes: '',
            custom: [],
            history: [],
            files: [],
          })
          for (const [part, { sealed }] of [['overview', overview] as const, ['secret', secret] as const]) {
            const open = async (bytes: Bytes) => openPart(key, place, part, bytes, await sha256(bytes))
            all.push({ kind: 'item part', fields: { ...place, part }, bytes: sealed, open })
          }
        }
  return all
}

async function names({ org, people, folders }: Small, holder: Holder<'team'> | Holder<'folder'>): Promise<Sealed[]> {
  const all: Sealed[] = []
  const said = newWords('x')
  for (const generation of generations)
    for (const revision of revisions)
      for (const { id: author } of people) {
        const written = { org, generation, revision, author }
        for (const { id: register, receive } of folders) {
          const place = { ...written, kind: holder.kind, id: holder.id, register }
          const at = { ...place, keyHash: await receiveHash(receive.publicKey) }
          const open = (bytes: Bytes) => openNameByRegister(receive, at, bytes)
          const bytes = await sealNameForRegister(receive.publicKey, at, said)
          all.push({ kind: 'name for the register', fields: place, bytes, open })
        }
        if (holder.kind === 'folder') {
          const place = { ...written, folder: holder.id }
          const open = (bytes: Bytes) => openFolderName(holder.key, place, bytes)
          all.push({
            kind: 'folder name',
            fields: place,
            bytes: await sealFolderName(holder.key, place, { ...said, ...plainFacts(0) }),
            open,
          })
          continue
        }
        for (const under of ['folder', 'team'] as const) {
          const key = (under === 'folder' ? folders[0]?.key : null) ?? holder.key
          const place = { ...written, team: holder.id, under }
          const open = (bytes: Bytes) => openTeamName(key, place, bytes)
          all.push({ kind: 'team name', fields: place, bytes: await sealTeamName(key, place, said), open })
        }
      }
  return all
}

type Recipient = Pick<Wrap, 'recipientKind' | 'recipient' | 'recipientGeneration'> & { receive: ReceiveKeys }

/** Both generations of a key to everybody it may go to, and the first under the second. */
async function wraps<K extends Kind>({ org, people, teams, folders }: Small, holder: Holder<K>): Promise<Sealed[]> {
  const { kind, id, key } = holder
  const to: Recipient[] = people.map((person) => ({
    recipientKind: 'member',
    recipient: person.id,
    recipientGeneration: 1,
    receive: person.keys.receive,
  }))
  if (kind === 'folder')
    for (const one of [...teams, ...folders])
      for (const recipientGeneration of generations)
        to.push({ recipientKind: one.kind, recipient: one.id, recipientGeneration, receive: one.receive })
  const all: Sealed[] = []
  for (const generation of generations) {
    const committed = await commitment(key, kind, org, id, generation)
    for (const { receive, ...recipient } of to) {
      const place = { kind, org, id, generation, ...recipient }
      const wrap = { ...place, recipientKeyHash: await receiveHash(receive.publicKey) }
      const open = (bytes: Bytes) => openWrap(receive, bytes, wrap, committed)
      const bytes = await wrapKey(key, receive.publicKey, wrap)
      all.push({ kind: `${kind} wrap to ${recipient.recipientKind}`, fields: place, bytes, open })
    }
    const place: Generation<K> = { kind, org, id, generation: generation + 1 }
    const open = (bytes: Bytes) => openPrevious(key, bytes, place, committed)
    all.push({ kind: `previous ${kind}`, fields: place, bytes: await sealPrevious(key, key, place), open })
  }
  return all
}

async function cacheBlobs({ org, people }: Small): Promise<Sealed[]> {
  const all: Sealed[] = []
  for (const { id: member, keys } of people)
    for (const kind of ['ledger', 'shelf'])
      for (const name of ['', 'a']) {
        const place = { org, member, kind, name }
        const open = (bytes: Bytes) => openAead(keys.cache, cacheContext(place), bytes)
        const bytes = await sealAead(keys.cache, cacheContext(place), randomBytes(300))
        all.push({ kind: 'cache blob', fields: place, bytes, open })
      }
  return all
}

/** Two credentials each, all of one touch and PIN: the context alone must tell revision and credential apart. */
async function sealedSeeds({ org, people }: Small): Promise<Sealed[]> {
  const all: Sealed[] = []
  const [prf, y, voprfs] = [randomBytes(32), randomBytes(64), [randomBytes(32), randomBytes(32)]]
  for (const { id: member, seed } of people)
    for (const credentialId of [randomBytes(32), randomBytes(32)])
      for (const voprfPublicKey of voprfs)
        for (const revision of revisions) {
          const keys = await unlockKeys({ prf, y, credentialId, voprfPublicKey })
          const context = sealedSeedContext({ credentialId, voprfPublicKey, revision })
          const content = { seed, org, member, keyGeneration: 1, ledger: { sequence: 1, head: zero32 } }
          const fields = { credential: String(credentialId), voprf: String(voprfPublicKey), revision }
          const open = (bytes: Bytes) => openSeed(keys, context, bytes)
          all.push({ kind: 'sealed seed', fields, bytes: await sealSeed(keys, context, content), open })
        }
  return all
}
