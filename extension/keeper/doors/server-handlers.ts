import { Failure } from '../../../shared/bytes/failure.ts'
import type { Handlers } from '../../messages/serve.ts'
import { originOf } from '../desk/origin.ts'
import { fetchHello, needAllowed, trust, trustedServer } from '../desk/server.ts'
import type { Keeper } from '../keeper.ts'
import { forgetShift } from '../unlock/shift.ts'

/** Which server this desk works with. */
export function serverHandlers(keeper: Keeper): Pick<Handlers, 'server.look' | 'server.trust'> {
  const { desk } = keeper
  return {
    'server.look': async ({ address }) => {
      const server = originOf(address)
      const { org } = await fetchHello(desk, server)
      const known = await trustedServer(desk)
      const isKnown = known?.server === server
      // No server may name another org than the one this desk knows; an empty server may be set up, where policy names no org.
      if (isKnown && known.org !== null && (org === null ? known.managed : org.id !== known.org))
        throw new Failure('server-other-org')
      return { address: server, org: org?.id ?? null, orgName: org?.name ?? null, trusted: isKnown }
    },
    'server.trust': async ({ address }) => {
      const server = originOf(address)
      await fetchHello(desk, server)
      return keeper.run(async () => {
        await needAllowed(desk, { server, org: null })
        if (keeper.open !== null && keeper.open.session.server !== server) await keeper.lock('button')
        if ((await trustedServer(desk))?.server !== server) await forgetShift(desk)
        await trust(desk, { server, org: null })
        keeper.tell()
        return null
      })
    },
  }
}
