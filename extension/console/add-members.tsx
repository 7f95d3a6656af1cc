import { useId, useState } from 'preact/hooks'
import type { TeamView } from '../messages/views.ts'
import { Button } from '../ui/button.tsx'
import { CheckboxField } from '../ui/checkbox-field.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { SearchField } from '../ui/search-field.tsx'
import { common } from '../words/common.ts'
import { folderWords } from '../words/console-folders.ts'
import { peopleWords } from '../words/console-people.ts'
import { holds } from './state/holds.ts'
import type { MemberId } from './state/ids.ts'
import { propose } from './state/sheet.ts'
import { people } from './state/world.ts'

/** As many as one looks through; the filter brings the others. */
const SHOWN = 50

/** Chooses who joins a team; the review sheet follows. */
export function AddMembers({ team, onClose }: { readonly team: TeamView; readonly onClose: () => void }) {
  const [typed, setTyped] = useState('')
  const [chosen, setChosen] = useState<ReadonlySet<MemberId>>(new Set())
  const [missing, setMissing] = useState(false)
  const form = useId()
  const t = peopleWords()
  const others = people.value.filter(({ member, name }) => name !== null && !team.members.includes(member))
  const found = others.filter(({ name, email }) => holds(`${name ?? ''} ${email ?? ''}`, typed))
  const toggle = (member: MemberId, on: boolean) => {
    const next = new Set(chosen)
    if (on) next.add(member)
    else next.delete(member)
    setChosen(next)
  }
  return (
    <Dialog
      title={t.addTo(team.name)}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{common().cancel}</Button>
          {others.length > 0 && (
            <Button kind="main" type="submit" form={form}>
              {folderWords().review}
            </Button>
          )}
        </>
      }
    >
      {others.length === 0 ? (
        <p>{t.everybodyIn}</p>
      ) : (
        <form
          id={form}
          class="c-form"
          onSubmit={(event) => {
            event.preventDefault()
            setMissing(chosen.size === 0)
            if (chosen.size === 0) return
            onClose()
            void propose({ do: 'set-members', team: team.team, added: [...chosen], removed: [] })
          }}
        >
          {others.length > 8 && <SearchField label={t.filterPeople} value={typed} onInput={setTyped} />}
          <fieldset class="c-choices">
            <legend class="ui-unseen">{t.members}</legend>
            {found.slice(0, SHOWN).map(({ member, name, email }) => (
              <CheckboxField
                key={member}
                label={name ?? ''}
                hint={email}
                checked={chosen.has(member)}
                onChange={(on) => {
                  toggle(member, on)
                }}
              />
            ))}
          </fieldset>
          {found.length > SHOWN && <p class="c-soft">{folderWords().onlyFirst(SHOWN, found.length - SHOWN)}</p>}
          {missing && chosen.size === 0 && (
            <p class="c-wrong" role="alert">
              {t.chooseSome}
            </p>
          )}
        </form>
      )}
    </Dialog>
  )
}
