import { ask } from '../../messages/ask.ts'
import { toast } from '../../ui/toast.tsx'
import { sayFailure } from '../../words/failures.ts'
import { codeOf } from './failing.ts'

/** Saves the evidence of a fork as a file of this desk's. */
export const saveEvidence = (fork: number) => save(ask('fork.export', { fork }))

/** Saves the ledger as a file of this desk's. */
export const saveLedger = () => save(ask('ledger.export', null))

async function save(asked: Promise<{ name: string; content: string }>): Promise<void> {
  try {
    const { name, content } = await asked
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
