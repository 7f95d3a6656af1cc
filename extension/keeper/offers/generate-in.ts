import { newItemId } from '../../../shared/bytes/ids.ts'
import { Failure } from '../../../shared/bytes/failure.ts'
import type { NewPasswordForm } from '../../messages/new-password.ts'
import { authorizeGenerated } from '../fill/authorize-fill.ts'
import type { AllowedForGenerated, Frame } from '../fill/authorize-fill.ts'
import type { WithClient } from '../match/active-client.ts'
import { needFullyUnlocked } from '../second-key.ts'
import type { WithKeyCount } from '../vault/standing.ts'
import { dropGenerated, keepGenerated, dropOlderGenerated } from './generated.ts'
import type { Keeper } from '../keeper.ts'
import type { NewPasswords } from './new-passwords.ts'
import { generateFor } from './password/page-rules.ts'

/** More frames than a page uses for anything a person sees. */
const MOST = 10

/** Returns the first of these documents that asks for a new password. The page itself comes before its frames. */
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

/** Returns the first form for a new password in the documents the gate allows for this origin (P8). Throws as `authorizeGenerated`. */
export const formAt = (
  open: WithKeyCount & WithClient,
  newPasswords: NewPasswords,
  tab: number,
  origin: string,
  frames: readonly Frame[],
) => formIn(newPasswords, tab, authorizeGenerated(open, origin, frames))

/**
 * Makes a password by the rules of the first form among the documents that the gate allows for this origin (P8), fills it in, and keeps it
 * until it is saved.
 * @throws as `needFullyUnlocked`, `authorizeGenerated`; Failure `no-new-password`, `page-rules`, `not-taken`, `not-heard`, `locked`
 */
export async function generateAt(
  keeper: Keeper,
  newPasswords: NewPasswords,
  tab: number,
  origin: string,
  frames: readonly Frame[],
): Promise<void> {
  const documents = authorizeGenerated(needFullyUnlocked(keeper), origin, frames)
  const found = await formIn(newPasswords, tab, documents)
  if (found === null) throw new Failure('no-new-password')
  const { at, form } = found
  const { fields, ...asked } = form
  const { password, isShort } = generateFor(fields)
  const one = { item: newItemId(), tab, origin: at.origin, password, ...asked, fields: fields.length, isShort }
  // Kept before the page gets it, so that it is not lost if anything fails in between.
  await keepGenerated(keeper, one)
  const filled = await newPasswords.fill(tab, at, password)
  // The page may have it all the same, so it stays kept: nobody else knows it.
  if (filled === null) throw new Failure('not-heard')
  const isTaken = filled === fields.length
  await (isTaken ? dropOlderGenerated(keeper, one) : dropGenerated(keeper, one.item))
  if (!isTaken) throw new Failure('not-taken')
}
