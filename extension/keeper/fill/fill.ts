import type { FolderId, ItemId } from '../../../shared/bytes/ids.ts'
import { Failure } from '../../../shared/bytes/failure.ts'
import type { FillOutcome } from '../../messages/views.ts'
import { authorizeFill, checkFill, fittingFrames, withLook } from './authorize-fill.ts'
import type { Allowed, Fitting, Frame, Look, Looked } from './authorize-fill.ts'
import { SendsElsewhere } from './sends-elsewhere.ts'
import type { Keeper } from '../keeper.ts'
import type { Open } from '../vault/open.ts'
import { noteStep } from './next-step.ts'
import { useSecret } from '../items/recorded-use.ts'
import { writeSession } from '../desk/session.ts'

/** How the browser reaches frames: `browser.webNavigation` and `browser.scripting`, handed in by the worker. */
export type Frames = {
  /** Returns the tab's frames; the page itself comes first. */
  of(tab: number): Promise<Frame[]>
  /** Returns what our script sees in a fitting frame; null if it has no form for a login, or the document is gone. */
  look(tab: number, fitting: Fitting): Promise<Look | null>
  /** Fills one document and returns what was filled; null when the document is gone. */
  fill(tab: number, allowed: Allowed): Promise<FrameOutcome | null>
}
/** `elsewhere`: where the form would send by now, unlike what the gate checked; then nothing was filled. */
export type FrameOutcome = FillOutcome & { elsewhere: string | null }

/** More frames than a real page uses for sign-in. */
const MOST_FRAMES = 32

/**
 * Fills an item into one frame of a tab: the one where the person is, or else the first with a form for it. Remembers it as recent.
 * Throws what `authorizeFill` throws, Failure `no-field-here`.
 */
export async function fill(
  keeper: Keeper,
  frames: Frames,
  choice: { folder: FolderId; item: ItemId; tab: number },
  open: Open = keeper.needOpen(),
): Promise<FillOutcome> {
  const found = await frames.of(choice.tab)
  const looked = await lookInto(frames, choice.tab, fittingFrames(open, choice, found))
  if (looked.length === 0) throw new Failure('no-field-here')
  const { folder, item } = choice
  const checked = checkFill(open, { folder, item }, looked)
  const allowed = await useSecret(open, { folder, item, purpose: 'fill' }, () => authorizeFill(open, checked))
  const outcomes: FillOutcome[] = []
  let elsewhere: string | null = null
  for (const one of allowed) {
    const filled = await frames.fill(choice.tab, one)
    elsewhere ??= filled?.elsewhere ?? null
    if (filled !== null && filled.filled.length > 0) {
      outcomes.push({ filled: filled.filled, missing: filled.missing, sent: filled.sent })
      break
    }
  }
  const [outcome] = outcomes
  if (outcome === undefined) throw elsewhere === null ? new Failure('no-field-here') : new SendsElsewhere(elsewhere)
  const hasCode = allowed.some(({ values }) => values.otp !== null)
  void keeper.run(() => rememberUse(keeper, { ...choice, page: found[0]?.url ?? '' }, outcome, hasCode))
  return outcome
}

/** Returns the frames that have a form for a login; the frame where the person is comes first. */
async function lookInto(frames: Frames, tab: number, fitting: readonly Fitting[]): Promise<Looked[]> {
  const looks = await Promise.all(
    fitting.slice(0, MOST_FRAMES).map(async (one) => {
      const look = await frames.look(tab, one)
      return look === null ? [] : [withLook(one, look)]
    }),
  )
  return looks.flat().sort((a, b) => Number(b.look.hasFocus) - Number(a.look.hasFocus))
}

/** Notes the item as used last, and whether its code comes next. Called through `run`, so that nothing is written after a lock (P10). */
export async function rememberUse(
  { open }: Keeper,
  choice: { item: ItemId; tab: number; page: string },
  outcome: Pick<FillOutcome, 'filled'>,
  hasCode: boolean,
): Promise<void> {
  if (open === null) return
  const { desk, session } = open
  session.recent = [choice.item, ...session.recent.filter((one) => one !== choice.item)].slice(0, 5)
  await writeSession(desk, session)
  await noteStep(desk, choice, outcome, hasCode)
}
