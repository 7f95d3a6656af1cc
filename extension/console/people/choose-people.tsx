import type { ComponentChildren } from 'preact'
import { useId, useMemo, useState } from 'preact/hooks'
import type { PersonView } from '../../messages/views.ts'
import { Button } from '../../ui/button.tsx'
import { ChooseMany } from '../../ui/choose-many.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { common } from '../../words/common.ts'
import { folderWords } from '../../words/console-folders.ts'
import { consoleWords } from '../../words/console.ts'
import { peopleWords } from '../../words/console-people.ts'
import { personChoices } from '../state/choices.ts'
import type { MemberId } from '../state/ids.ts'

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
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const [missing, setMissing] = useState(false)
  const form = useId()
  const t = peopleWords()
  const choices = useMemo(() => personChoices(among), [among.map(({ member }) => member).join()])
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
        setChosen((now) => new Set([...now, member]))
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
            onChosen(among.flatMap(({ member }) => (chosen.has(member) ? [member] : [])))
          }}
        >
          {hint !== undefined && <p class="c-soft">{hint}</p>}
          <ChooseMany
            label={consoleWords().people}
            hideLabel
            choices={choices}
            chosen={chosen}
            error={missing && chosen.size === 0 ? t.chooseSome : null}
            autoFocus
            sayChosen={t.chosen}
            onChange={setChosen}
          />
        </form>
      )}
    </Dialog>
  )
}
