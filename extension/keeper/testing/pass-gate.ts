import { authorizeFill, checkFill, fittingFrames, withLook } from '../fill/authorize-fill.ts'
import type { Allowed, Checked, Frame } from '../fill/authorize-fill.ts'

type Opened = Parameters<typeof checkFill>[0]
type Choice = Checked['choice']
/** A frame with a form, and where that form sends its content besides the frame's origin. */
export type FramedForm = Frame & { sendsTo: readonly string[] }

/** Takes the steps of the gate before the secret, as a fill does. Throws as each step. */
export function checkedFill(open: Opened, choice: Choice, frames: readonly FramedForm[]): Checked {
  const sendsTo = new Map(frames.map((one) => [one.documentId, one.sendsTo]))
  const looked = fittingFrames(open, choice, frames).map((one) =>
    withLook(one, { sendsTo: sendsTo.get(one.frame.documentId) ?? [], hasFocus: false }),
  )
  return checkFill(open, choice, looked)
}

/** Takes all steps of the gate. Throws as each step. */
export const passGate = async (open: Opened, choice: Choice, frames: readonly FramedForm[]): Promise<Allowed[]> =>
  authorizeFill(open, checkedFill(open, choice, frames))
