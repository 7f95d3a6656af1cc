/** Entries that somebody signs with a real key and a server slips in: honest people never sent them. */
import { fromBase64url, toBase64url } from '../../shared/bytes/base64url.ts'
import { zero32 } from '../../shared/bytes/ids.ts'
import type { FolderId, Hash, InvitationId, MemberId, SignPublic } from '../../shared/bytes/ids.ts'
import { sha256 } from '../../shared/crypto/hash.ts'
import type { Signer } from '../../shared/crypto/sign.ts'
import type { Act, Grantee, Level, Role } from '../../shared/ledger/acts.ts'
import { packEntry, readEntry } from '../../shared/ledger/entry.ts'
import type { Change, JournalBody, LedgerBody } from '../../shared/ledger/entry.ts'
import { signJournalEntry, signLedgerEntry } from '../../shared/ledger/sign-entry.ts'
import type { Part } from '../../shared/protocol/objects.ts'
import type { FetchReply, LedgerReply } from '../../shared/protocol/sync.ts'
import { all, bend } from './attacks.ts'
import { generationsOf, ledgerOf, vaultOf } from './honest.ts'
import type { Player } from './player.ts'
import type { Attack } from './proxy.ts'
import type { World } from './world.ts'

export type Signing = { member: MemberId; sign: Signer }
export const handOf = (player: Player): Signing => ({ member: player.member, sign: vaultOf(player).keys.sign })

export type Forged = { entry: string; sequence: number; hash: Hash }

/** A ledger entry at the honest ledger's end, signed by this hand; `body` bends what else it says. */
export async function forgeEntry(
  world: World,
  by: Signing,
  acts: Act[],
  body: Partial<LedgerBody> = {},
): Promise<Forged> {
  const { head, time } = ledgerOf(world.witness)
  const place = { org: world.org, sequence: head.sequence + 1, previous: head.hash, time, author: by.member }
  const { entry, hash } = await signLedgerEntry(by.sign, { ...place, acts, ...body })
  return { entry: toBase64url(entry), sequence: body.sequence ?? place.sequence, hash }
}

/** The honest ledger, and this entry at its end. */
export const appended = ({ entry, sequence, hash }: Forged): Attack =>
  bend('ledger', (reply) => ({ ...reply, entries: [...reply.entries, entry], head: { sequence, hash } }))

/** A journal entry where the witness's replay of that folder ends. */
export async function forgeChange(
  world: World,
  by: Signing,
  folder: FolderId,
  changes: Change[],
  body: Partial<JournalBody> = {},
): Promise<Forged> {
  const state = ledgerOf(world.witness)
  const journal = vaultOf(world.witness).shelves.get(folder)?.journal
  if (journal === undefined) throw new Error('the witness does not see that folder')
  const { entry, hash } = await signJournalEntry(by.sign, {
    org: world.org,
    folder,
    sequence: journal.head.sequence + 1,
    previous: journal.head.hash,

    time: Math.max(journal.time, state.time),
    author: by.member,
    ledger: state.head,
    changes,
    generation: generationsOf(state, 'folder', folder).length,
    ...body,
  })
  return { entry: toBase64url(entry), sequence: body.sequence ?? journal.head.sequence + 1, hash }
}

/** The honest journal, and this entry with these parts at its end. */
export const slippedIn = (folder: FolderId, { entry, sequence }: Forged, parts: Part[]): Attack =>
  all(
    bend('ledger', (reply) => ({ ...reply, journals: longer(reply.journals, folder, sequence) })),
    bend('fetch', (reply, { body }) => {
      const asked = JSON.parse(body.toString()) as { journals: { folder: FolderId }[] }
      if (!asked.journals.some((one) => one.folder === folder)) return reply
      return inJournal(reply, folder, (one) => ({
        ...one,
        entries: [...one.entries, entry],
        parts: [...one.parts, ...parts],
      }))
    }),
  )

const longer = (all: LedgerReply['journals'], folder: FolderId, sequence: number) => [
  ...all.filter((one) => one.folder !== folder),
  { folder, sequence },
]

type Journal = FetchReply['journals'][number]
/** The same reply with that folder's journal changed; an empty one where there was none. */
export function inJournal(reply: FetchReply, folder: FolderId, change: (journal: Journal) => Journal): FetchReply {
  const found = reply.journals.find((one) => one.folder === folder) ?? {
    folder,
    entries: [],
    parts: [],
    snapshot: null,
    next: null,
  }
  return { ...reply, journals: [...reply.journals.filter((one) => one.folder !== folder), change(found)] }
}

export const bytesOf = (forged: Forged) => fromBase64url(forged.entry)

/** The hash by which the next entry would name this one. */
export const hashOfEntry = (entry: Uint8Array<ArrayBuffer>): Promise<Hash> => sha256(entry)

/** Acts as people mean them: without dates, in nobody's place. */
export const granting = (folder: FolderId, to: Grantee, level: Level): Act => ({
  act: 'folder granted',
  folder,
  to,
  level,
  from: null,
  until: null,
})
export const inviting = (invitation: InvitationId, key: SignPublic, role: Role): Act => ({
  act: 'member invited',
  invitation,
  key,
  role,
  teams: [],
  expires: Date.now() + 1e8,
  replaces: null,
  invitee: zero32,
})

/** The bytes of one entry under the signature of another. */
export async function under(body: Forged, signed: Forged): Promise<Forged> {
  const mine = await readEntry(anyBody, bytesOf(body))
  const theirs = await readEntry(anyBody, bytesOf(signed))
  const entry = packEntry(new Uint8Array(mine.signedBytes), theirs.signature)
  return { ...body, entry: toBase64url(entry), hash: await hashOfEntry(entry) }
}
const anyBody = { read: () => ({ version: 1 }), write: () => new Uint8Array() } as never
