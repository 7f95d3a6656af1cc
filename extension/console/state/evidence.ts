import { ask } from '../../messages/ask.ts'
import { toast } from '../../ui/toast.tsx'
import { sayFailure } from '../../words/failures.ts'
import { codeOf } from './failing.ts'

/** Saves the evidence of a fork as a file of this desk's. */
export async function saveEvidence(fork: number): Promise<void> {
  try {
    const { name, content } = await ask('fork.export', { fork })
    const address = URL.createObjectURL(new Blob([content], { type: 'application/json' }))
    const link = document.createElement('a')
    link.href = address
    link.download = name
    link.click()
    URL.revokeObjectURL(address)
  } catch (error) {
    toast(sayFailure(codeOf(error)).what)
  }
}
