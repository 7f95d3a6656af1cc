import { Failure } from '../../../shared/bytes/failure.ts'
import type { Handlers } from '../../messages/serve.ts'
import { call } from '../desk/api.ts'
import {
  beginFurtherKey,
  beginJoin,
  beginSetup,
  endCeremony,
  readOpenInvitation,
  readCeremony,
} from '../unlock/ceremony.ts'
import { finishEnrolment, firstSession } from '../unlock/enrol.ts'
import { readInvitation } from '../unlock/invitation-code.ts'
import type { Keeper } from '../keeper.ts'
import { checkNewPin } from '../unlock/pin-rules.ts'
import { needAllowed, needTrusted, trust, trustedServer } from '../desk/server.ts'
import { forgetShift } from '../unlock/shift.ts'
import { keyGenerationOf, stateOf } from '../vault/vault.ts'

type Enrolling = Extract<keyof Handlers, 'setup.check' | 'join.look' | `enrol.${string}`>

/** Set-up, joining, and further keys: the requests of the unlock window on the way to a new key. */
export function enrolHandlers(keeper: Keeper, rpId: string): Pick<Handlers, Enrolling> {
  const { desk } = keeper
  const run = keeper.run.bind(keeper)
  return {
    'setup.check': async ({ code }) => call(desk, (await needTrusted(desk)).server, 'setupCheck', { code }),
    'join.look': async (input) => {
      const { code, orgName, name, state } = await readOpenInvitation(desk, input.code)
      await needAllowed(desk, code)
      return {
        address: code.server,
        orgName,
        name,
        state,
        trusted: (await trustedServer(desk))?.server === code.server,
        recovery: code.recovery,
        twoKeys: code.twoKeys,
        attested: code.attested,
      }
    },

    'enrol.start': (input) =>
      run(async () => {
        if (input.kind === 'setup') return beginSetup(desk, (await needTrusted(desk)).server, rpId, input)
        if (input.kind === 'join') {
          const { server, org } = readInvitation(input.code)
          await needAllowed(desk, { server, org })
          if ((await trustedServer(desk))?.server !== server) throw new Failure('not-trusted')
          return beginJoin(desk, rpId, input.code)
        }
        const { session, vault } = keeper.needOpen()
        const person = vault.profiles.get(vault.me)?.name ?? ''
        const { name: orgName, policy } = stateOf(vault)
        const said = { rpId, orgName, person, attested: policy.attested }
        return beginFurtherKey(desk, session, keyGenerationOf(vault), said)
      }),
    'enrol.pin': async ({ pin }) => {
      checkNewPin(pin)
      keeper.pinAhead.start(pin, (await readCeremony(desk)).org)
      return null
    },
    'enrol.finish': ({ pin, ...touched }) =>
      run(async () => {
        checkNewPin(pin)
        const ceremony = await readCeremony(desk)
        const { server, org, authority, outcome } = ceremony
        // The stretched PIN is wiped after use, so a second try must never get the same one.
        const stretched = keeper.pinAhead.take(pin, org)
        const session = authority.kind === 'session' ? keeper.needOpen().session : null
        const attempt = await finishEnrolment(desk, session, ceremony, stretched, touched)
        if (session !== null) {
          session.keys = null
          await keeper.refresh()
          return { state: 'unlocked' as const }
        }
        // One person at a desk: whoever was unlocked is locked.
        if (keeper.open !== null) await keeper.lock('button')
        await forgetShift(desk)
        await trust(desk, { server, org })
        keeper.tell()
        if (outcome.kind === 'join') return { state: 'waiting' as const }
        try {
          if (attempt === null) throw new Failure('enrolled')
          await keeper.unlocked(await firstSession(desk, ceremony, attempt, touched.registration.credentialId))
        } catch {
          throw new Failure('enrolled')
        }
        return { state: 'unlocked' as const }
      }),
    'enrol.cancel': () =>
      run(async () => {
        keeper.pinAhead.stop()
        await endCeremony(desk)
        return null
      }),
  }
}
