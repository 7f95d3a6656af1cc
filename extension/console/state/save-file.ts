import { fromBase64url } from '../../../shared/bytes/base64url.ts'
import { toCsv } from '../../../shared/bytes/csv.ts'
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
  saveText(name, 'application/octet-stream', fromBase64url(bytes))
}

/** Saves a table as CSV (`toCsv`) under the person's downloads. */
export const saveTable = (name: string, rows: readonly (readonly string[])[]) => saveText(name, 'text/csv', toCsv(rows))

/** Saves a file under the person's downloads. */
export function saveText(name: string, type: string, content: BlobPart): void {
  const address = URL.createObjectURL(new Blob([content], { type }))
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  URL.revokeObjectURL(address)
}

async function save(asked: Promise<{ name: string; content: string }>): Promise<void> {
  try {
    const { name, content } = await asked
    saveText(name, 'application/json', content)
  } catch (error) {
    toast(sayFailure(codeOf(error)).what)
  }
}
