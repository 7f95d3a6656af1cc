import { useState } from 'preact/hooks'
import { Undo2, User, X } from 'lucide-preact'
import type { Intent } from '../../messages/intent.ts'
import { Button } from '../../ui/button.tsx'
import { fold, holdsWords } from '../../ui/fold.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import { List } from '../../ui/list.tsx'
import { RowText } from '../../ui/row-text.tsx'
import { SearchField } from '../../ui/search-field.tsx'
import { peopleWords } from '../../words/console-people.ts'
import { takeBackWords } from '../../words/take-back.ts'
import { partsOf } from '../state/act-parts.ts'
import { foundPeople } from '../state/found-people.ts'
import { putBack, takeBack, takenBack } from '../state/sheet.ts'
import { personAt } from '../state/world.ts'
import './act-parts.css'

/** From so many people on they are searched. */
const MANY = 8

/** The people in an act of several: each can be taken back before it is signed, and the last one put back again. */
export function ActParts({ intent, busy }: { readonly intent: Intent; readonly busy: boolean }) {
  const [typed, setTyped] = useState('')
  const t = takeBackWords()
  const parts = partsOf(intent)
  const taken = takenBack.value.length
  if (parts.length + taken < 2) return null
  const all = parts.map((member) => {
    const { name, email } = personAt(member) ?? foundPeople.value.get(member) ?? { name: null, email: null }
    return { member, name: name ?? peopleWords().unnamed, email }
  })
  const holds = holdsWords(typed)
  const rows = all.filter(({ name, email }) => holds(fold(`${name} ${email ?? ''}`)))
  return (
    <section class="c-parts">
      <h3>{t.parts(parts.length)}</h3>
      {all.length > MANY && <SearchField label={t.filter} value={typed} onInput={setTyped} />}
      <div class="c-parts-rows" style={{ '--rows': Math.min(rows.length, 5) }}>
        <List
          label={t.parts(parts.length)}
          rows={rows}
          idOf={({ member }) => member}
          onEnter={() => undefined}
          render={({ name, email }) => <RowText icon={User} name={name} under={email} />}
          acts={({ member, name }, active) =>
            parts.length > 1 &&
            !busy && (
              <IconButton
                icon={X}
                label={t.takeBack(name)}
                tabIndex={active ? 0 : -1}
                onClick={() => void takeBack(member)}
              />
            )
          }
        />
      </div>
      {taken > 0 && (
        <p class="c-soft" role="status">
          {t.takenBack(taken)}{' '}
          <Button size="small" icon={Undo2} disabled={busy} onClick={() => void putBack()}>
            {t.undo}
          </Button>
        </p>
      )}
    </section>
  )
}
