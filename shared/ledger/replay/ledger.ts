/**
 * One pure function from a state and an entry to the next state or a refusal (P4). The server runs it to decide what to
 * append, clients to decide what to believe; authorisation exists nowhere else, and replay reads no clock.
 */
import { orgOf, zero32, zeroOrg } from '../../bytes/ids.ts'
import type { FolderId, MemberId } from '../../bytes/ids.ts'
import { Failure } from '../../bytes/failure.ts'
import { verify } from '../../crypto/verify.ts'
import type { Act } from '../acts.ts'
import { ledgerBody, readEntry } from '../entry.ts'
import type { LedgerBody, Opened } from '../entry.ts'
import { need } from './context.ts'
import type { Context } from './context.ts'
import { cut, folderCreated, folderDescribed, folderRekeyed, granted, revoked } from './folders.ts'
import { isMember } from './level.ts'
import { added, invited, needGoodKey, removed } from './people.ts'
import { Refused } from './state.ts'
import type { LedgerState } from './state.ts'
import { membersSet, teamCreated, teamDescribed, teamRekeyed } from './teams.ts'

/** Takes the state before (null: nothing yet) and one signed entry. Throws nothing but what WebCrypto might. */
export async function replayEntry(
  state: LedgerState | null,
  entry: Uint8Array<ArrayBuffer>,
): Promise<LedgerState | Refused> {
  try {
    const opened = await readEntry(ledgerBody, entry)
    return state === null ? await first(opened) : await next(state, opened)
  } catch (error) {
    if (error instanceof Refused) return error
    if (error instanceof Failure) return new Refused('malformed')
    throw error
  }
}

async function first({ body, signedBytes, signature, hash }: Opened<LedgerBody>): Promise<LedgerState> {
  const [act, ...more] = body.acts
  need(act?.act === 'org created' && more.length === 0, 'not-first')
  need(body.org === zeroOrg && body.previous === zero32, 'wrong-org')
  need(body.sequence === 1, 'wrong-sequence')
  need(body.author === act.member, 'unknown-author')
  needGoodKey(act.signKey)
  need(await verify(act.signKey, signedBytes, signature), 'bad-signature')
  const { signKey, receive, profile } = act
  const owner = { role: 'owner' as const, signKey, receive, profile, addedAt: 1, removedAt: null }
  return {
    org: orgOf(hash),
    name: act.name,
    head: { sequence: 1, hash },
    time: body.time,
    members: { [act.member]: owner },
    invitations: {},
    teams: {},
    folders: {},
  }
}

async function next(state: LedgerState, opened: Opened<LedgerBody>): Promise<LedgerState> {
  const { body, signedBytes, signature, hash } = opened
  need(body.org === state.org, 'wrong-org')
  need(body.sequence === state.head.sequence + 1, 'wrong-sequence')
  need(body.previous === state.head.hash, 'wrong-previous')
  need(body.time >= state.time, 'time-runs-back')
  need(body.acts.length > 0, 'no-acts')
  const author = state.members[body.author]
  need(author !== undefined && isMember(state, body.author), 'unknown-author')
  need(await verify(author.signKey, signedBytes, signature), 'bad-signature')
  const { state: after, touched } = await judge(state, body.acts, body)
  need(touched.size === 0, 'cut-missing')
  return { ...after, head: { sequence: body.sequence, hash }, time: body.time }
}

/**
 * What acts would make of a state, signature and cuts aside: `touched` names the folders that still owe a cut. Authors
 * plan with it what to re-key. Throws Refused.
 */
export async function judge(
  state: LedgerState,
  acts: readonly Act[],
  by: { author: MemberId; sequence: number; time: number },
): Promise<{ state: LedgerState; touched: ReadonlySet<FolderId> }> {
  const context: Context = { author: by.author, sequence: by.sequence, time: by.time, touched: new Set() }
  let after = state
  for (const act of acts) after = await apply(after, act, context)
  return { state: after, touched: context.touched }
}

function apply(state: LedgerState, act: Act, context: Context): LedgerState | Promise<LedgerState> {
  switch (act.act) {
    case 'org created':
      throw new Refused('not-first')
    case 'member invited':
      return invited(state, act, context)
    case 'member added':
      return added(state, act, context)
    case 'member removed':
      return removed(state, act, context)
    case 'team created':
      return teamCreated(state, act, context)
    case 'team described':
      return teamDescribed(state, act, context)
    case 'team members set':
      return membersSet(state, act, context)
    case 'team re-keyed':
      return teamRekeyed(state, act, context)
    case 'folder created':
      return folderCreated(state, act, context)
    case 'folder described':
      return folderDescribed(state, act, context)
    case 'folder granted':
      return granted(state, act, context)
    case 'folder revoked':
      return revoked(state, act, context)
    case 'folder re-keyed':
      return folderRekeyed(state, act, context)
    case 'journal cut':
      return cut(state, act, context)
  }
}
