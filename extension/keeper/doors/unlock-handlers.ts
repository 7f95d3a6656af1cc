import { Failure } from '../../../shared/bytes/failure.ts'
import type { Handlers } from '../../messages/serve.ts'
import { fetchHello, needTrusted, trust } from '../desk/server.ts'
import type { Keeper } from '../keeper.ts'
import { unlockResult } from '../second-key.ts'
import { keepShift } from '../unlock/shift.ts'
import { finishUnlock, startAssertion } from '../unlock/unlock.ts'

type Names = 'lock' | `unlock.${'start' | 'prepare' | 'finish'}`

/** The unlock by key and PIN, and the lock. */
export function unlockHandlers(keeper: Keeper, rpId: string): Pick<Handlers, Names> {
  const { desk } = keeper
  /** The org to unlock for: the one this desk knows, or what its server says, asked once, until the assertion confirms or refuses it. */
  const needOrg = async () => {
    const { server, org } = await needTrusted(desk)
    if (org !== null) return { server, org }
    if (keeper.said?.server === server) return keeper.said
    const said = (await fetchHello(desk, server)).org?.id
    if (said === undefined) throw new Failure('no-org')
    keeper.said = { server, org: said }
    return keeper.said
  }

  return {
    'unlock.start': async () => startAssertion(desk, (await needOrg()).server, rpId, 'unlock'),
    'unlock.prepare': async ({ pin }) => {
      keeper.pinAhead.start(pin, (await needOrg()).org)
      return null
    },
    'unlock.finish': ({ pin, ...touch }) =>
      keeper.run(async () => {
        const { server, org } = await needOrg()
        keeper.said = null
        const stretched = keeper.pinAhead.take(pin, org)
        if (keeper.open !== null) await keeper.lock('button')
        const { session, y, voprfPublicKey } = await finishUnlock(desk, server, org, stretched, touch)
        // The assertion itself has confirmed which org this is.
        await trust(desk, { server, org })
        await keeper.unlocked(session)
        await keepShift(keeper.needOpen(), y, voprfPublicKey)
        return unlockResult(keeper)
      }),
    lock: async () => {
      await keeper.lockNow('button')
      return null
    },
  }
}
