import { get, has } from '../../../shared/bytes/table.ts'
import { toBase64url } from '../../../shared/bytes/base64url.ts'
import { Failure } from '../../../shared/bytes/failure.ts'
import type { FolderId, ItemId } from '../../../shared/bytes/ids.ts'
import { atLeast, levelOf } from '../../../shared/ledger/replay/level.ts'
import { limits } from '../../../shared/protocol/objects.ts'
import type { Part } from '../../../shared/protocol/objects.ts'
import { sealPart } from '../../../shared/vault/seal-item.ts'
import type { ImportRow, KnownLogin, LoginImport } from '../../messages/import-logins.ts'
import { appendChanges, needWriteAccess } from './append-change.ts'
import { overviewOf, secretOf } from '../vault/item-parts.ts'
import type { Open } from '../vault/open.ts'
import { openItemPart } from '../vault/open-item-part.ts'
import { newestFolderKey, shelfOf, stateOf } from '../vault/vault.ts'
import type { Vault } from '../vault/vault.ts'

/** The most that this device puts into one entry: some 170 bytes of it for a login, and 1 to 2 kB of sealed parts beside it. */
const mostChanges = 500
/** Of sealed parts beside one entry, in letters. The server takes 8 MB; less arrives within the time limit of a request on a slow line. */
const mostLetters = 3_000_000

type Sealed = { item: ItemId; generation: number; parts: Part[]; links: Links; letters: number }
type Links = { overview: Link; secret: Link }
type Link = { revision: number; generation: number; hash: Awaited<ReturnType<typeof sealPart>>['hash'] }

/**
 * Makes many new logins in one folder, several hundred under one signature. A login whose id the folder has already is not made again, so
 * that an import whose answer was lost can be sent once more. Returns how many it made, and which it refused and why.
 * @throws what `appendChanges` throws; what was made before stays
 */
export async function importLogins(at: Open, folder: FolderId, logins: readonly ImportRow[]): Promise<LoginImport> {
  needWriteAccess(at.vault, folder)
  const refused: LoginImport['refused'] = []
  const ready = (await Promise.all(logins.map((login) => sealOrRefuse(at.vault, folder, login, refused)))).filter(
    (one) => one !== null,
  )
  for (const batch of batchesOf(ready)) await appendBatch(at, folder, batch, logins)
  return { made: ready.length, refused }
}

async function sealOrRefuse(
  vault: Vault,
  folder: FolderId,
  login: ImportRow,
  refused: LoginImport['refused'],
): Promise<Sealed | null> {
  try {
    return await seal(vault, folder, login)
  } catch (error) {
    if (!(error instanceof Failure)) throw error
    refused.push({ item: login.item, code: error.code })
    return null
  }
}

async function seal(vault: Vault, folder: FolderId, { item, fields, history }: ImportRow): Promise<Sealed> {
  const { key, generation } = newestFolderKey(vault, folder)
  const place = { org: vault.org, folder, item, generation, revision: 1, author: vault.me }
  const overview = await sealPart(key, place, 'overview', overviewOf(fields))
  const secret = await sealPart(key, place, 'secret', secretOf(fields, history))
  if (overview.sealed.length > limits.overview || secret.sealed.length > limits.secret)
    throw new Failure('login-too-large', item)
  const parts: Part[] = [
    { item, part: 'overview', revision: 1, sealed: toBase64url(overview.sealed) },
    { item, part: 'secret', revision: 1, sealed: toBase64url(secret.sealed) },
  ]
  const link = (hash: Link['hash']): Link => ({ revision: 1, generation, hash })
  const letters = parts.reduce((sum, { sealed }) => sum + sealed.length, 0)
  return { item, generation, parts, links: { overview: link(overview.hash), secret: link(secret.hash) }, letters }
}

/** Returns the logins in groups that one entry holds each. */
function batchesOf(all: readonly Sealed[]): Sealed[][] {
  const batches: Sealed[][] = []
  let letters = 0
  for (const one of all) {
    const last = batches.at(-1)
    if (last === undefined || last.length === mostChanges || letters + one.letters > mostLetters) {
      batches.push([one])
      letters = one.letters
    } else {
      last.push(one)
      letters += one.letters
    }
  }
  return batches
}

async function appendBatch(at: Open, folder: FolderId, batch: Sealed[], logins: readonly ImportRow[]): Promise<void> {
  let group = batch
  await appendChanges(at, folder, async () => {
    const { items } = shelfOf(at.vault, folder).journal
    const { generation } = newestFolderKey(at.vault, folder)
    group = group.filter(({ item }) => !has(items, item))
    if (group.length === 0) return null
    // The folder was re-keyed meanwhile: what is sealed under the old key is sealed anew.
    if (group.some((one) => one.generation !== generation)) {
      const ids = new Set(group.map(({ item }) => item))
      group = await Promise.all(logins.filter(({ item }) => ids.has(item)).map((one) => seal(at.vault, folder, one)))
    }
    return {
      changes: group.map(({ item, links }) => ({ item, revision: 1, parts: links })),
      parts: group.flatMap(({ parts }) => parts),
      generation,
    }
  })
}

/**
 * Returns the positions of those logins that the folder has already: the same name, username, first address and password. In a witnessed
 * folder the passwords are not compared, since looking at one is a use that the server records.
 * @throws Failure `not-allowed` below level read, `tampered-folder`
 */
export async function findKnown(vault: Vault, folder: FolderId, logins: readonly KnownLogin[]): Promise<number[]> {
  const state = stateOf(vault)
  if (!atLeast(levelOf(state, vault.me, folder), 'read')) throw new Failure('not-allowed')
  const shelf = shelfOf(vault, folder)
  if (shelf.refused !== null) throw new Failure('tampered-folder')
  const isWitnessed = get(state.folders, folder)?.witnessed === true
  const keyOf = (name: string, username: string, address: string) => JSON.stringify([name, username, address])
  const there = new Map<string, ItemId[]>()
  for (const [item, { name, username, urls }] of shelf.overviews) {
    const key = keyOf(name, username, urls[0]?.address ?? '')
    there.set(key, [...(there.get(key) ?? []), item])
  }
  const known: number[] = []
  for (const [index, { name, username, address, password }] of logins.entries()) {
    const candidates = there.get(keyOf(name, username, address)) ?? []
    if (isWitnessed ? candidates.length > 0 : await hasPassword(vault, folder, candidates, password)) known.push(index)
  }
  return known
}

async function hasPassword(
  vault: Vault,
  folder: FolderId,
  items: readonly ItemId[],
  password: string,
): Promise<boolean> {
  for (const item of items)
    if ((await openItemPart(vault, shelfOf(vault, folder), item, 'secret')).password === password) return true
  return false
}
