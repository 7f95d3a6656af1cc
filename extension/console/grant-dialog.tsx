import { useId, useState } from 'preact/hooks'
import type { FolderView, GrantView } from '../messages/views.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { SelectField } from '../ui/select-field.tsx'
import { common } from '../words/common.ts'
import { folderWords } from '../words/console-folders.ts'
import { mayGive } from './state/access.ts'
import type { Grantee, Level } from './state/ids.ts'
import { propose } from './state/sheet.ts'
import { people, teams, unlocked } from './state/world.ts'

const levels: readonly Level[] = ['fill', 'read', 'edit', 'manage']

/** Everybody one may grant to, teams first. Nobody grants to themselves. */
function grantees(): { to: Grantee; label: string }[] {
  const t = folderWords()
  const me = unlocked.value?.me.member
  return [
    ...teams.value.map(({ team, name }) => ({ to: { kind: 'team' as const, id: team }, label: t.team(name) })),
    ...people.value.flatMap(({ member, name }) =>
      member === me || name === null ? [] : [{ to: { kind: 'member' as const, id: member }, label: name }],
    ),
  ]
}

type GrantDialogProps = {
  readonly folder: FolderView
  /** The grant whose level changes; null for a new one. */
  readonly start: GrantView | null
  readonly onClose: () => void
}

/** Chooses whom and how much; the review sheet follows. */
export function GrantDialog({ folder, start, onClose }: GrantDialogProps) {
  const [to, setTo] = useState<string>(start?.to.id ?? '')
  const [level, setLevel] = useState<Level>(start?.level ?? 'fill')
  const [missing, setMissing] = useState(false)
  const form = useId()
  const t = folderWords()
  const all = grantees()
  const chosen = all.find((each) => each.to.id === to)?.to ?? null
  return (
    <Dialog
      title={t.grantTitle(folder.name)}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{common().cancel}</Button>
          {all.length > 0 && (
            <Button kind="main" type="submit" form={form}>
              {t.review}
            </Button>
          )}
        </>
      }
    >
      {all.length === 0 ? (
        <p>{t.nobodyToGrant}</p>
      ) : (
        <form
          id={form}
          class="c-form"
          noValidate
          onSubmit={(event) => {
            event.preventDefault()
            setMissing(chosen === null)
            if (chosen === null) return
            onClose()
            void propose({ do: 'grant', folder: folder.folder, to: chosen, level })
          }}
        >
          <SelectField
            label={t.to}
            value={to}
            error={missing && chosen === null ? t.granteeMissing : null}
            disabled={start !== null}
            options={[
              { value: '', label: t.chooseGrantee, disabled: true },
              ...all.map((each) => ({ value: String(each.to.id), label: each.label })),
            ]}
            onChange={setTo}
          />
          <SelectField
            label={t.level}
            hint={common().levelMeaning[level]}
            value={level}
            options={levels.map((each) => ({
              value: each,
              label: common().levels[each],
              disabled: !mayGive(folder, each),
            }))}
            onChange={setLevel}
          />
        </form>
      )}
    </Dialog>
  )
}
