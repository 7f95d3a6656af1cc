import { ask } from '../../messages/ask.ts'
import { toast } from '../../ui/toast.tsx'
import { sayFailure } from '../../words/failures.ts'
import { codeOf } from '../state/failing.ts'

/** Opens the unlock window to register one more key. A failure is shown as a toast. */
export const openFurtherKey = (): Promise<void> => open('window.further-key')

/** Opens the unlock window to replace the person's own keys. A failure is shown as a toast. */
export const openNewKeys = (): Promise<void> => open('window.new-keys')

async function open(ceremony: 'window.further-key' | 'window.new-keys'): Promise<void> {
  try {
    await ask(ceremony, null)
  } catch (error) {
    toast(sayFailure(codeOf(error)).what)
  }
}
