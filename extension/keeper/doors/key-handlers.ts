import { Failure } from '../../../shared/bytes/failure.ts'
import type { Handlers } from '../../messages/serve.ts'
import type { Keeper } from '../keeper.ts'
import { fetchKeys, readAttestation, readKeyUse, revokeKey } from '../unlock/own-keys.ts'
import { changePin } from '../unlock/pin-change.ts'
import { checkNewPin } from '../unlock/pin-rules.ts'
import { rotateKeys } from '../unlock/rotate-keys.ts'
import { reviewRotation } from '../unlock/rotation-review.ts'
import { needFullyUnlocked, unlockResult } from '../second-key.ts'
import { finishShift, forgetShift, readShift, limitShift } from '../unlock/shift.ts'
import { startAssertion } from '../unlock/unlock.ts'
import { stateOf } from '../vault/vault.ts'

type AboutKeys = Extract<keyof Handlers, `${'shift' | 'pin' | 'keys' | 'rotate'}.${string}`>

/** Unlock by assertion alone within the shift, change of PIN, and a person's keys. */
export function keyHandlers(keeper: Keeper, rpId: string): Pick<Handlers, AboutKeys> {
  const { desk } = keeper
  const run = keeper.run.bind(keeper)
  return {
    'shift.start': async () => {
      const kept = await readShift(desk)
      if (kept === null) throw new Failure('shift-over')
      return startAssertion(desk, kept.server, rpId, 'shift')
    },
    'shift.finish': (touch) =>
      run(async () => {
        if (keeper.open !== null) await keeper.lock('button')
        await keeper.unlocked(await finishShift(desk, touch))
        // P4: the newest ledger that this desk verified must allow it too, not only the server.
        await limitShift(desk, stateOf(keeper.needOpen().vault))
        if ((await readShift(desk)) !== null) return unlockResult(keeper)
        await keeper.lock('refused')
        throw new Failure('shift-over')
      }),

    'pin.start': ({ next }) =>
      run(async () => {
        checkNewPin(next)
        const { server, credential } = keeper.needOpen().session
        return { ...(await startAssertion(desk, server, rpId, 'change-pin')), allow: credential }
      }),
    'pin.finish': ({ pin, next, ...touch }) =>
      run(async () => {
        checkNewPin(next)
        const open = keeper.needOpen()
        const { org } = open.session
        await changePin(open, keeper.pinAhead.take(pin, org), keeper.pinAhead.take(next, org), touch)
        return null
      }),

    'rotate.review': () => run(() => reviewRotation(needFullyUnlocked(keeper))),
    'rotate.finish': ({ pin, next, ...touch }) =>
      run(async () => {
        checkNewPin(next)
        if (pin === next) throw new Failure('same-pin')
        const open = keeper.needOpen()
        const { org } = open.session
        try {
          const session = await rotateKeys(open, keeper.pinAhead.take(pin, org), keeper.pinAhead.take(next, org), touch)
          await forgetShift(desk)
          keeper.rekeying.forget()
          keeper.register.wipe()
          await keeper.unlocked(session)
        } catch (error) {
          // Whatever is typed from now on would be sealed under keys that may be the old ones.
          if (error instanceof Failure && error.code === 'rotation-unclear') await keeper.lock('unclear')
          throw error
        }
        return null
      }),

    'keys.list': ({ member }) => keeper.look(() => fetchKeys(keeper.needOpen(), member ?? keeper.needOpen().vault.me)),
    'keys.use': () => keeper.look(() => readKeyUse(keeper.needOpen())),
    'keys.attestation': () => keeper.look(() => readAttestation(keeper.needOpen())),
    'keys.revoke': ({ member, credential }) =>
      run(async () => {
        const open = keeper.needOpen()
        await revokeKey(open, member, credential)
        open.session.keys = null
        await keeper.refresh()
        return null
      }),
  }
}
