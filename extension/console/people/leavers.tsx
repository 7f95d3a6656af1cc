import { useState } from 'preact/hooks'
import { UserRoundX } from 'lucide-preact'
import { IconButton } from '../../ui/icon-button.tsx'
import { peopleWords } from '../../words/console-people.ts'
import { ChoosePeople } from './choose-people.tsx'
import { openReview } from '../state/sheet.ts'
import { people, unlocked } from '../state/world.ts'

/** Removes several people in one act, so that each key is renewed only once. An owner is removed alone, by two owners. */
export function Leavers() {
  const t = peopleWords()
  const [choosing, setChoosing] = useState(false)
  return (
    <>
      <IconButton
        icon={UserRoundX}
        label={t.removeSeveral}
        onClick={() => {
          setChoosing(true)
        }}
      />
      {choosing && (
        <ChoosePeople
          title={t.removeSeveral}
          hint={t.removeSeveralHint}
          among={people.value.filter(({ member, role }) => role !== 'owner' && member !== unlocked.value?.me.member)}
          nobody={t.nobodyToRemove}
          onChosen={(members) => void openReview({ do: 'remove-members', members })}
          onClose={() => {
            setChoosing(false)
          }}
        />
      )}
    </>
  )
}
