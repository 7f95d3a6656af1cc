import { Paperclip, X } from 'lucide-preact'
import { useId, useRef, useState } from 'preact/hooks'
import { bytesOf, mostFileBytes } from '../../messages/item-fields.ts'
import { Button } from '../../ui/button.tsx'
import { FieldNotes } from '../../ui/field.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { kindWords } from '../../words/item-kinds.ts'
import { draftOf, type, type Draft } from '../state/drafts.ts'
import { addFiles } from '../state/read-files.ts'

/** The files of a login: chosen, dropped, removed. What does not fit is refused by name, and the others are kept. */
export function FilesField({ draft }: { readonly draft: Draft }) {
  const [over, setOver] = useState(false)
  const [refused, setRefused] = useState<readonly string[]>([])
  const input = useRef<HTMLInputElement>(null)
  const id = useId()
  const t = kindWords()
  const { files } = draft.fields
  const take = async (added: readonly File[]) => {
    // Reading takes a moment, in which something else may be typed or removed.
    const result = await addFiles(draftOf(draft.folder, draft.item)?.fields.files ?? files, added)
    setRefused(result.refused)
    type(draft, { files: result.files })
  }
  const takeList = (list: FileList | null | undefined) => void take([...(list ?? [])])
  return (
    <fieldset
      class="c-files"
      data-over={over}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => {
        setOver(false)
      }}
      onDrop={(event) => {
        event.preventDefault()
        setOver(false)
        takeList(event.dataTransfer?.files)
      }}
    >
      <legend class="ui-field-label">{t.files}</legend>
      {files.map((file, at) => (
        <div class="c-file" key={at}>
          <Paperclip size={16} aria-hidden="true" />
          <span>{file.name}</span>
          <span class="c-soft c-file-size">{t.size(bytesOf(file))}</span>
          <IconButton
            icon={X}
            label={t.removeFile(file.name)}
            onClick={() => {
              setRefused([])
              type(draft, { files: files.filter((_, place) => place !== at) })
            }}
          />
        </div>
      ))}
      <Button
        size="small"
        icon={Paperclip}
        onClick={() => {
          input.current?.click()
        }}
      >
        {t.chooseFiles}
      </Button>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        aria-label={t.chooseFiles}
        onChange={(event) => {
          takeList(event.currentTarget.files)
          event.currentTarget.value = ''
        }}
      />
      <FieldNotes
        id={id}
        hint={t.filesHint(t.size(mostFileBytes))}
        error={refused.length === 0 ? null : refused.join(' ')}
      />
    </fieldset>
  )
}
