import { ask } from '../../messages/ask.ts'
import { toast } from '../../ui/toast.tsx'
import { sayFailure } from '../../words/failures.ts'
import { codeOf } from './failing.ts'

/** Locks the desk, and says why where that fails. */
export async function lockNow(): Promise<void> {
  try {
    await ask('lock', null)
  } catch (error) {
    toast(sayFailure(codeOf(error)).what)
  }
}
