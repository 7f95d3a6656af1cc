import { toBase64url } from '../../../shared/bytes/base64url.ts'
import { bytesOf, mostFileBytes, mostFiles } from '../../messages/item-fields.ts'
import type { ItemFields } from '../../messages/views.ts'
import { kindWords } from '../../words/item-kinds.ts'

type Files = ItemFields['files']

const sizeOf = (files: Files) => files.reduce((sum, file) => sum + bytesOf(file), 0)

/** A name with nothing that a table or a screen chokes on. */
const tidyName = (name: string) =>
  name
    .replace(/[\p{Cc}\p{Surrogate}]/gu, '')
    .trim()
    .slice(0, 200) || '…'

/**
 * Returns the files of a login with these added, and a sentence for each that was not: it is empty, cannot be read, or does not fit into
 * what a login keeps. A file that is too large is not read at all.
 */
export async function addFiles(had: Files, added: readonly File[]): Promise<{ files: Files; refused: string[] }> {
  const t = kindWords()
  const files = [...had]
  const refused: string[] = []
  for (const file of added) {
    const name = tidyName(file.name)
    const size = sizeOf(files) + file.size
    if (file.size === 0) refused.push(t.fileEmpty(name))
    else if (files.length >= mostFiles) refused.push(t.filesTooMany(mostFiles))
    else if (size > mostFileBytes) refused.push(t.filesTooLarge(name, t.size(size), t.size(mostFileBytes)))
    else {
      const bytes = await file.arrayBuffer().catch(() => null)
      if (bytes === null) refused.push(t.fileUnreadable(name))
      else files.push({ name, type: file.type.slice(0, 200), bytes: toBase64url(new Uint8Array(bytes)) })
    }
  }
  return { files, refused: [...new Set(refused)] }
}
