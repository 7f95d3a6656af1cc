import type { Handlers } from '../../messages/serve.ts'
import { fill } from '../fill/fill.ts'
import type { Frames } from '../fill/fill.ts'
import type { Keeper } from '../keeper.ts'

/** The fill that a person asked for in the popup. */
export const fillHandlers = (keeper: Keeper, frames: Frames): Pick<Handlers, 'fill'> => ({
  fill: (choice) => keeper.lookIn(choice.folder, (open) => fill(keeper, frames, choice, open)),
})
