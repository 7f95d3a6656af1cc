import type { PersonView } from '../../messages/views.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { navigate } from '../../ui/router.ts'
import { common } from '../../words/common.ts'
import { peopleWords } from '../../words/console-people.ts'
import { pathTo } from '../state/screens.ts'

/** Explains what happens when a person lost every key, before they are invited again. */
export function LostKeys({ person, onClose }: { readonly person: PersonView; readonly onClose: () => void }) {
  const t = peopleWords()
  const who = person.name ?? t.unnamed
  return (
    <Dialog
      title={t.lostTitle(who)}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{common().cancel}</Button>
          <Button
            kind="main"
            onClick={() => {
              onClose()
              navigate(pathTo({ at: 'invite-again', member: person.member }))
            }}
          >
            {t.inviteAgain}
          </Button>
        </>
      }
    >
      <ul class="c-points">
        <li>{t.lostOther}</li>
        <li>{t.lostHow(who)}</li>
        <li>{t.lostTeams}</li>
        {person.role === 'owner' && <li>{t.lostOwner}</li>}
      </ul>
    </Dialog>
  )
}
