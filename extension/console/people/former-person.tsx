import { UserX } from 'lucide-preact'
import { useState } from 'preact/hooks'
import { ask } from '../../messages/ask.ts'
import type { PersonView } from '../../messages/views.ts'
import { useAct } from '../../messages/use-act.ts'
import { Button } from '../../ui/button.tsx'
import { Link } from '../../ui/link.tsx'
import { ReviewSheet } from '../../ui/review-sheet.tsx'
import { toast } from '../../ui/toast.tsx'
import { peopleWords } from '../../words/console-people.ts'
import { sayFailure } from '../../words/failures.ts'
import { profileWords } from '../../words/profiles.ts'
import { DetailHead } from '../parts/detail-head.tsx'
import { formerName } from '../state/names.ts'
import { pathTo } from '../state/screens.ts'
import { people } from '../state/world.ts'

/** Somebody who left: what is still known about them. An owner may have it erased. */
export function FormerPerson({ person }: { readonly person: PersonView }) {
  const [erasing, setErasing] = useState(false)
  const p = profileWords()
  // The same e-mail under new keys: the person came back, and only the old membership has ended.
  const now = people.value.find(({ email }) => email !== null && email === person.email)
  const close = () => {
    setErasing(false)
  }
  return (
    <>
      <DetailHead
        title={formerName(person)}
        above={pathTo({ at: 'left' })}
        acts={
          person.mayErase && (
            <Button
              kind="danger"
              icon={UserX}
              onClick={() => {
                setErasing(true)
              }}
            >
              {p.erase}
            </Button>
          )
        }
      >
        <p class="c-soft">{person.erased ? p.erasedHint : (person.email ?? peopleWords().unnamedHint)}</p>
      </DetailHead>
      <div class="c-pad">
        <p>{now === undefined ? p.hasLeft : p.isBack}</p>
        {now !== undefined && <Link to={pathTo({ at: 'person', member: now.member })}>{now.name}</Link>}
      </div>
      {erasing && <Erase person={person} onClose={close} />}
    </>
  )
}

/** Shows what erasing means before it is done, because an erased name cannot be restored. */
function Erase({ person, onClose }: { readonly person: PersonView; readonly onClose: () => void }) {
  const p = profileWords()
  // The dialog keeps the name as the person read it, although the view loses it.
  const [who] = useState(formerName(person))
  const act = useAct()
  const erase = () => {
    act.run(async () => {
      await ask('person.erase', { member: person.member })
      onClose()
      toast(p.eraseDone)
    })
  }
  return (
    <ReviewSheet
      title={p.eraseTitle(who)}
      truths={[p.eraseServer(who), p.eraseDesks, p.eraseLedger]}
      reach={false}
      warnings={[p.eraseBackups]}
      verb={p.erase}
      deleting={p.erasing}
      error={act.failed ? sayFailure(act.failed.code) : null}
      signing={act.busy}
      onSign={erase}
      onCancel={onClose}
    />
  )
}
