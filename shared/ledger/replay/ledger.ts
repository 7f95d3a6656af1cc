/**
 * One pure function from a chain and entries to a longer chain or a refusal (P4). The server runs it to decide what to
 * append, clients to decide what to believe; authorisation exists nowhere else, and replay reads no clock.
 */
import { emptyTable, put } from '../../bytes/table.ts'
import { orgOf, zero32, zeroOrg } from '../../bytes/ids.ts'
import type { FolderId, Hash, MemberId } from '../../bytes/ids.ts'
import { Failure } from '../../bytes/failure.ts'
import { verifier } from '../../crypto/verify.ts'
import type { Act } from '../acts.ts'
import { ledgerBody, readEntry } from '../entry.ts'
import type { LedgerBody, Opened } from '../entry.ts'
import { apply } from './apply.ts'
import { lengthOf, withState } from './chain.ts'
import type { Chain } from './chain.ts'
import { entryLimits, need } from './context.ts'
import type { Claim, Context } from './context.ts'
import { isMember } from './level.ts'
import { get } from '../../bytes/table.ts'
import { hold } from './owed.ts'
import { firstPolicy } from './owners.ts'
import { needNewSignKey } from './people.ts'
import { Refused } from './state.ts'
import type { LedgerState } from './state.ts'

/** How many entries are read before their signatures are checked side by side. */
const RUN = 256

/**
 * The chain with each of `entries` in turn, up to the first that is refused.
 * Signatures of entries up to `checked` are not checked again: for a chain that this client verified once, and whose last
 * hash it holds. Where `owed` is given, the others are put there and left to the caller, with whether an entry's bytes are the
 * only ones for what it says (`owed.ts`). Throws nothing but what WebCrypto might.
 */
export async function replay(
  before: Chain,
  entries: readonly Uint8Array<ArrayBuffer>[],
  { checked = 0, owed = null }: { checked?: number; owed?: Claim[] | null } = {},
): Promise<{ chain: Chain; refused: Refused | null }> {
  const verify = verifier()
  const verdicts: Promise<boolean>[] = []
  let chain = before
  let refused: Refused | null = null
  const start = lengthOf(before)
  const isLeft = (sequence: number) => owed !== null || sequence <= checked
  const open = (from: number) =>
    Promise.all(entries.slice(from, from + RUN).map((one, i) => openEntry(one, isLeft(start + from + i + 1))))
  let coming = open(0)
  for (let from = 0; from < entries.length && refused === null; from += RUN) {
    const opened = await coming
    // The next ones are read and hashed while these are judged.
    coming = open(from + RUN)
    for (const one of opened) {
      const result = one instanceof Refused ? one : step(chain.last, one)
      if (result instanceof Refused) {
        refused = result
        break
      }
      chain = withState(chain, result.state)
      const claims = lengthOf(chain) <= checked ? [] : result.claims
      if (owed === null) verdicts.push(hold(claims, verify))
      else owed.push(...claims)
    }
  }
  const forged = (await Promise.all(verdicts)).indexOf(false)
  if (forged < 0) return { chain, refused }
  const sound = await replay(before, entries.slice(0, forged), { checked: start + forged })
  return { chain: sound.chain, refused: new Refused('bad-signature') }
}

/** The state after entries that were verified before, by their rules and links alone; null where one does not follow. */
export async function rejudge(
  before: LedgerState | null,
  entries: readonly Uint8Array<ArrayBuffer>[],
): Promise<LedgerState | null> {
  let state = before
  for (const entry of entries) {
    const opened = await openEntry(entry, true)
    const result = opened instanceof Refused ? opened : step(state, opened)
    if (result instanceof Refused) return null
    state = result.state
  }
  return state
}

/** As `replay`, of one entry; its author's signature first, since acts that nobody signed may be dear to judge (H4). */
export async function replayEntry(
  state: LedgerState | null,
  entry: Uint8Array<ArrayBuffer>,
): Promise<LedgerState | Refused> {
  const opened = await openEntry(entry, false)
  if (opened instanceof Refused) return opened
  const own = state === null ? null : claimOf(state, opened)
  if (own instanceof Refused) return own
  if (own !== null && !(await hold([own]))) return new Refused('bad-signature')
  const result = step(state, opened)
  if (result instanceof Refused) return result
  return (await hold(own === null ? result.claims : result.claims.slice(1)))
    ? result.state
    : new Refused('bad-signature')
}

async function openEntry(entry: Uint8Array<ArrayBuffer>, isKnown: boolean): Promise<Opened<LedgerBody> | Refused> {
  try {
    need(entry.length <= entryLimits.bytes, 'malformed')
    return await readEntry(ledgerBody, entry, isKnown)
  } catch (error) {
    return refusalOf(error)
  }
}

function refusalOf(error: unknown): Refused {
  if (error instanceof Refused) return error
  if (error instanceof Failure) return new Refused('malformed')
  throw error
}

/** The author's claim to an entry, which is this state's next. */
function claimOf(state: LedgerState, opened: Opened<LedgerBody>): Claim | Refused {
  try {
    return needNext(state, opened)
  } catch (error) {
    return refusalOf(error)
  }
}

/** The rules alone, and the signatures that the entry rests on, its author's first. */
function step(state: LedgerState | null, opened: Opened<LedgerBody>) {
  try {
    return state === null ? first(opened) : next(state, opened)
  } catch (error) {
    return refusalOf(error)
  }
}

function first({ body, signedBytes, signature, hash }: Opened<LedgerBody>): { state: LedgerState; claims: Claim[] } {
  const [act, ...more] = body.acts
  need(act?.act === 'org created' && more.length === 0, 'not-first')
  need(body.org === zeroOrg && body.previous === zero32, 'wrong-org')
  need(body.sequence === 1, 'wrong-sequence')
  need(body.author === act.member, 'unknown-author')
  needNewSignKey(null, act.signKey)
  const { member, signKey, receive, profile } = act
  const since = { addedAt: 1, removedAt: null, replaces: null, promised: null, teams: emptyTable, grants: emptyTable }
  const owner = { role: 'owner' as const, signKey, receive, keyGeneration: 1, profile, ...since }
  const state = {
    org: orgOf(hash),
    name: act.name,
    head: { sequence: 1, hash },
    time: body.time,
    policy: firstPolicy,
    owners: put(emptyTable, member, true as const),
    members: put(emptyTable, member, owner),
    signKeys: put(emptyTable, signKey, true as const),
    invitations: emptyTable,
    forms: emptyTable,
    teams: emptyTable,
    folders: emptyTable,
    register: null,
    deleted: { teams: emptyTable, folders: emptyTable },
    proposals: [],
  }
  return { state, claims: [{ key: signKey, message: () => signedBytes, signature, letsIn: null }] }
}

/** What an entry must be before its acts are looked at. */
function needNext(state: LedgerState, { body, signedBytes, signature }: Opened<LedgerBody>): Claim {
  need(body.org === state.org, 'wrong-org')
  need(body.sequence === state.head.sequence + 1, 'wrong-sequence')
  need(body.previous === state.head.hash, 'wrong-previous')
  need(body.time >= state.time, 'time-runs-back')
  need(body.acts.length > 0, 'no-acts')
  need(body.acts.length <= entryLimits.acts, 'malformed')
  const author = get(state.members, body.author)
  need(author !== null && isMember(state, body.author), 'unknown-author')
  return { key: author.signKey, message: () => signedBytes, signature, letsIn: null }
}

function next(state: LedgerState, opened: Opened<LedgerBody>): { state: LedgerState; claims: Claim[] } {
  const { body, hash } = opened
  const own = needNext(state, opened)
  const { state: after, touched, claims, lines } = applyAll(state, body.acts, body, hash)
  need(touched.size === 0, 'cut-missing')
  need(lines.size === 0, 'form-lines')
  return { state: { ...after, head: { sequence: body.sequence, hash } }, claims: [own, ...claims] }
}

type EntryPosition = { author: MemberId; sequence: number; time: number }

function applyAll(
  state: LedgerState,
  acts: readonly Act[],
  { author, sequence, time }: EntryPosition,
  hash: Hash | null,
  owed: ReadonlySet<FolderId> = new Set(),
) {
  const at = hash === null ? null : { sequence, hash }
  const context: Context = {
    author,
    sequence,
    time,
    at,
    owners: 1,
    touched: new Set(owed),
    claims: [],
    lines: new Map(),
    cost: { weight: 0 },
  }
  let after: LedgerState = { ...state, time }
  for (const act of acts) after = apply(after, act, context)
  return { state: after, touched: context.touched, claims: context.claims, lines: context.lines }
}

/**
 * What acts would make of a state, the author's signature and cuts aside: `touched` names the folders that still owe a
 * cut, `owed` those of acts before these. Authors plan with it what to re-key. Throws Refused.
 */
export function judge(
  state: LedgerState,
  acts: readonly Act[],
  by: EntryPosition,
  owed: ReadonlySet<FolderId> = new Set(),
): { state: LedgerState; touched: ReadonlySet<FolderId> } {
  const { state: after, touched } = applyAll(state, acts, by, null, owed)
  return { state: after, touched }
}

/** As `judge`, and checks the signatures that the acts rest on. Throws Refused. */
export async function judgeSigned(state: LedgerState, acts: readonly Act[], by: EntryPosition) {
  const { state: after, touched, claims } = applyAll(state, acts, by, null)
  need(await hold(claims), 'bad-signature')
  return { state: after, touched }
}
