import { Download } from 'lucide-preact'
import { bytesOf } from '../../messages/item-fields.ts'
import type { ItemFields } from '../../messages/views.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import { kindWords } from '../../words/item-kinds.ts'
import { Cell } from '../parts/value.tsx'
import { saveFile } from '../state/save-file.ts'

/** The files of a login, each of which can be saved to disk. None is opened here: what is in a file is nothing to run. */
export function FileRows({ files }: { readonly files: ItemFields['files'] }) {
  const t = kindWords()
  return (
    <div class="c-value-row">
      <dt>{t.files}</dt>
      {files.map((file, at) => (
        <Cell
          key={at}
          acts={
            <IconButton
              icon={Download}
              label={t.saveFile(file.name)}
              onClick={() => {
                saveFile(file)
              }}
            />
          }
        >
          <span class="c-value">{file.name}</span>
          <span class="c-soft">{t.size(bytesOf(file))}</span>
        </Cell>
      ))}
    </div>
  )
}
