import type { Allowed } from '../../extension/keeper/fill/authorize-fill.ts'
import type { FramedForm } from '../../extension/keeper/testing/pass-gate.ts'
import type { SessionKey } from '../../extension/keeper/desk/desk.ts'
import type { Session } from '../../extension/keeper/desk/session.ts'
import { finishUnlock, startAssertion } from '../../extension/keeper/unlock/unlock.ts'
import { developmentExtensionId } from '../../server/extension-id.ts'
import { fromBase64url, toBase64url } from '../../shared/bytes/base64url.ts'
import type { MemberId, OrgId } from '../../shared/bytes/ids.ts'
import { nodeDesk } from '../headless/node-desk.ts'
import { newPerson } from '../headless/person.ts'
import type { Person } from '../headless/person.ts'
import { tabOf } from '../headless/tab.ts'
import { prf, touch } from '../soft-key.ts'
import type { SoftKey } from '../soft-key.ts'
import { stretchOnce } from '../stretched.ts'
import type { Hostile } from './proxy.ts'

/** A person at a desk whose line leads to the liar, or past it. */
export type Player = Person & {
  name: string
  member: MemberId
  /** Whether this desk meets the malicious server; else it reaches the honest one behind. */
  lied: boolean
  /** The session as an unlock gave it: with it another desk of this person's can be opened. Null until there was one. */
  session: Carried | null
  /** Documents open in this person's tab, as the browser names them; and everything that was filled into them. */
  frames: FramedForm[]
  filled: Allowed[]
}

/** A session with its key, to be carried from one desk of these tests to another: no desk of the product can. */
export type Carried = Session & { key: SessionKey }

export function newPlayer(proxy: Hostile, name: string, lied: boolean, key: SoftKey | null = null): Player {
  const desk = nodeDesk()
  desk.fetch = (url, init) => fetch(player.lied ? url : url.replace(proxy.origin, proxy.target()), init)
  const frames: Player['frames'] = []
  const filled: Allowed[] = []
  const tab = tabOf(
    () => frames,
    (allowed) => filled.push(allowed),
  )
  const person = newPerson(desk, key, tab)
  const player: Player = { ...person, name, member: '' as MemberId, lied, session: null, frames, filled }
  return player
}

/** A desk that only looks on: what it would put into the ledger by itself (a re-keying) never leaves it. */
export function onlyLooking(player: Player): Player {
  const { fetch } = player.desk
  player.desk.fetch = (url, init) =>
    init.method === 'POST' && url.endsWith('/api/ledger')
      ? Promise.reject(new TypeError('only looking'))
      : fetch(url, init)
  return player
}

/** PIN and touch, as far as the session: what a new desk's unlock begins with. */
export async function sessionOf(player: Player, origin: string, org: OrgId, pin: string): Promise<Carried> {
  if (player.key === null) throw new Error('no key yet')
  const asked = await startAssertion(player.keeper.desk, origin, developmentExtensionId, 'unlock')
  const assertion = touch(player.key, fromBase64url(asked.challenge))
  const output = toBase64url(prf(player.key, fromBase64url(asked.prfSalt)))
  const touched = { assertion, prf: output }
  const { session } = await finishUnlock(player.keeper.desk, origin, org, stretchOnce(pin, org), touched)
  return carried(player, session)
}

/** Opens this player's desk with a session of the same person's, and syncs: the second half of an unlock. */
export async function openWith(player: Player, { key, ...session }: Carried): Promise<void> {
  await player.keeper.run(async () => {
    await player.desk.sessionKey.set(key)
    await player.keeper.unlocked(structuredClone(session))
  })
}

/** That session of this player's desk as it is now. */
export async function carried({ desk }: Player, session: Session): Promise<Carried> {
  const key = await desk.sessionKey.get()
  if (key === null) throw new Error('no session key')
  return { ...structuredClone(session), key }
}
