import { nonceLife } from './proof-nonces.ts'

/** How many proofs of one session are remembered; one has about six in a minute. */
const most = 512
/** How much older than its newest the nonce of a session's next proof may be, ms: requests overtake each other. */
const slack = 60_000

/** A proof that was verified: of which session, its id, and when its nonce was made (ms since 1970). */
export type Use = Readonly<{ session: string; id: string; time: number }>
/** `old`: used before it would be remembered, so it needs a newer nonce. */
export type Verdict = 'new' | 'used' | 'old'
export type UsedProofs = ReturnType<typeof createUsedProofs>

type Memory = { ids: Map<string, number>; newest: number; from: number }

/**
 * Remembers which proofs were used, so that none is used twice (RFC 9449, 11.1), in this process's memory. The nonces of
 * a session's proofs may hardly go back in time, so only ids of the last minute are kept, at most 512 a session. Past that
 * number only those of its newest nonce are kept; whoever uses so many with one nonce is asked for a newer nonce
 * (`passBy`). A process that starts knows no earlier id and accepts no earlier nonce. Several processes over one database
 * will need a shared memory: a table keyed by session and id, or a fixed process for each session.
 */
export function createUsedProofs(passBy: (time: number) => void) {
  const sessions = new Map<string, Memory>()

  function judge({ session, id, time }: Use): Verdict {
    const memory = sessions.get(session)
    if (memory === undefined) return 'new'
    if (time < memory.from) return 'old'
    return memory.ids.has(id) ? 'used' : 'new'
  }

  function bound(memory: Memory): void {
    memory.from = memory.newest
    for (const [id, time] of memory.ids) if (time < memory.from) memory.ids.delete(id)
    if (memory.ids.size <= most) return
    memory.from = memory.newest + 1
    memory.ids.clear()
    passBy(memory.newest)
  }

  return {
    /** What `use` would say. */
    judge,
    /** Remembers that a proof was used, where it is new. */
    use(one: Use): Verdict {
      const verdict = judge(one)
      if (verdict !== 'new') return verdict
      const memory = sessions.get(one.session) ?? { ids: new Map(), newest: -Infinity, from: -Infinity }
      sessions.set(one.session, memory)
      memory.ids.set(one.id, one.time)
      memory.newest = Math.max(memory.newest, one.time)
      memory.from = Math.max(memory.from, memory.newest - slack)
      forgetOld(memory)
      if (memory.ids.size > most) bound(memory)
      return 'new'
    },
    /** Forgets sessions whose every nonce is too old by now to be taken. */
    sweep(now: number): void {
      for (const [session, { newest }] of sessions) if (now - newest > nonceLife) sessions.delete(session)
    },
  }
}

/** Nearly in the order of their nonces: what comes too late for its place goes at a later turn. */
function forgetOld({ ids, from }: Memory): void {
  for (const [id, time] of ids) {
    if (time >= from) return
    ids.delete(id)
  }
}
