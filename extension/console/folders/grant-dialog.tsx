import { useId, useState } from 'preact/hooks'
import { levels } from '../../../shared/rules/levels.ts'
import type { FolderView, GrantView } from '../../messages/views.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Picker } from '../../ui/picker.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { common } from '../../words/common.ts'
import { folderWords } from '../../words/console-folders.ts'
import { mayGive } from '../state/access.ts'
import { personChoices, teamChoices } from '../state/choices.ts'
import { dayEnd, dayStart, typedFrom, typedUntil } from '../state/dates.ts'
import type { Grantee, Level } from '../state/ids.ts'
import { nameOfGrantee } from '../state/access.ts'
import { derived } from '../state/derived.ts'
import { openReview } from '../state/sheet.ts'
import { people, teams, unlocked } from '../state/world.ts'

/** Everybody to whom this person may grant access, teams first. Nobody grants access to themselves. */
const grantees = derived(() => {
  const me = unlocked.value?.me.member
  const others = people.value.filter(({ member, name }) => member !== me && name !== null)
  const choices = [...teamChoices(teams.value), ...personChoices(others)]
  const to = new Map<string, Grantee>([
    ...teams.value.map(({ team }): [string, Grantee] => [team, { kind: 'team', id: team }]),
    ...others.map(({ member }): [string, Grantee] => [member, { kind: 'member', id: member }]),
  ])
  return { choices, to }
})

/** Why the last day is invalid; null when it is valid. */
function wrongUntil({ from, until }: { from: number | null; until: number | null }): string | null {
  const t = folderWords()
  if (until === null) return null
  if (until <= Date.now()) return t.untilPast
  return from !== null && until <= from ? t.untilBeforeFrom : null
}

type GrantDialogProps = {
  readonly folder: FolderView
  /** The grant whose level or dates change; null for a new one. */
  readonly start: GrantView | null
  readonly onClose: () => void
}

/** Asks who gets access and at which level, then opens the review sheet. */
export function GrantDialog({ folder, start, onClose }: GrantDialogProps) {
  const [to, setTo] = useState<string | null>(start?.to.id ?? null)
  const [level, setLevel] = useState<Level>(start?.level ?? 'fill')
  const [from, setFrom] = useState(typedFrom(start?.starts ?? null))
  const [until, setUntil] = useState(typedUntil(start?.ends ?? null))
  const [missing, setMissing] = useState(false)
  const form = useId()
  const t = folderWords()
  const dates = level === 'manage' ? { from: null, until: null } : { from: dayStart(from), until: dayEnd(until) }
  const untilWrong = wrongUntil(dates)
  const { choices, to: granteeOf } = grantees.value
  const chosen = granteeOf.get(to ?? '') ?? null
  return (
    <Dialog
      title={start === null ? t.grantTitle(folder.name) : t.changeLevelFor(nameOfGrantee(start))}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{common().cancel}</Button>
          {choices.length > 0 && (
            <Button kind="main" type="submit" form={form}>
              {t.review}
            </Button>
          )}
        </>
      }
    >
      {choices.length === 0 ? (
        <p>{t.nobodyToGrant}</p>
      ) : (
        <form
          id={form}
          class="c-form"
          noValidate
          onSubmit={(event) => {
            event.preventDefault()
            setMissing(true)
            if (chosen === null || untilWrong !== null) return
            onClose()
            void openReview({ do: 'grant', folder: folder.folder, to: chosen, level, ...dates })
          }}
        >
          <Picker
            label={t.to}
            value={to}
            error={missing && chosen === null ? t.granteeMissing : null}
            disabled={start !== null}
            choices={choices}
            autoFocus={start === null}
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
          {level === 'manage' ? (
            <p class="c-soft">{t.noDates}</p>
          ) : (
            <div class="c-dates">
              <TextField label={t.from} hint={t.fromHint} type="date" optional value={from} onInput={setFrom} />
              <TextField
                label={t.until}
                hint={t.untilHint}
                type="date"
                optional
                value={until}
                error={missing ? untilWrong : null}
                onInput={setUntil}
              />
            </div>
          )}
        </form>
      )}
    </Dialog>
  )
}
