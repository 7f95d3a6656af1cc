import { Save } from 'lucide-preact'
import { useState } from 'preact/hooks'
import type { GeneratedView } from '../messages/new-password.ts'
import { Button } from '../ui/button.tsx'
import { SelectField } from '../ui/select-field.tsx'
import { TextField } from '../ui/text-field.tsx'
import { common } from '../words/common.ts'
import { generatedWords } from '../words/generated.ts'
import type { UseGenerated } from './use-generated.ts'

interface SaveGeneratedProps {
  readonly kept: GeneratedView
  readonly using: UseGenerated
  readonly onCancel: () => void
}

/** The login that a generated password becomes: named after its page, with the name typed there, in a folder of the person's choice. */
export function SaveGenerated({ kept, using: { look, busy, save }, onCancel }: SaveGeneratedProps) {
  const t = generatedWords()
  const folders = look?.folders ?? []
  const [name, setName] = useState(kept.host)
  // What was typed on the page since then is newer.
  const [username, setUsername] = useState((look?.form?.host === kept.host ? look.form.username : '') || kept.username)
  const [chosen, setChosen] = useState(folders[0]?.folder ?? '')
  const folder = folders.find((one) => one.folder === chosen)
  const isNamed = name.trim() !== ''
  return (
    <form
      class="popup-generated-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        if (isNamed && folder !== undefined)
          save({ item: kept.item, folder: folder.folder, name: name.trim(), username }, folder.path.at(-1) ?? '')
      }}
    >
      <TextField
        label={t.name}
        value={name}
        maxLength={200}
        autoFocus
        error={isNamed ? null : t.nameMissing}
        onInput={setName}
      />
      <TextField label={t.username} value={username} maxLength={500} mono onInput={setUsername} />
      <SelectField
        label={t.folder}
        value={chosen}
        options={folders.map((one) => ({ value: one.folder, label: one.path.join(' › ') }))}
        onChange={setChosen}
      />
      <div class="popup-generated-acts">
        <Button kind="main" size="small" type="submit" icon={Save} busy={busy ? common().saving : null}>
          {common().save}
        </Button>
        <Button kind="quiet" size="small" onClick={onCancel}>
          {common().cancel}
        </Button>
      </div>
    </form>
  )
}
