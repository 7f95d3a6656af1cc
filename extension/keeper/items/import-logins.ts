import { has } from '../../../shared/bytes/table.ts'
import type { FolderId } from '../../../shared/bytes/ids.ts'
import { Failure } from '../../../shared/bytes/failure.ts'
import type { ImportRow, LoginImport } from '../../messages/import-logins.ts'
import { appendChanges, appendOnce, needWriteAccess } from './append-change.ts'
import type { JournalWrites } from './append-change.ts'
import { sealNewLogin } from './seal-new-login.ts'
import type { SealedLogin } from './seal-new-login.ts'
import type { Open } from '../vault/open.ts'
import { newestFolderKey, shelfOf } from '../vault/vault.ts'

/** The most that this device puts into one entry: some 170 bytes of it for a login, and 1 to 2 kB of sealed parts beside it. */
const mostChanges = 500
/** Of sealed parts beside one entry, in letters. The server takes 8 MB; less arrives within the time limit of a request on a slow line. */
const mostLetters = 3_000_000
/** How many folders are filled at once: while one waits for the server, others are sealed. */
const LANES = 4

type Batch = { folder: FolderId; logins: readonly ImportRow[] }

/**
 * Makes many new logins, several hundred of a folder under one signature, and several folders side by side. A login whose id the folder
 * has already is not made again, so that an import whose answer was lost can be sent once more. Returns how many it made, and which it
 * refused and why.
 * @throws what `appendChanges` throws, once nothing is under way any more; what was made before stays
 */
export async function importLogins(at: Open, batches: readonly Batch[]): Promise<LoginImport> {
  for (const { folder } of batches) needWriteAccess(at.vault, folder)
  const done: LoginImport = { made: 0, refused: [] }
  const late: { folder: FolderId; logins: readonly ImportRow[]; group: SealedLogin[] }[] = []
  const waiting = [...byFolder(batches)]
  const lane = async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const [folder, logins] = next
      for (const group of groupsOf(await sealAll(at, folder, logins, done)))
        if (late.length > 0 || !(await appendAtOnce(at, folder, group))) late.push({ folder, logins, group })
    }
  }
  const ended = await Promise.allSettled(Array.from({ length: LANES }, lane))
  for (const one of ended) if (one.status === 'rejected') throw one.reason
  // A conflict or a lost answer takes a sync, which must not run beside what changes the same vault: so one after the other.
  for (const { folder, logins, group } of late) await appendGroup(at, folder, group, logins)
  return done
}

function byFolder(batches: readonly Batch[]): Map<FolderId, ImportRow[]> {
  const all = new Map<FolderId, ImportRow[]>()
  for (const { folder, logins } of batches) all.set(folder, [...(all.get(folder) ?? []), ...logins])
  return all
}

/** Seals the logins of one folder that it has not got; notes in `done` how many it will have, and which were refused. */
async function sealAll(
  { vault }: Open,
  folder: FolderId,
  logins: readonly ImportRow[],
  done: LoginImport,
): Promise<SealedLogin[]> {
  const { items } = shelfOf(vault, folder).journal
  const sealOrRefuse = async (login: ImportRow): Promise<SealedLogin | null> => {
    try {
      return await sealNewLogin(vault, folder, login)
    } catch (error) {
      if (!(error instanceof Failure)) throw error
      done.refused.push({ item: login.item, code: error.code })
      done.made -= 1
      return null
    }
  }
  done.made += logins.length
  const all = await Promise.all(logins.filter(({ item }) => !has(items, item)).map(sealOrRefuse))
  return all.filter((one) => one !== null)
}

/** Returns the logins in groups that one entry holds each. */
function groupsOf(all: readonly SealedLogin[]): SealedLogin[][] {
  const groups: SealedLogin[][] = []
  let letters = 0
  for (const one of all) {
    const last = groups.at(-1)
    if (last === undefined || last.length === mostChanges || letters + one.letters > mostLetters) {
      groups.push([one])
      letters = one.letters
    } else {
      last.push(one)
      letters += one.letters
    }
  }
  return groups
}

const writesOf = (group: readonly SealedLogin[], generation: number): JournalWrites => ({
  changes: group.map(({ item, links }) => ({ item, revision: 1, parts: links })),
  parts: group.flatMap(({ parts }) => parts),
  generation,
  own: {
    hashes: group.flatMap(({ links }) => [links.overview.hash, links.secret.hash]),
    overviews: new Map(group.map(({ item, overview }) => [item, overview])),
  },
})

/** Sends one group as it is, without a sync. Returns false where that failed, for whatever reason: `appendGroup` then finds out. */
async function appendAtOnce(at: Open, folder: FolderId, group: readonly SealedLogin[]): Promise<boolean> {
  const generation = group[0]?.generation
  if (generation === undefined) return true
  try {
    needWriteAccess(at.vault, folder)
    await appendOnce(at, folder, writesOf(group, generation))
    return true
  } catch {
    return false
  }
}

async function appendGroup(
  at: Open,
  folder: FolderId,
  sealed: SealedLogin[],
  logins: readonly ImportRow[],
): Promise<void> {
  let group = sealed
  await appendChanges(at, folder, async () => {
    const { items } = shelfOf(at.vault, folder).journal
    const { generation } = newestFolderKey(at.vault, folder)
    group = group.filter(({ item }) => !has(items, item))
    if (group.length === 0) return null
    // The folder was re-keyed meanwhile: what is sealed under the old key is sealed anew.
    if (group.some((one) => one.generation !== generation)) {
      const ids = new Set(group.map(({ item }) => item))
      group = await Promise.all(
        logins.filter(({ item }) => ids.has(item)).map((one) => sealNewLogin(at.vault, folder, one)),
      )
    }
    return writesOf(group, generation)
  })
}
