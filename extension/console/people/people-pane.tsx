import type { ComponentProps } from 'preact'
import { Link } from '../../ui/link.tsx'
import { consoleWords } from '../../words/console.ts'
import { profileWords } from '../../words/profiles.ts'
import { Invitations } from './invitations.tsx'
import { InviteButton } from './invite-button.tsx'
import { Leavers } from './leavers.tsx'
import { PeopleList } from './people-list.tsx'
import { Requests } from './requests.tsx'
import { SectionHead } from '../parts/section-head.tsx'
import { ThreeOwners } from './three-owners.tsx'
import { pathTo } from '../state/screens.ts'
import { formerPeople, may } from '../state/world.ts'

/** All people: newcomers who wait for approval, then members, then open invitations. */
export function PeoplePane({ selected, start }: ComponentProps<typeof PeopleList>) {
  return (
    <>
      <SectionHead
        title={consoleWords().people}
        acts={
          may.value.invite && (
            <>
              <InviteButton />
              {may.value.remove && <Leavers />}
            </>
          )
        }
      />
      <ThreeOwners />
      <Requests />
      <PeopleList selected={selected} start={start} />
      <Invitations />
      {formerPeople.value.length > 0 && (
        <p class="c-more">
          <Link to={pathTo({ at: 'left' })}>{profileWords().showLeft(formerPeople.value.length)}</Link>
        </p>
      )}
    </>
  )
}
