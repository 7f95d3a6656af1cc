import { toBase64url } from '../../shared/bytes/base64url.ts'
import { folderId, newFolderId, newTeamId, parseId } from '../../shared/bytes/ids.ts'
import type { FolderId, MemberId, TeamId } from '../../shared/bytes/ids.ts'
import type { Signer } from '../../shared/crypto/sign.ts'
import type { Act } from '../../shared/ledger/acts.ts'
import { replayEntry } from '../../shared/ledger/replay/ledger.ts'
import { Refused } from '../../shared/ledger/replay/state.ts'
import { firstEntry } from '../../shared/ledger/testing/org.ts'
import { newPerson } from '../../shared/ledger/testing/person.ts'
import { appenderTo, generation, growLedger, newcomer, someHash } from './big-ledger.ts'
import type { Append, BigLedger } from './big-ledger.ts'

export type History = Pick<BigLedger, 'state' | 'entries'>
type Shape = (history: History, length: number, author: MemberId, signer: Signer) => Promise<void>

/** A history of at least so many entries, in one of the shapes, from its first entry on. */
export async function historyOf(shape: Shape, length: number): Promise<Uint8Array<ArrayBuffer>[]> {
  const owner = await newPerson()
  const { entry, hash } = await firstEntry(owner)
  const state = await replayEntry(null, entry)
  if (state instanceof Refused) throw state
  const history: History = { state, entries: [{ sequence: 1, entry, hash }] }
  await shape(history, length, owner.id, owner.keys.sign)
  return history.entries.slice(0, length).map((one) => one.entry)
}

const created = (folder: FolderId, parent: FolderId | null): Act => {
  return { act: 'folder created', folder, parent, ...generation(), description: someHash() }
}
const createdTeam = (team: TeamId, home: FolderId, author: MemberId): Act => {
  return { act: 'team created', team, home, members: [author], ...generation(), description: someHash() }
}
const grantedTo = (team: TeamId, folder: FolderId): Act => {
  return { act: 'folder granted', folder, to: { kind: 'team', id: team }, level: 'fill', from: null, until: null }
}

/** An organisation's years: a tree, teams, people who come and leave. */
const years: Shape = async (history, length, author, signer) => {
  const part = (of: number) => Math.ceil(length * of)
  const sizes = { people: part(0.2), teams: part(0.02), folders: part(0.2), grants: part(0.13), removals: part(0.06) }
  const grown = await growLedger(history.state, author, signer, { ...sizes, withKeys: 0 })
  history.entries.push(...grown.entries)
}

/** What was quadratic: every folder at the top, and by that in one member's grants. */
const flat: Shape = async (history, length, author, signer) => {
  const append = appenderTo(history, author, signer)
  while (history.entries.length < length) await append(created(newFolderId(), null))
}

/** The same for one team that is granted each of them. */
const oneTeam: Shape = async (history, length, author, signer) => {
  const append = appenderTo(history, author, signer)
  const [home, team] = [newFolderId(), newTeamId()]
  await append(created(home, null))
  await append(createdTeam(team, home, author))
  while (history.entries.length < length) {
    const folder = newFolderId()
    await append(created(folder, home))
    await append(grantedTo(team, folder))
  }
}

/** Ids of which all begin alike, as somebody would make them up to slow a table down. */
const alike: Shape = async (history, length, author, signer) => {
  const append = appenderTo(history, author, signer)
  const bytes = new Uint8Array(16)
  for (let i = 0; history.entries.length < length; i++) {
    new DataView(bytes.buffer).setUint32(12, i)
    await append(created(parseId(folderId, toBase64url(bytes)), null))
  }
}

/** One folder whose key and name change all the time. */
const restless: Shape = async (history, length, author, signer) => {
  const append = appenderTo(history, author, signer)
  const folder = newFolderId()
  await append(created(folder, null))
  for (let i = 2; history.entries.length < length; i++)
    await append({ act: 'folder re-keyed', folder, generation: i, ...generation() })
}

export const shapes = { years, flat, oneTeam, alike, restless }

/** Ten thousand members, twelve thousand folders, twenty thousand entries. */
export const wholeOrganisation: Shape = async (history, length, author, signer) => {
  const append = appenderTo(history, author, signer)
  const folders = await plant(append, 12_000)
  const teams = Array.from({ length: 400 }, newTeamId)
  for (const [i, team] of teams.entries()) await append(createdTeam(team, folders[i] ?? newFolderId(), author))
  const people: MemberId[] = []
  for (let from = 0; from < 10_000; from += 10) {
    const ten = await Promise.all(Array.from({ length: 10 }, (_, i) => newcomer(history.state, from + i, false)))
    await append(...ten.map(({ invited }) => invited))
    await append(...ten.map(({ added }) => added))
    const members = ten.map(({ added }) => added.member)
    people.push(...members)
    const team = teams[(from / 10) % teams.length] ?? newTeamId()
    await append({ act: 'team members set', team, added: members, removed: [] })
  }
  for (let i = 0; history.entries.length < length; i++) {
    const [team, folder] = [teams[i % teams.length], folders.at(-1 - i)]
    if (team !== undefined && folder !== undefined) await append(grantedTo(team, folder))
  }
}

/** Ten to a folder. */
async function plant(append: Append, count: number): Promise<FolderId[]> {
  const folders: FolderId[] = []
  while (folders.length < count) {
    const folder = newFolderId()
    await append(created(folder, folders.length < 10 ? null : (folders[Math.floor(folders.length / 10) - 1] ?? null)))
    folders.push(folder)
  }
  return folders
}
