import { Failure } from '../../../bytes/failure.ts'
import { encode } from '../../../bytes/encode.ts'
import { idBytes, zero32 } from '../../../bytes/ids.ts'
import type { FolderId, Hash, ItemId, MemberId, OrgId } from '../../../bytes/ids.ts'
import type { Bytes } from '../../../bytes/bytes.ts'
import { sha256 } from '../../../crypto/hash.ts'
import { verify } from '../../../crypto/verify.ts'
import { journalBody, readEntry } from '../../entry.ts'
import type { Change, JournalBody, PartLink } from '../../entry.ts'
import { found, isClosed, manages, mayEdit, need } from './book.ts'
import type { Book } from './book.ts'

type Part = PartLink & { author: MemberId }
type Item = {
  revision: number
  isDeleted: boolean
  parts: { overview: Part; secret: Part }
  by: MemberId
  time: number
}
export type Diary = {
  org: OrgId
  folder: FolderId
  sequence: number
  head: Hash
  time: number
  /** The ledger's sequence that the last entry named. */
  ledger: number
  items: Map<ItemId, Item>
}

export const emptyDiary = (org: OrgId, folder: FolderId): Diary => ({
  org,
  folder,
  sequence: 0,
  head: zero32,
  time: 0,
  ledger: 0,
  items: new Map(),
})

/** The diary after `entry`; `books` holds the ledger after each of its entries, the first at 0. Throws the rule's code. */
export async function replayJournalPlainly(before: Diary, books: Book[], entry: Bytes): Promise<Diary> {
  const { body, signedBytes, signature, hash } = await open(entry)
  need(body.org === before.org && body.folder === before.folder, 'wrong-org')
  need(body.sequence === before.sequence + 1, 'wrong-sequence')
  need(body.previous === before.head, 'wrong-previous')
  need(body.time >= before.time, 'time-runs-back')
  const newest = books.at(-1)
  const named = books[body.ledger.sequence - 1]
  need(newest !== undefined && named?.entries.at(-1) === body.ledger.hash, 'wrong-ledger-head')
  need(body.ledger.sequence >= before.ledger, 'before-the-cut')
  const then = structuredClone(named)
  then.time = Math.max(named.time, body.time)
  need(then.everMembers.has(body.author), 'unknown-author')
  const folder = found(then.folders, body.folder, 'unknown-folder')
  need(!newest.deletedFolders.has(body.folder), 'unknown-folder')
  const isSnapshot = body.snapshot !== null
  need((isSnapshot ? manages : mayEdit)(then, body.author, body.folder), 'not-allowed')
  need(await verify(found(then.members, body.author, 'not-allowed').signKey, signedBytes, signature), 'bad-signature')
  need(folder.stale === null, 'stale')
  need(!isClosed(then, body.folder), 'closed')
  need(body.generation === folder.receives.length, 'wrong-generation')
  cuts(newest, body, hash)
  need(isSnapshot !== body.changes.length > 0, 'no-acts')
  need(new Set(body.changes.map(({ item }) => item)).size === body.changes.length, 'malformed')
  const after = structuredClone(before)
  for (const change of body.changes) {
    need(!folder.isRegister || (change.revision === 1 && change.parts !== null), 'wrong-revision')
    const item = after.items.get(change.item)
    if (item?.isDeleted && change.parts !== null) need(manages(then, body.author, body.folder), 'not-allowed')
    after.items.set(change.item, changed(item, change, body))
  }
  need(!isSnapshot || (await sha256(contentOf(after))) === body.snapshot, 'wrong-snapshot')
  after.sequence = body.sequence
  after.head = hash
  after.time = body.time
  after.ledger = body.ledger.sequence
  return after
}

async function open(entry: Bytes) {
  try {
    return await readEntry(journalBody, entry)
  } catch {
    throw new Failure('malformed')
  }
}

function cuts(newest: Book, body: JournalBody, hash: Hash) {
  for (const cut of newest.cuts.filter(({ folder }) => folder === body.folder)) {
    if (body.sequence > cut.sequence) need(body.ledger.sequence >= cut.ledger, 'past-the-cut')
    else need(body.ledger.sequence < cut.ledger, 'before-the-cut')
    if (body.sequence === cut.sequence) need(hash === cut.head, 'wrong-previous')
  }
}

function changed(
  before: Item | undefined,
  { revision, parts }: Change,
  { author, time, generation }: JournalBody,
): Item {
  need(revision === (before?.revision ?? 0) + 1, 'wrong-revision')
  if (parts === null) {
    need(before !== undefined && !before.isDeleted, 'wrong-revision')
    return { revision, isDeleted: true, parts: before.parts, by: author, time }
  }
  const part = (was: Part | undefined, now: PartLink): Part => {
    if (was?.hash === now.hash) {
      need(was.revision === now.revision && was.generation === now.generation, 'wrong-revision')
      return was
    }
    need(before?.isDeleted !== true, 'wrong-revision')
    need(now.revision === revision && now.generation === generation, 'wrong-revision')
    return { ...now, author }
  }
  const overview = part(before?.parts.overview, parts.overview)
  const secret = part(before?.parts.secret, parts.secret)
  return { revision, isDeleted: false, parts: { overview, secret }, by: author, time }
}

/** What a snapshot's hash is over. */
function contentOf({ items }: Diary) {
  const part = ({ revision, generation, hash, author }: Part) =>
    encode('part', revision, generation, idBytes(hash), idBytes(author))
  const rows = [...items.keys()].sort().map((id) => {
    const { revision, isDeleted, parts, by, time } = found(items, id, 'malformed')
    const live = encode('live', part(parts.overview), part(parts.secret))
    return encode('row', idBytes(id), revision, Uint8Array.of(isDeleted ? 1 : 0), live, time, idBytes(by))
  })
  return encode('cloison/v1/snapshot', encode('list', ...rows))
}
