import type { ComponentChildren } from 'preact'
import { useId, useState } from 'preact/hooks'
import type { PersonView } from '../../messages/views.ts'
import { Button } from '../../ui/button.tsx'
import { CheckboxField } from '../../ui/checkbox-field.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { SearchField } from '../../ui/search-field.tsx'
import { common } from '../../words/common.ts'
import { folderWords } from '../../words/console-folders.ts'
import { consoleWords } from '../../words/console.ts'
import { peopleWords } from '../../words/console-people.ts'
import { matchesWords } from '../state/matches-words.ts'
import type { MemberId } from '../state/ids.ts'

/** The most people that are listed; the filter finds the others. */
const SHOWN = 50

type ChoosePeopleProps = {
  readonly title: string
  /** The consequence of the choice, shown before it is made. */
  readonly hint?: string
  readonly among: readonly Pick<PersonView, 'member' | 'name' | 'email'>[]
  /** Shown when there is nobody to choose. */
  readonly nobody: string
  /** What stands above the list, and may choose somebody by itself. */
  readonly above?: ((choose: (member: MemberId) => void) => ComponentChildren) | null
  readonly onChosen: (chosen: MemberId[]) => void
  readonly onClose: () => void
}

/** Lets the person choose people, then opens the review sheet. Chosen people stay chosen and counted while the filter hides them. */
export function ChoosePeople({ title, hint, among, nobody, above = null, onChosen, onClose }: ChoosePeopleProps) {
  const [typed, setTyped] = useState('')
  const [chosen, setChosen] = useState<ReadonlySet<MemberId>>(new Set())
  const [missing, setMissing] = useState(false)
  const form = useId()
  const t = peopleWords()
  const found = among.filter(({ name, email }) => matchesWords(`${name ?? ''} ${email ?? ''}`, typed))
  const toggle = (member: MemberId, on: boolean) => {
    setChosen((now) => {
      const next = new Set(now)
      if (on) next.add(member)
      else next.delete(member)
      return next
    })
  }
  return (
    <Dialog
      title={title}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{common().cancel}</Button>
          {among.length > 0 && (
            <Button kind="main" type="submit" form={form}>
              {folderWords().review}
            </Button>
          )}
        </>
      }
    >
      {above?.((member) => {
        toggle(member, true)
      })}
      {among.length === 0 ? (
        <p>{nobody}</p>
      ) : (
        <form
          id={form}
          class="c-form"
          onSubmit={(event) => {
            event.preventDefault()
            setMissing(chosen.size === 0)
            if (chosen.size === 0) return
            onClose()
            onChosen([...chosen])
          }}
        >
          {hint !== undefined && <p class="c-soft">{hint}</p>}
          {among.length > 8 && <SearchField label={t.filterPeople} value={typed} onInput={setTyped} />}
          <fieldset class="c-choices">
            <legend class="ui-unseen">{consoleWords().people}</legend>
            {found.slice(0, SHOWN).map(({ member, name, email }) => (
              <CheckboxField
                key={member}
                label={name ?? t.unnamed}
                hint={email}
                checked={chosen.has(member)}
                onChange={(on) => {
                  toggle(member, on)
                }}
              />
            ))}
          </fieldset>
          {found.length > SHOWN && <p class="c-soft">{folderWords().onlyFirst(SHOWN, found.length - SHOWN)}</p>}
          <p class="c-soft" role="status">
            {chosen.size > 0 && t.chosen(chosen.size)}
          </p>
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
