import { archive } from './archive.ts'
import { entries } from './entries.ts'
import { firstDesk } from './first-desk.ts'
import { forks } from './forks.ts'
import { formChecks } from './forms.ts'
import { heads } from './heads.ts'
import { joining } from './joining.ts'
import { journals } from './journals.ts'
import { keys } from './keys.ts'
import { losses } from './losses.ts'
import { makes } from './makes.ts'
import { pages } from './pages.ts'
import { plainExports } from './plain-exports.ts'
import { recovery } from './recovery.ts'
import { rights } from './rights.ts'
import { sealedThings } from './sealed-things.ts'
import { siteVisits } from './visits.ts'
import { stolenTokens } from './stolen-tokens.ts'
import type { TakenOut } from './taken-out.ts'
import { unlocking } from './unlocking.ts'
import { wire } from './wire.ts'

/** Every check that `npm run mutate` takes out, by the attack or promise that it stands for. */
export const takenOut: TakenOut[] = [
  ...joining,
  ...keys,
  ...entries,
  ...firstDesk,
  ...heads,
  ...forks,
  ...journals,
  ...sealedThings,
  ...unlocking,
  ...wire,
  ...rights,
  ...recovery,
  ...stolenTokens,
  ...makes,
  ...losses,
  ...siteVisits,
  ...archive,
  ...plainExports,
  ...formChecks,
].sort((one, other) => Number(one.s.slice(1)) - Number(other.s.slice(1)))
/** What stands against pages (P8): seen in a real browser, so each takes half a minute. */
export const takenOutOfPages: TakenOut[] = pages
