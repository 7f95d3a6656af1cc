import type { TeamView } from '../../messages/views.ts'
import { findWords } from '../../words/find-person.ts'
import { peopleWords } from '../../words/console-people.ts'
import { ChoosePeople } from './choose-people.tsx'
import { FindByEmail } from './find-by-email.tsx'
import { foundPeople } from '../state/found-people.ts'
import { openReview } from '../state/sheet.ts'
import { people, personAt, unlocked } from '../state/world.ts'

/** Chooses who joins a team: of those whom one sees, and for who does not see everybody, others by e-mail. */
export function AddMembers({ team, onClose }: { readonly team: TeamView; readonly onClose: () => void }) {
  const t = peopleWords()
  const seesSome = unlocked.value?.me.role === 'member'
  const found = [...foundPeople.value.values()].filter(({ member }) => personAt(member) === null)
  return (
    <ChoosePeople
      title={t.addTo(team.name)}
      among={[...people.value, ...found].filter(({ member, name }) => name !== null && !team.members.includes(member))}
      nobody={seesSome ? findWords().nobodyYet : t.everybodyIn}
      above={seesSome ? (choose) => <FindByEmail team={team} onFound={choose} /> : null}
      onChosen={(added) => void openReview({ do: 'set-members', team: team.team, added, removed: [] })}
      onClose={onClose}
    />
  )
}
