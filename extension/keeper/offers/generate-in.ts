import { newItemId } from '../../../shared/bytes/ids.ts'
import { Failure } from '../../../shared/bytes/failure.ts'
import type { NewPasswordForm } from '../../messages/new-password.ts'
import { authorizeGenerated } from '../fill/authorize-fill.ts'
import type { AllowedForGenerated, Frame } from '../fill/authorize-fill.ts'
import type { Working } from '../match/active-client.ts'
import { needShown } from '../second-key.ts'
import type { Counted } from '../vault/standing.ts'
import { dropGenerated, keepGenerated, takenGenerated } from './generated.ts'
import type { Keeper } from '../keeper.ts'
import type { NewPasswords } from './new-passwords.ts'
import { generateFor } from './password/page-rules.ts'

/** More frames than a page has for anything that a person sees. */
const MOST = 10

/** The first of these documents that asks for a new password: the page itself comes before its frames. */
async function formIn(
  newPasswords: NewPasswords,
  tab: number,
  documents: readonly AllowedForGenerated[],
): Promise<{ at: AllowedForGenerated; form: NewPasswordForm } | null> {
  for (const at of documents.slice(0, MOST)) {
    const form = await newPasswords.look(tab, at)
    if (form !== null) return { at, form }
  }
  return null
}

/** The same among those that the gate lets through for this origin (P8). Throws as `authorizeGenerated`. */
export const formAt = (
  open: Counted & Working,
  newPasswords: NewPasswords,
  tab: number,
  origin: string,
  frames: readonly Frame[],
) => formIn(newPasswords, tab, authorizeGenerated(open, origin, frames))

/**
 * Makes a password by the rules of the first form among the documents that the gate lets through for this origin (P8), puts it there, and
 * keeps it.
 * @throws as `needShown`, `authorizeGenerated`; Failure `no-new-password`, `page-rules`, `not-taken`, `not-heard`, `locked`
 */
export async function generateAt(
  keeper: Keeper,
  newPasswords: NewPasswords,
  tab: number,
  origin: string,
  frames: readonly Frame[],
): Promise<void> {
  const documents = authorizeGenerated(needShown(keeper), origin, frames)
  const found = await formIn(newPasswords, tab, documents)
  if (found === null) throw new Failure('no-new-password')
  const { at, form } = found
  const { fields, ...asked } = form
  const { password, isShort } = generateFor(fields)
  const one = { item: newItemId(), tab, origin: at.origin, password, ...asked, fields: fields.length, isShort }
  // Before the page has it: whatever ends in between, it is not lost.
  await keepGenerated(keeper, one)
  const filled = await newPasswords.fill(tab, at, password)
  // It may be there all the same: then nobody else knows it.
  if (filled === null) throw new Failure('not-heard')
  const isTaken = filled === fields.length
  await (isTaken ? takenGenerated(keeper, one) : dropGenerated(keeper, one.item))
  if (!isTaken) throw new Failure('not-taken')
}
