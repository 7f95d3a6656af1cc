import { fromBase64url, toBase64url } from '../../../shared/bytes/base64url.ts'
import type { Bytes } from '../../../shared/bytes/bytes.ts'
import type { FolderId, Hash } from '../../../shared/bytes/ids.ts'
import { Failure } from '../../../shared/bytes/failure.ts'
import type { LedgerHead } from '../../../shared/ledger/acts.ts'
import { judgeSigned } from '../../../shared/ledger/replay/ledger.ts'
import { Refused } from '../../../shared/ledger/replay/state.ts'
import { signLedgerEntry } from '../../../shared/ledger/sign-entry.ts'
import type { Join } from '../../../shared/protocol/enrol.ts'
import type { Intent } from '../../messages/intent.ts'
import { mayHaveLanded } from '../desk/api.ts'
import { callAs } from '../desk/call-as.ts'
import { newDraft, position } from './draft.ts'
import type { Draft } from './draft.ts'
import { fetchSome } from '../sync/fetch-some.ts'
import { draftIntent } from './intents.ts'
import type { Open } from '../vault/open.ts'
import { dueForSplit, splitAnew } from './recovery.ts'
import { rekeyStale, revokeExpired } from './rekey.ts'
import { sync } from '../sync/sync.ts'
import { forgetTries, landed, nameOf, noteTry, triesAt } from './tries.ts'
import type { Made } from './tries.ts'
import { stateOf } from '../vault/vault.ts'
import type { Undelivered } from '../vault/vault.ts'
import { needNoFork } from '../sync/forks.ts'

const ROUNDS = 3

/** Receive keys that are asked for at once: 1.6 kB each. */
const KEYS = 2_000

const draftAt = (at: Open, isDry = false) =>
  newDraft(at.vault, at.desk.now(), (hashes) => receiveKeys(at, hashes), isDry)

async function receiveKeys(at: Open, hashes: Hash[]): Promise<Bytes[]> {
  const keys: Bytes[] = []
  for (let from = 0; from < hashes.length; from += KEYS) {
    const reply = await fetchSome(at, { receiveKeys: hashes.slice(from, from + KEYS) })
    keys.push(...reply.receiveKeys.map(fromBase64url))
  }
  return keys
}

/**
 * Everything that an intent would put into one entry, re-keying and cuts included; nothing is signed or sent yet. `joins`
 * are the newcomers as the person saw them. A dry draft is judged and shown only: it seals nothing and holds everything.
 * Throws Refused by the rules, Failure.
 */
export async function draftFor(
  at: Open,
  intent: Intent,
  joins: readonly Join[],
  isDry = false,
): Promise<{ draft: Draft; made: Made }> {
  const { draft, made } = await draftWith(
    at,
    (one) => draftIntent(one, intent, joins, (folder) => journalHead(at, folder)),
    isDry,
  )
  return { draft, made: { ...made, proposed: draft.proposed !== null } }
}

/** As `draftFor`, of acts that `fill` adds. */
export async function draftWith<T>(
  at: Open,
  fill: (draft: Draft) => Promise<T>,
  isDry = false,
): Promise<{ draft: Draft; made: T }> {
  const draft = draftAt(at, isDry)
  const made = await fill(draft)
  await rekeyStale(draft, (folders) => journalHeads(at, folders))
  // P4: what others signed into this entry is checked before this member signs it.
  await judgeSigned(stateOf(at.vault), draft.acts, position(draft))
  return { draft, made }
}

/**
 * Where journals stand: our own replay where we have one, also when what came after it was refused, so that no server gets
 * a rollback signed (P5); what the server says only of folders that we do not see.
 */
async function journalHeads(at: Open, folders: FolderId[]): Promise<Map<FolderId, LedgerHead>> {
  const { journalHeads: said } = await fetchSome(at, { journalHeads: folders })
  return new Map(
    said.map(({ folder, head }) => {
      const own = at.vault.shelves.get(folder)
      return [folder, own === undefined ? head : own.journal.head]
    }),
  )
}

async function journalHead(at: Open, folder: FolderId): Promise<LedgerHead> {
  const head = (await journalHeads(at, [folder])).get(folder)
  if (head === undefined) throw new Failure('bad-reply', 'fetch')
  return head
}

/** Signs a draft for its place. */
export async function signed({ vault, acts, ...draft }: Draft) {
  const place = position({ vault, acts, ...draft })
  const body = { org: vault.org, previous: stateOf(vault).head.hash, ...place, acts }
  const { entry, hash } = await signLedgerEntry(vault.keys.sign, body)
  const { wraps, descriptions, receiveKeys, profiles, invitees } = draft
  const append = { entry: toBase64url(entry), wraps, descriptions, receiveKeys, profiles, invitees }
  return { append, hash, sequence: place.sequence }
}

type Append = Awaited<ReturnType<typeof signed>>['append']
const send = ({ desk, session }: Open, append: Append) => callAs(desk, session, 'appendLedger', append)

export const isConflict = (error: unknown) => error instanceof Failure && error.code === 'conflict'

/**
 * Signs and sends an intent as one entry; the caller syncs. When somebody was faster it is judged against the new state
 * and signed again. An answer that was lost is looked for in the ledger, now and when the same intent comes once more: so
 * nothing is done twice, and nothing that was done is told as failed.
 * @throws Refused by the rules; ServerRefusal, `conflict` after three rounds; Failure
 */
export async function submit(at: Open, intent: Intent, joins: readonly Join[]): Promise<Made> {
  for (;;) {
    const { made, goesOn } = await done(at, intent, joins)
    await forgetTries(at.desk)
    if (!goesOn) return made
    // Leavers whom one entry does not hold: whoever is gone is passed over in the next.
    await sync(at.desk, at.session, at.vault)
  }
}

type Done = { made: Made; goesOn: boolean }

async function done(at: Open, intent: Intent, joins: readonly Join[]): Promise<Done> {
  needNoFork(at.vault)
  const name = await nameOf(intent)
  if ((await triesAt(at.desk, name)).length > 0) await sync(at.desk, at.session, at.vault)
  for (let round = 1; ; round += 1) {
    const before = landed(at.vault, await triesAt(at.desk, name))
    if (before !== null && Object.values(before.made).some((made) => made !== null && made !== false))
      return { made: before.made, goesOn: false }
    let goesOn = false
    let passedOver: Undelivered[] = []
    try {
      const { draft, made } = await draftFor(at, intent, joins)
      const { append, ...place } = await signed(draft)
      ;({ goesOn } = draft)
      passedOver = draft.undelivered ?? []
      await noteTry(at.desk, { ...place, intent: name, made })
      await send(at, append)
      at.vault.undelivered.push(...passedOver)
      return { made, goesOn }
    } catch (error) {
      // What the rules no longer allow, because it is done: by us.
      if (before !== null && error instanceof Refused) return { made: before.made, goesOn: false }
      const made = mayHaveLanded(error) ? await lookAgain(at, name) : null
      if (made !== null) {
        at.vault.undelivered.push(...passedOver)
        return { made, goesOn }
      }
      if (!isConflict(error) || round === ROUNDS) throw error
      await sync(at.desk, at.session, at.vault)
    }
  }
}

async function lookAgain(at: Open, name: Hash): Promise<Made | null> {
  try {
    await sync(at.desk, at.session, at.vault)
  } catch {
    return null
  }
  return landed(at.vault, await triesAt(at.desk, name))?.made ?? null
}

/**
 * P7: an entry of nothing but re-keyings and cuts, for what is stale and this member can re-key, as far as one entry holds it, and
 * the end of grants that are over. When somebody was faster it is judged again. False when nothing was left to send. Throws as
 * `submit`.
 */
export async function submitRekey(at: Open, tell: (done: number) => void): Promise<boolean> {
  needNoFork(at.vault)
  for (let round = 1; ; round += 1) {
    const draft = draftAt(at)
    revokeExpired(draft)
    const split = dueForSplit(at.vault)
    if (split !== null) await splitAnew(draft, split)
    await rekeyStale(draft, (folders) => journalHeads(at, folders), tell)
    if (draft.acts.length === 0) return false
    try {
      await send(at, (await signed(draft)).append)
      at.vault.undelivered.push(...(draft.undelivered ?? []))
      return true
    } catch (error) {
      if (!isConflict(error) || round === ROUNDS) throw error
      await sync(at.desk, at.session, at.vault)
    }
  }
}
