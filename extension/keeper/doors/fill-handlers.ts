import type { Handlers } from '../../messages/serve.ts'
import { fill } from '../fill/fill.ts'
import type { Frames } from '../fill/fill.ts'
import type { SiteVisits } from '../fill/site-visits.ts'
import type { Keeper } from '../keeper.ts'

/** The fill that a person asked for in the popup, and the one in a tab that is opened for it. */
export const fillHandlers = (
  keeper: Keeper,
  { frames, visits }: { frames: Frames; visits: SiteVisits },
): Pick<Handlers, 'fill' | 'site.open'> => ({
  fill: (choice) => keeper.lookIn(choice.folder, (open) => fill(keeper, frames, choice, open)),
  'site.open': async (choice) => {
    await visits.open(choice)
    return null
  },
})
