import { UserRoundPlus } from 'lucide-preact'
import { Button } from '../../ui/button.tsx'
import { navigate } from '../../ui/router.ts'
import { peopleWords } from '../../words/console-people.ts'
import { pathTo } from '../state/screens.ts'
import { may } from '../state/world.ts'

/** Opens the invitation; nothing for who may not invite. */
export function InviteButton() {
  if (!may.value.invite) return null
  return (
    <Button
      kind="main"
      icon={UserRoundPlus}
      onClick={() => {
        navigate(pathTo({ at: 'invite' }))
      }}
    >
      {peopleWords().invite}
    </Button>
  )
}
