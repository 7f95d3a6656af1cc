import { useState } from 'preact/hooks'
import { KeyRound, UserRoundCog, UserRoundX } from 'lucide-preact'
import type { PersonView } from '../messages/views.ts'
import { Button } from '../ui/button.tsx'
import { MenuButton, type MenuItem } from '../ui/menu-button.tsx'
import { navigate } from '../ui/router.ts'
import { peopleWords } from '../words/console-people.ts'
import { LostKeys } from './lost-keys.tsx'
import { pathTo } from './state/places.ts'
import { propose } from './state/sheet.ts'
import { may, unlocked } from './state/world.ts'

const roles = ['owner', 'admin', 'auditor', 'member'] as const

const toPeople = () => {
  navigate(pathTo.people, 'replace')
}

/** What one may do about a person: role, lost keys, removal. Only owners deal with owners. */
export function PersonMenu({ person }: { readonly person: PersonView }) {
  const [lost, setLost] = useState(false)
  const t = peopleWords()
  const { member, role } = person
  const { invite, setRoles } = may.value
  const me = member === unlocked.value?.me.member
  const deals = invite && !me && (role !== 'owner' || setRoles)
  const items: MenuItem[] = [
    ...(setRoles ? roles : [])
      .filter((each) => each !== role)
      .map((each) => ({
        label: t.makeRole[each],
        icon: UserRoundCog,
        onSelect: () => void propose({ do: 'set-role', member, role: each }),
      })),
    ...(setRoles && deals ? (['line'] as const) : []),
    ...(deals
      ? [
          {
            label: t.lostKeys,
            icon: KeyRound,
            onSelect: () => {
              setLost(true)
            },
          },
        ]
      : []),
  ]
  return (
    <>
      {deals && (
        <Button kind="danger" icon={UserRoundX} onClick={() => void propose({ do: 'remove-member', member }, toPeople)}>
          {t.removeMember}
        </Button>
      )}
      {items.length > 0 && <MenuButton items={items} />}
      {lost && (
        <LostKeys
          person={person}
          onClose={() => {
            setLost(false)
          }}
        />
      )}
    </>
  )
}
