import { teamsOf, visibleFolders } from '../../../shared/access/visible.ts'
import type { Holder } from '../../../shared/access/entitled.ts'
import { toBase64url } from '../../../shared/bytes/base64url.ts'
import type { Hash } from '../../../shared/bytes/ids.ts'
import { has } from '../../../shared/bytes/table.ts'
import { Failure } from '../../../shared/bytes/failure.ts'
import { receiveHash } from '../../../shared/crypto/hpke.ts'
import { fromBase64url } from '../../../shared/bytes/base64url.ts'
import { isMember } from '../../../shared/ledger/replay/level.ts'
import type { Lacking, RepairObjects } from '../../../shared/protocol/repair.ts'
import { callAs } from '../desk/call-as.ts'
import { randomFraction } from '../desk/random-fraction.ts'
import { filterEntitled, ownReceiveKeys, recipientHash, sealWrap } from './deliver.ts'
import { fetchSome } from './fetch-some.ts'
import type { RepairSource, Progress } from './giving.ts'
import { giveJournal } from './give-journal.ts'
import { stateOf } from '../vault/vault.ts'
import type { Vault } from '../vault/vault.ts'

/** How many teams and folders one request covers. */
const AT_ONCE = 100
/** How many wraps or profiles one request carries: under a megabyte. */
const PORTION = 500
/** After a repair the devices of an org wait at random up to so many ms for each member, so as not to come at once. */
const PER_MEMBER = 20
const RETRY_AFTER = 10 * 60_000

/**
 * Sends a server that was restored from a backup what it lacks and this device holds: keys and names, once an owner's client has
 * repaired the ledger, and journals that are shorter than ours. All of it is signed or hashed, so the server need not be believed.
 * Returns whether another sync is worthwhile. A failure is not thrown: the folder then stays refused, which the person sees.
 */
export async function giveBack(at: RepairSource, repairedAt: number, progress: Progress): Promise<boolean> {
  const { forkWatch } = at.vault
  const short = shortShelves(at)
  const isDue = repairedAt !== forkWatch.repairedAt && isOurTurn(at, repairedAt)
  if (!isDue && short.length === 0) return false
  const holders = isDue ? holdersOf(at.vault) : []
  const total = holders.length + short.length
  try {
    for (let sent = 0; sent < holders.length; sent += AT_ONCE) {
      await giveObjects(at, holders.slice(sent, sent + AT_ONCE))
      progress(Math.min(sent + AT_ONCE, holders.length), total)
    }
    if (isDue) {
      await giveProfiles(at)
      forkWatch.repairedAt = repairedAt
      forkWatch.isChanged = true
    }
    for (const [i, folder] of short.entries()) {
      forkWatch.gaveAt.set(folder, at.desk.now())
      await giveJournal(at, folder)
      progress(holders.length + i + 1, total)
    }
  } catch (error) {
    if (!(error instanceof Failure)) throw error
  }
  return true
}

/** Returns the folders whose journal is shorter at the server than here; one that was sent is tried again after ten minutes. */
function shortShelves({ desk, vault }: RepairSource) {
  return [...vault.shelves].flatMap(([folder, { refused }]) => {
    const before = vault.forkWatch.gaveAt.get(folder) ?? 0
    return refused === 'rolled-back' && before + RETRY_AFTER < desk.now() ? [folder] : []
  })
}

function isOurTurn({ desk, vault }: RepairSource, repairedAt: number): boolean {
  const { forkWatch } = vault
  if (forkWatch.turn?.repairedAt !== repairedAt) {
    const members = stateOf(vault).members.count
    const isOwner = has(stateOf(vault).owners, vault.me)
    forkWatch.turn = { repairedAt, at: desk.now() + (isOwner ? 0 : randomFraction() * members * PER_MEMBER) }
  }
  return desk.now() >= forkWatch.turn.at
}

const holdersOf = (vault: Vault): Holder[] => [
  ...teamsOf(stateOf(vault), vault.me).map((id) => ({ kind: 'team', id }) as const),
  ...visibleFolders(stateOf(vault), vault.me).map((id) => ({ kind: 'folder', id }) as const),
]

const nothing: RepairObjects = { wraps: [], descriptions: [], receiveKeys: [], profiles: [] }
async function sendObjects({ desk, session }: RepairSource, objects: Partial<RepairObjects>): Promise<void> {
  if (Object.values(objects).every((list) => list.length === 0)) return
  await callAs(desk, session, 'repairObjects', { ...nothing, ...objects })
}

/** Sends the server what it lacks of these teams and folders, and this device holds. Throws as `callAs`. */
export async function giveObjects(at: RepairSource, of: Holder[]): Promise<void> {
  const { desk, session, vault } = at
  const lacking = await callAs(desk, session, 'lacking', { of })
  const known = new Map<Hash, string>()
  for (const one of of) for (const [hash, key] of await ownReceiveKeys(vault, one)) known.set(hash, key)
  const mine = toBase64url(vault.keys.receive.publicKey)
  known.set(await receiveHash(vault.keys.receive.publicKey), mine)
  await sendObjects(at, {
    receiveKeys: lacking.receiveKeys.flatMap((hash) => known.get(hash) ?? []),
    descriptions: lacking.descriptions.flatMap(({ id }) => vault.descriptions.get(id) ?? []),
  })
  await giveWraps(at, of, lacking, known)
}

async function giveWraps(at: RepairSource, of: Holder[], lacking: Lacking, known: Map<Hash, string>): Promise<void> {
  const names = filterEntitled(at.vault, of, lacking.wraps)
  const hashes = [...new Set(names.flatMap((name) => recipientHash(at.vault, name) ?? []))]
  const unknown = hashes.filter((hash) => !known.has(hash))
  for (let sent = 0; sent < unknown.length; sent += PORTION) {
    const { receiveKeys } = await fetchSome(at, { receiveKeys: unknown.slice(sent, sent + PORTION) })
    for (const key of receiveKeys) known.set(await receiveHash(fromBase64url(key)), key)
  }
  for (let sent = 0; sent < names.length; sent += PORTION) {
    const made = []
    for (const name of names.slice(sent, sent + PORTION)) made.push(await sealWrap(at.vault, name, known))
    await sendObjects(at, { wraps: made.filter((wrap) => wrap !== null) })
  }
}

/** Sends the profiles of current members. Only owners do: they have everybody's. */
async function giveProfiles(at: RepairSource): Promise<void> {
  const state = stateOf(at.vault)
  if (!has(state.owners, at.vault.me)) return
  const profiles = [...at.vault.profiles.values()].filter(({ member }) => isMember(state, member))
  for (let sent = 0; sent < profiles.length; sent += PORTION)
    await sendObjects(at, { profiles: profiles.slice(sent, sent + PORTION) })
}
