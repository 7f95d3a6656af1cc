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
import { isOutcomeUnknown } from '../desk/api.ts'
import { callAs } from '../desk/call-as.ts'
import { newDraft, positionOf } from './draft.ts'
import type { Draft } from './draft.ts'
import { fetchSome } from '../sync/fetch-some.ts'
import { draftIntent } from './intents.ts'
import type { Open } from '../vault/open.ts'
import { findFolderToSplit, splitAnew } from './recovery.ts'
import { makeRegister, sealRegister } from './register.ts'
import { rekeyStale, revokeExpired } from './rekey.ts'
import { sync } from '../sync/sync.ts'
import { removeAttempts, findLanded, intentHash, storeAttempt, triesFor } from './tries.ts'
import type { IntentResult } from './tries.ts'
import { stateOf } from '../vault/vault.ts'
import type { Undelivered } from '../vault/vault.ts'
import { needNoFork } from '../sync/forks.ts'

const ROUNDS = 3

/** How many receive keys one request asks for: 1.6 kB each. */
const KEYS = 2_000

const startDraft = (at: Open, isDry = false) =>
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
 * Returns the draft of an intent, re-keyings and cuts included, and the ids of what it makes. Nothing is signed or sent yet.
 * @param joins the newcomers who wait, as the person saw them
 * @param isDry only to be judged and shown: seals nothing, and has no limit of bytes
 * @throws Refused by the ledger's rules; Failure as `draftIntent` and `rekeyStale`
 */
export async function draftFor(
  at: Open,
  intent: Intent,
  joins: readonly Join[],
  isDry = false,
): Promise<{ draft: Draft; made: IntentResult }> {
  const { draft, made } = await draftWith(
    at,
    (one) => draftIntent(one, intent, joins, (folder) => journalHead(at, folder)),
    isDry,
  )
  return { draft, made: { ...made, proposed: draft.proposed !== null } }
}

/** As `draftFor`, with the acts that `fill` adds, and what `fill` returns. */
export async function draftWith<T>(
  at: Open,
  fill: (draft: Draft) => Promise<T>,
  isDry = false,
): Promise<{ draft: Draft; made: T }> {
  const draft = startDraft(at, isDry)
  const made = await fill(draft)
  await sealRegister(draft, stateOf(at.vault))
  await rekeyStale(draft, (folders) => journalHeads(at, folders))
  // P4: signatures of others inside this entry are checked before this member signs it.
  await judgeSigned(stateOf(at.vault), draft.acts, positionOf(draft))
  return { draft, made }
}

/**
 * Returns the heads of journals. Where this device holds the journal its own head counts, even where later entries were refused, so
 * that no server gets a rollback signed (P5). The server's word counts only for folders that this person does not see.
 */
async function journalHeads(at: Open, folders: FolderId[]): Promise<Map<FolderId, LedgerHead>> {
  const { journalHeads: serverHeads } = await fetchSome(at, { journalHeads: folders })
  return new Map(
    serverHeads.map(({ folder, head }) => {
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

/** Returns the draft as a signed entry, with what the server must store beside it, and the entry's hash and sequence. */
export async function signDraft({ vault, acts, ...draft }: Draft) {
  const place = positionOf({ vault, acts, ...draft })
  const body = { org: vault.org, previous: stateOf(vault).head.hash, ...place, acts }
  const { entry, hash } = await signLedgerEntry(vault.keys.sign, body)
  const { wraps, descriptions, receiveKeys, profiles, invitees, found = [] } = draft
  const beside = { wraps, descriptions, receiveKeys, profiles, invitees }
  const append = { entry: toBase64url(entry), ...beside, ...(found.length > 0 && { found }) }
  return { append, hash, sequence: place.sequence }
}

type Append = Awaited<ReturnType<typeof signDraft>>['append']
const send = ({ desk, session }: Open, append: Append) => callAs(desk, session, 'appendLedger', append)

/** Returns whether the server refused because another entry was faster. */
export const isConflict = (error: unknown) => error instanceof Failure && error.code === 'conflict'

/**
 * Signs an intent as one entry (a removal of many: as several), sends it, and returns the ids of what it made; the caller syncs. On a
 * conflict it is judged against the new state and signed again. After a lost answer its entry is looked for in the ledger, now and when
 * the same intent is submitted again: so nothing is done twice, and nothing that was done is reported as failed.
 * @throws Refused by the ledger's rules; ServerRefusal, `conflict` after three rounds; Failure
 */
export async function submit(at: Open, intent: Intent, joins: readonly Join[]): Promise<IntentResult> {
  for (;;) {
    const { made, goesOn } = await submitOnce(at, intent, joins)
    await removeAttempts(at.desk)
    if (!goesOn) return made
    // One entry did not hold all members to remove: the next skips those who are removed.
    await sync(at.desk, at.session, at.vault)
  }
}

type Submission = { made: IntentResult; goesOn: boolean }

async function submitOnce(at: Open, intent: Intent, joins: readonly Join[]): Promise<Submission> {
  needNoFork(at.vault)
  const name = await intentHash(intent)
  if ((await triesFor(at.desk, name)).length > 0) await sync(at.desk, at.session, at.vault)
  for (let round = 1; ; round += 1) {
    const before = findLanded(at.vault, await triesFor(at.desk, name))
    if (before !== null && Object.values(before.made).some((made) => made !== null && made !== false))
      return { made: before.made, goesOn: false }
    let goesOn = false
    let passedOver: Undelivered[] = []
    try {
      const { draft, made } = await draftFor(at, intent, joins)
      const { append, ...place } = await signDraft(draft)
      ;({ hasMoreEntries: goesOn } = draft)
      passedOver = draft.undelivered ?? []
      await storeAttempt(at.desk, { ...place, intent: name, made })
      await send(at, append)
      at.vault.undelivered.push(...passedOver)
      return { made, goesOn }
    } catch (error) {
      // Refused because our earlier, unanswered attempt is in the ledger already.
      if (before !== null && error instanceof Refused) return { made: before.made, goesOn: false }
      const made = isOutcomeUnknown(error) ? await findAfterSync(at, name) : null
      if (made !== null) {
        at.vault.undelivered.push(...passedOver)
        return { made, goesOn }
      }
      if (!isConflict(error) || round === ROUNDS) throw error
      await sync(at.desk, at.session, at.vault)
    }
  }
}

async function findAfterSync(at: Open, name: Hash): Promise<IntentResult | null> {
  try {
    await sync(at.desk, at.session, at.vault)
  } catch {
    return null
  }
  return findLanded(at.vault, await triesFor(at.desk, name))?.made ?? null
}

/**
 * P7: sends one entry that re-keys what is stale and this member can re-key, as far as it has room, revokes ended grants, and makes
 * the register where there is none. Returns
 * false where nothing was left to send. On a conflict it is judged again. Throws as `submit`.
 * @param tell called with how many keys are sealed so far
 */
export async function submitRekey(at: Open, tell: (submitOnce: number) => void): Promise<boolean> {
  needNoFork(at.vault)
  for (let round = 1; ; round += 1) {
    const draft = startDraft(at)
    revokeExpired(draft)
    await makeRegister(draft)
    const split = findFolderToSplit(at.vault)
    if (split !== null) await splitAnew(draft, split)
    await rekeyStale(draft, (folders) => journalHeads(at, folders), tell)
    if (draft.acts.length === 0) return false
    try {
      await send(at, (await signDraft(draft)).append)
      at.vault.undelivered.push(...(draft.undelivered ?? []))
      return true
    } catch (error) {
      if (!isConflict(error) || round === ROUNDS) throw error
      await sync(at.desk, at.session, at.vault)
    }
  }
}
