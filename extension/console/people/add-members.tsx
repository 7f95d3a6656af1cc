import type { TeamView } from '../../messages/views.ts'
import { peopleWords } from '../../words/console-people.ts'
import { ChoosePeople } from './choose-people.tsx'
import { openReview } from '../state/sheet.ts'
import { people } from '../state/world.ts'

/** Chooses who joins a team. */
export function AddMembers({ team, onClose }: { readonly team: TeamView; readonly onClose: () => void }) {
  const t = peopleWords()
  return (
    <ChoosePeople
      title={t.addTo(team.name)}
      among={people.value.filter(({ member, name }) => name !== null && !team.members.includes(member))}
      nobody={t.everybodyIn}
      onChosen={(added) => void openReview({ do: 'set-members', team: team.team, added, removed: [] })}
      onClose={onClose}
    />
  )
}
