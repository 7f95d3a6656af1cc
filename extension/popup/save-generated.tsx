import { Save } from 'lucide-preact'
import { useState } from 'preact/hooks'
import type { GeneratedView } from '../messages/new-password.ts'
import { Button } from '../ui/button.tsx'
import { SelectField } from '../ui/select-field.tsx'
import { TextField } from '../ui/text-field.tsx'
import { common } from '../words/common.ts'
import { generatedWords } from '../words/generated.ts'
import { FolderChoice } from './folder-choice.tsx'
import type { UseGenerated } from './use-generated.ts'

const NEW = 'new'

interface SaveGeneratedProps {
  readonly kept: GeneratedView
  readonly using: UseGenerated
  readonly onCancel: () => void
}

/**
 * The login that a generated password becomes: named after its page, with the name typed there, in a folder of the person's choice; or
 * the one whose password it is from now on.
 */
export function SaveGenerated({ kept, using: { look, busy, save }, onCancel }: SaveGeneratedProps) {
  const t = generatedWords()
  const { folders = [], logins = [], form = null } = look ?? {}
  const [name, setName] = useState(kept.host)
  // What was typed on the page since then is newer.
  const [username, setUsername] = useState((form?.host === kept.host ? form.username : '') || kept.username)
  const [chosen, setChosen] = useState<string>(look?.folder ?? '')
  const [as, setAs] = useState<string>((kept.changes ? logins[0]?.item : undefined) ?? NEW)
  const folder = folders.find((one) => one.folder === chosen)
  const login = logins.find((one) => one.item === as)
  const isNamed = name.trim() !== ''
  const { item } = kept
  const send = () => {
    if (login !== undefined)
      save({ as: 'change', item, folder: login.folder, login: login.item }, t.changed(login.name), login.name)
    else if (isNamed && folder !== undefined) {
      const saved = { as: 'new' as const, item, folder: folder.folder, name: name.trim(), username }
      save(saved, t.saved(saved.name, folder.path.at(-1) ?? ''), saved.name)
    }
  }
  return (
    <form
      class="popup-generated-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        send()
      }}
    >
      {logins.length > 0 && (
        <SelectField
          label={t.as}
          value={as}
          options={[
            ...logins.map<{ value: string; label: string }>((one) => ({
              value: one.item,
              label: t.passwordOf(one.name, one.username),
            })),
            { value: NEW, label: t.asNew },
          ]}
          onChange={setAs}
        />
      )}
      {login === undefined && (
        <>
          <TextField
            label={t.name}
            value={name}
            maxLength={200}
            autoFocus
            error={isNamed ? null : t.nameMissing}
            onInput={setName}
          />
          <TextField label={t.username} value={username} maxLength={500} mono onInput={setUsername} />
          <FolderChoice folders={folders} chosen={folder?.folder ?? null} onChange={setChosen} />
        </>
      )}
      <div class="popup-generated-acts">
        <Button
          kind="main"
          size="small"
          type="submit"
          icon={Save}
          disabled={login === undefined && folder === undefined}
          busy={busy ? common().saving : null}
        >
          {common().save}
        </Button>
        <Button kind="quiet" size="small" onClick={onCancel}>
          {common().cancel}
        </Button>
      </div>
    </form>
  )
}
