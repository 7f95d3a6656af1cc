import { Failure } from '../../../shared/bytes/failure.ts'
import type { Handlers } from '../../messages/serve.ts'
import { HealthCheck } from '../items/health/health-check.ts'
import type { Keeper } from '../keeper.ts'
import { needFullyUnlocked } from '../second-key.ts'
import type { Open } from '../vault/open.ts'

/** How long (ms) a portion of a check may take, so that a click elsewhere waits no longer. */
const PORTION = 80

/** The check of passwords on this desk. It belongs to one unlock: at the lock nothing leads to it any more (P10). */
export function healthHandlers(keeper: Keeper): Pick<Handlers, 'health.start' | 'health.go-on' | 'health.stop'> {
  const checks = new WeakMap<Open, HealthCheck>()
  let runs = 0
  return {
    'health.start': () =>
      keeper.look(async () => {
        const open = needFullyUnlocked(keeper)
        const check = await HealthCheck.begin(open.vault, (runs += 1))
        checks.set(open, check)
        return check.progress
      }),
    'health.go-on': ({ run }) =>
      keeper.look(async () => {
        const open = needFullyUnlocked(keeper)
        const check = checks.get(open)
        if (check?.run !== run) throw new Failure('health-over')
        const until = keeper.desk.ticks() + PORTION
        const report = await check.goOn(() => keeper.desk.ticks() >= until)
        if (report !== null) checks.delete(open)
        return { ...check.progress, report }
      }),
    'health.stop': ({ run }) => {
      const { open } = keeper
      if (open !== null && checks.get(open)?.run === run) checks.delete(open)
      return Promise.resolve(null)
    },
  }
}
