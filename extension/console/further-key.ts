import { ask } from '../messages/ask.ts'
import { toast } from '../ui/toast.tsx'
import { sayFailure } from '../words/failures.ts'
import { codeOf } from './state/failing.ts'

/** Opens our window at its ceremony for one more key; says it in a toast where that fails. */
export async function openFurtherKey(): Promise<void> {
  try {
    await ask('window.further-key', null)
  } catch (error) {
    toast(sayFailure(codeOf(error)).what)
  }
}
