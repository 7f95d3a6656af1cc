import type { FetchReply, FetchRequest } from '../../../shared/protocol/sync.ts'
import { callAs } from '../desk/call-as.ts'
import type { Desk } from '../desk/desk.ts'
import { JournalPages } from './journal-pages.ts'
import type { Session } from '../desk/session.ts'

const nothing: FetchRequest = {
  wraps: [],
  descriptions: [],
  receiveKeys: [],
  profiles: [],
  journals: [],
  journalHeads: [],
  erased: [],
}

/** Fetches objects that the server stores beside the ledger. Throws as `callAs`. */
export const fetchSome = (
  { desk, session }: { desk: Desk; session: Session },
  wanted: Partial<FetchRequest>,
): Promise<FetchReply> => callAs(desk, session, 'fetch', { ...nothing, ...wanted })

/**
 * Fetches the same in portions, the next one while the caller handles the last. A journal is yielded whole, however many pages it
 * takes. Throws as `callAs`.
 */
export async function* fetchAll(
  of: { desk: Desk; session: Session },
  wanted: FetchRequest,
): AsyncGenerator<FetchReply> {
  const queue = splitRequest(wanted)
  const pages = new JournalPages()
  const ask = () => {
    const portion = queue.shift()
    return portion === undefined ? null : { portion, reply: fetchSome(of, portion) }
  }
  let coming = ask()
  while (coming !== null) {
    const { portion, reply } = coming
    const came = await reply
    const { whole, left } = pages.take(portion.journals ?? [], came.journals)
    if (left.length > 0) queue.unshift({ journals: left })
    coming = ask()
    // Awaited in the next round, or never, where the caller stops after this reply.
    coming?.reply.catch(() => undefined)
    yield { ...came, journals: whole }
  }
}

/** The most that one request asks for: a slow line must carry the answer within the time limit of one request. */
const most = { wraps: 2_000, descriptions: 1_000, profiles: 2_000, journals: 20 }
/** How many profiles come with the first portion: the others are fetched while the first portion's keys and names are opened. */
const firstProfiles = 200

/** Returns the same request split into smaller ones. Journals come last: the keys before them open them. */
export function splitRequest({ wraps, descriptions, profiles, journals }: FetchRequest): Partial<FetchRequest>[] {
  const page = <T>(all: T[], size: number, at: number) => all.slice(at * size, (at + 1) * size)
  const pages = (all: unknown[], size: number) => Math.ceil(all.length / size)
  const before = Math.max(
    pages(wraps, most.wraps),
    pages(descriptions, most.descriptions),
    Math.min(1, profiles.length) + pages(profiles.slice(firstProfiles), most.profiles),
    Math.min(1, journals.length),
  )
  const all = Array.from({ length: before + Math.max(0, pages(journals, most.journals) - 1) }, (_, at) => at)
  return all.map((at) => ({
    wraps: page(wraps, most.wraps, at),
    descriptions: page(descriptions, most.descriptions, at),
    profiles: at === 0 ? profiles.slice(0, firstProfiles) : page(profiles.slice(firstProfiles), most.profiles, at - 1),
    journals: at < before - 1 ? [] : page(journals, most.journals, at - before + 1),
  }))
}
