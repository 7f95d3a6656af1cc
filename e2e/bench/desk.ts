import { handlers } from '../../extension/keeper/doors/handlers.ts'
import type { Desk, Store } from '../../extension/keeper/desk/desk.ts'
import { Keeper } from '../../extension/keeper/keeper.ts'
import { Offers } from '../../extension/keeper/offers/offers.ts'
import { consoleView } from '../../extension/keeper/doors/views/console.ts'
import type { Intent } from '../../extension/messages/intent.ts'
import type { MemberId } from '../../shared/bytes/ids.ts'
import type { PublicSessionKey } from '../../shared/protocol/dpop.ts'
import { SiteVisits } from '../../extension/keeper/fill/site-visits.ts'
import { noSites, noTab, noTabs } from '../../tests/headless/tab.ts'

/** What lies in a desk's stores, as plain data that can be carried into another process. */
export type Kept = {
  local: [string, unknown][]
  session: [string, unknown][]
  sessionKey: { privateKey: JsonWebKey; publicKey: PublicSessionKey }
}

/** Milliseconds from asking to a vault that can be shown, and what it then holds. */
export type Opened = { ms: number; entries: number; folders: number; people: number }

const storeOf = (kept: Map<string, unknown>): Store => ({
  get: (key) => Promise.resolve(structuredClone(kept.get(key))),
  set: (key, value) => Promise.resolve(void kept.set(key, structuredClone(value))),
  remove: (...keys) => Promise.resolve(keys.forEach((key) => kept.delete(key))),
})

/** As the server answers somebody who has left none; in the same bytes, since to copy megabytes would count as ours. */
function withoutReceipt(reply: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  const from = Math.max(0, reply.length - 2_000)
  const end = new TextDecoder('latin1').decode(reply.subarray(from))
  const cut = end.replace(/"own":"[^"]*"/, (own) => '"own":null'.padEnd(own.length))
  reply.set(new TextEncoder().encode(cut), from)
  return reply
}

/**
 * A desk over plain maps, in Node or in a page, that was unlocked elsewhere: the shipped keeper over it, its requests sent to
 * `through` instead of the server's own address.
 */
export function benchDesk({ local, session, sessionKey: { privateKey, publicKey } }: Kept, through: string) {
  const p256 = { name: 'ECDSA', namedCurve: 'P-256' }
  const key = crypto.subtle.importKey('jwk', privateKey, p256, false, ['sign'])
  const blobs = new Map<string, Uint8Array<ArrayBuffer>>()
  let withReceipt = true
  const desk: Desk = {
    now: Date.now,
    ticks: () => performance.now(),
    async fetch(url, init) {
      const { pathname, search } = new URL(url)
      const answer = await fetch(new URL(pathname + search, through), init)
      // The first piece alone brings it; to copy the others would count as ours.
      if (withReceipt || pathname !== '/api/ledger' || search !== '?from=0') return answer
      return new Response(withoutReceipt(new Uint8Array(await answer.arrayBuffer())), answer)
    },
    socket: () => {
      throw new Error('no hints here')
    },
    local: storeOf(new Map(local)),
    session: storeOf(new Map(session)),
    managed: () => Promise.resolve({}),
    blobs: {
      get: (name) => Promise.resolve(blobs.get(name) ?? null),
      set: (name, bytes) => Promise.resolve(void blobs.set(name, bytes)),
      remove: (name) => Promise.resolve(void blobs.delete(name)),
      sweep: () => Promise.resolve(),
    },
    sessionKey: {
      get: async () => ({ privateKey: await key, publicKey }),
      set: () => Promise.resolve(),
      remove: () => Promise.resolve(),
    },
  }
  let keeper: Keeper

  /** A new worker over what lies on the desk; resolves with the first view that shows something. */
  async function opened(begin: (keeper: Keeper) => Promise<unknown>): Promise<Opened> {
    const start = performance.now()
    const shown = new Promise<number>((resolve) => {
      keeper = new Keeper(desk, () => {
        if (keeper.shown !== null) resolve(performance.now() - start)
      })
    })
    const rest = begin(keeper)
    const ms = await Promise.race([shown, rest.then(() => performance.now() - start)])
    await rest
    const { status, folders, people } = await consoleView(keeper)
    if (status.state !== 'unlocked') throw new Error(status.state)
    return { ms, entries: status.head.sequence, folders: folders.length, people: people.length }
  }
  return {
    /**
     * Nothing lies on the desk but the session: everything is fetched and verified, signatures unless the person's receipt
     * stands for them.
     */
    cold(known: boolean) {
      withReceipt = known
      blobs.clear()
      return opened((one) => one.run(() => one.refresh()))
    },
    /** The worker died; what it had lies sealed on the desk. */
    wake: () => opened((one) => one.run(() => Promise.resolve())),
    /** Looks at the review of a removal, then signs it. */
    async remove(member: MemberId) {
      const ask = handlers(keeper, {
        rpId: '',
        frames: noTab,
        newPasswords: { look: () => Promise.resolve(null), fill: () => Promise.resolve(0) },
        clipboard: { put: () => Promise.resolve(), take: () => ({ text: null, seconds: 0 }), written: () => undefined },
        offers: new Offers(keeper, noTabs),
        visits: new SiteVisits(keeper, noTab, noSites),
        showUnlock: () => Promise.resolve(),
        showConsole: () => Promise.resolve(),
      })
      const intent: Intent = { do: 'remove-member', member }
      const start = performance.now()
      const { rekeys } = await ask['act.review'](intent, '')
      const reviewed = performance.now()
      await ask['act.sign'](intent, '')
      return { review: reviewed - start, sign: performance.now() - reviewed, rekeys }
    },
  }
}
