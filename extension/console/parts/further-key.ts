import { ask } from '../../messages/ask.ts'
import { toast } from '../../ui/toast.tsx'
import { sayFailure } from '../../words/failures.ts'
import { codeOf } from '../state/failing.ts'

/** Opens our window at its ceremony for one more key; says it in a toast where that fails. */
export const openFurtherKey = (): Promise<void> => open('window.further-key')

/** The same, at its ceremony for new keys of one's own. */
export const openNewKeys = (): Promise<void> => open('window.new-keys')

async function open(ceremony: 'window.further-key' | 'window.new-keys'): Promise<void> {
  try {
    await ask(ceremony, null)
  } catch (error) {
    toast(sayFailure(codeOf(error)).what)
  }
}
