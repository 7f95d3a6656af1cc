import { fromBase64url, toBase64url } from '../../shared/bytes/base64url.ts'
import type { FolderId, Hash } from '../../shared/bytes/ids.ts'
import { Failure } from '../../shared/bytes/failure.ts'
import type { LedgerHead } from '../../shared/ledger/acts.ts'
import { Refused } from '../../shared/ledger/replay/state.ts'
import { signLedgerEntry } from '../../shared/ledger/sign-entry.ts'
import type { Join } from '../../shared/protocol/enrol.ts'
import type { FetchRequest } from '../../shared/protocol/sync.ts'
import type { Intent } from '../messages/contract.ts'
import { call } from './api.ts'
import type { Desk } from './desk.ts'
import { newDraft, position } from './draft.ts'
import type { Draft } from './draft.ts'
import { draftIntent } from './intents.ts'
import type { Made } from './intents.ts'
import { rekeyStale } from './rekey.ts'
import { freshToken } from './session.ts'
import type { Session } from './session.ts'
import { sync } from './sync.ts'
import { stateOf } from './vault.ts'
import type { Vault } from './vault.ts'

type Unlocked = { desk: Desk; session: Session; vault: Vault }

const nothing: FetchRequest = {
  wraps: [],
  descriptions: [],
  receiveKeys: [],
  profiles: [],
  journals: [],
  journalHeads: [],
}

async function fetchSome({ desk, session }: Unlocked, wanted: Partial<FetchRequest>) {
  return call(desk, session.server, 'fetch', { ...nothing, ...wanted }, { token: await freshToken(desk, session) })
}

/** Newcomers who wait, with open invitations; owners and admins only. */
export const fetchJoins = async ({ desk, session }: Unlocked) =>
  call(desk, session.server, 'joins', null, { token: await freshToken(desk, session) })

/** Everything that an intent would put into one entry, re-keying and cuts included; nothing is signed or sent yet. */
export async function draftFor(at: Unlocked, intent: Intent): Promise<{ draft: Draft; made: Made }> {
  const lookup = async (hashes: Hash[]) =>
    (await fetchSome(at, { receiveKeys: hashes })).receiveKeys.map((key) => fromBase64url(key))
  const draft = newDraft(at.vault, at.desk.now(), lookup)
  const joins: Join[] = intent.do === 'approve' ? (await fetchJoins(at)).joins : []
  try {
    const made = await draftIntent(draft, intent, joins)
    await rekeyStale(draft, (folders) => journalHeads(at, folders))
    return { draft, made }
  } catch (error) {
    throw error instanceof Refused ? new Failure(error.code) : error
  }
}

/** Where journals stand: our own replay where we have one, what the server says of folders that we do not see. */
async function journalHeads(at: Unlocked, folders: FolderId[]): Promise<Map<FolderId, LedgerHead>> {
  const reply = await fetchSome(at, { journalHeads: folders })
  return new Map(
    reply.journalHeads.map(({ folder, head }) => {
      const own = at.vault.shelves.get(folder)
      return [folder, own === undefined || own.refused !== null ? head : own.journal.head]
    }),
  )
}

/**
 * Signs and sends an intent as one entry. When somebody was faster it is judged against the new state and signed again.
 * @throws Failure with the refusal's code; ServerRefusal; `conflict` after three rounds
 */
export async function submit(at: Unlocked, intent: Intent): Promise<Made> {
  for (let round = 0; ; round += 1) {
    const { draft, made } = await draftFor(at, intent)
    const { acts, wraps, descriptions, receiveKeys, profiles, invitees, vault } = draft
    const state = stateOf(vault)
    const body = { org: vault.org, previous: state.head.hash, ...position(draft), acts }
    const { entry } = await signLedgerEntry(vault.keys.sign, body)
    const append = { entry: toBase64url(entry), wraps, descriptions, receiveKeys, profiles, invitees }
    try {
      const token = await freshToken(at.desk, at.session)
      await call(at.desk, at.session.server, 'appendLedger', append, { token })
      await sync(at.desk, at.session, at.vault)
      return made
    } catch (error) {
      if (!(error instanceof Failure && error.code === 'conflict') || round >= 2) throw error
      await sync(at.desk, at.session, at.vault)
    }
  }
}
