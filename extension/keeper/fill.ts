import type { FolderId, ItemId } from '../../shared/bytes/ids.ts'
import { Failure } from '../../shared/bytes/failure.ts'
import type { FillOutcome } from '../messages/views.ts'
import { authorizeFill, fittingFrames } from './authorize-fill.ts'
import type { Allowed, Frame } from './authorize-fill.ts'
import type { Keeper } from './keeper.ts'
import { noteStep } from './next-step.ts'
import { withSecret } from './witnessed.ts'
import { writeSession } from './session.ts'

/** How the browser reaches frames: `chrome.webNavigation` and `chrome.scripting`, handed in by the worker. */
export type Frames = {
  of(tab: number): Promise<Frame[]>
  /** Fills one document and gives what it did; null when the document is gone. */
  fill(tab: number, allowed: Allowed): Promise<FillOutcome | null>
}

/** Fills an item into a tab, and remembers it as recent. Throws what `authorizeFill` throws, Failure `no-field-here`. */
export async function fill(
  keeper: Keeper,
  frames: Frames,
  choice: { folder: FolderId; item: ItemId; tab: number },
): Promise<FillOutcome> {
  const open = keeper.needOpen()
  const found = await frames.of(choice.tab)
  fittingFrames(open, choice, found)
  const allowed = await withSecret(open, { ...choice, purpose: 'fill' }, () => authorizeFill(open, choice, found))
  const outcomes: FillOutcome[] = []
  for (const one of allowed) {
    const outcome = await frames.fill(choice.tab, one)
    if (outcome !== null) outcomes.push(outcome)
  }
  const filled = [...new Set(outcomes.flatMap((outcome) => outcome.filled))]
  if (filled.length === 0) throw new Failure('no-field-here')
  const missing = [...new Set(outcomes.flatMap((outcome) => outcome.missing))].filter((role) => !filled.includes(role))
  const outcome = { filled, missing, sent: outcomes.some(({ sent }) => sent) }
  const hasCode = allowed.some(({ values }) => values.otp !== null)
  void keeper.run(() => remember(keeper, choice, outcome, hasCode))
  return outcome
}

/** In line, so that nothing is written after a lock (P10). */
async function remember(
  { open }: Keeper,
  choice: { item: ItemId; tab: number },
  outcome: FillOutcome,
  hasCode: boolean,
): Promise<void> {
  if (open === null) return
  const { desk, session } = open
  session.recent = [choice.item, ...session.recent.filter((one) => one !== choice.item)].slice(0, 5)
  await writeSession(desk, session)
  await noteStep(desk, choice, outcome, hasCode)
}
