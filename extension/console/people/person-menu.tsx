import { useState } from 'preact/hooks'
import { KeyRound, Pencil, UserRoundCog, UserRoundX } from 'lucide-preact'
import type { PersonView } from '../../messages/views.ts'
import { Button } from '../../ui/button.tsx'
import { MenuButton, type MenuItem } from '../../ui/menu-button.tsx'
import { navigate } from '../../ui/router.ts'
import { peopleWords } from '../../words/console-people.ts'
import { profileWords } from '../../words/profiles.ts'
import { LostKeys } from './lost-keys.tsx'
import { ProfileDialog } from './profile-dialog.tsx'
import { pathTo } from '../state/screens.ts'
import { openReview } from '../state/sheet.ts'
import { may, unlocked } from '../state/world.ts'

const roles = ['owner', 'admin', 'auditor', 'member'] as const

const toPeople = () => {
  navigate(pathTo({ at: 'people' }), 'replace')
}

/** The acts on a person: name and e-mail, role, lost keys, removal. Only owners act on owners. */
export function PersonMenu({ person }: { readonly person: PersonView }) {
  const [dialog, setDialog] = useState<'lost' | 'profile' | null>(null)
  const t = peopleWords()
  const close = () => {
    setDialog(null)
  }
  const { member, role } = person
  const { invite, setRoles } = may.value
  const me = member === unlocked.value?.me.member
  const deals = invite && !me && (role !== 'owner' || setRoles)
  const items: MenuItem[] = [
    ...(person.maySetProfile
      ? [
          {
            label: profileWords().change,
            icon: Pencil,
            onSelect: () => {
              setDialog('profile')
            },
          },
        ]
      : []),
    ...(person.maySetProfile && setRoles ? (['line'] as const) : []),
    ...(setRoles ? roles : [])
      .filter((each) => each !== role)
      .map((each) => ({
        label: t.makeRole[each],
        icon: UserRoundCog,
        onSelect: () => void openReview({ do: 'set-role', member, role: each }),
      })),
    ...(setRoles && deals ? (['line'] as const) : []),
    // A person who lost their keys is invited again in the same role. Only an owner may give a role above member (L2).
    ...(deals && (setRoles || role === 'member')
      ? [
          {
            label: t.lostKeys,
            icon: KeyRound,
            onSelect: () => {
              setDialog('lost')
            },
          },
        ]
      : []),
  ]
  return (
    <>
      {deals && (
        <Button
          kind="danger"
          icon={UserRoundX}
          onClick={() => void openReview({ do: 'remove-member', member }, toPeople)}
        >
          {t.removeMember}
        </Button>
      )}
      {items.length > 0 && <MenuButton items={items} />}
      {dialog === 'lost' && <LostKeys person={person} onClose={close} />}
      {dialog === 'profile' && <ProfileDialog person={person} onClose={close} />}
    </>
  )
}
