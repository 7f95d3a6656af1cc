import { fromBase64url } from '../../../shared/bytes/base64url.ts'
import { ask } from '../../messages/ask.ts'
import { toast } from '../../ui/toast.tsx'
import { sayFailure } from '../../words/failures.ts'
import { codeOf } from './failing.ts'

/** Saves the evidence of a fork as a file of this desk's. */
export const saveEvidence = (fork: number) => save(ask('fork.export', { fork }))

/** Saves the ledger as a file of this desk's. */
export const saveLedger = () => save(ask('ledger.export', null))

/** Saves a file of a login to disk. Its type is left out, so that no browser opens it here instead. */
export function saveFile({ name, bytes }: { name: string; bytes: string }): void {
  download(name, new Blob([fromBase64url(bytes)], { type: 'application/octet-stream' }))
}

function download(name: string, content: Blob): void {
  const address = URL.createObjectURL(content)
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  URL.revokeObjectURL(address)
}

async function save(asked: Promise<{ name: string; content: string }>): Promise<void> {
  try {
    const { name, content } = await asked
    download(name, new Blob([content], { type: 'application/json' }))
  } catch (error) {
    toast(sayFailure(codeOf(error)).what)
  }
}
