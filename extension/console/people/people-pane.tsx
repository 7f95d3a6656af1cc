import { User, UserRoundPlus } from 'lucide-preact'
import type { PersonView } from '../../messages/views.ts'
import { Badge } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import { Link } from '../../ui/link.tsx'
import { navigate } from '../../ui/router.ts'
import { RowText } from '../../ui/row-text.tsx'
import { common } from '../../words/common.ts'
import { peopleWords } from '../../words/console-people.ts'
import { consoleWords } from '../../words/console.ts'
import { profileWords } from '../../words/profiles.ts'
import { FilteredList } from '../parts/filtered-list.tsx'
import { Invitations } from './invitations.tsx'
import { Leavers } from './leavers.tsx'
import { Requests } from './requests.tsx'
import { SectionHead } from '../parts/section-head.tsx'
import { ThreeOwners } from './three-owners.tsx'
import { pathTo } from '../state/screens.ts'
import { formerPeople, may, people, teamAt, unlocked } from '../state/world.ts'

function teamsOf({ teams, unseen }: PersonView): string {
  const t = peopleWords()
  const names = teams.flatMap((team) => teamAt(team)?.name ?? [])
  return [...names, ...(unseen.teams > 0 ? [t.unseenTeams(unseen.teams)] : [])].join(', ') || t.inNoTeam
}

/** All people: newcomers who wait for approval, then members, then open invitations. */
export function PeoplePane({ selected }: { readonly selected: string | null }) {
  const t = peopleWords()
  const roles = common().roles
  return (
    <>
      <SectionHead
        title={consoleWords().people}
        acts={
          may.value.invite && (
            <>
              <Button
                kind="main"
                icon={UserRoundPlus}
                onClick={() => {
                  navigate(pathTo({ at: 'invite' }))
                }}
              >
                {t.invite}
              </Button>
              <Leavers />
            </>
          )
        }
      />
      <ThreeOwners />
      <Requests />
      <FilteredList
        label={consoleWords().people}
        filter={t.filterPeople}
        rows={people.value}
        idOf={(person) => person.member}
        textOf={(person) => `${person.name ?? t.unnamed} ${person.email ?? ''}`}
        render={(person) => (
          <RowText icon={User} name={nameIn(person)} under={teamsOf(person)}>
            {person.role !== 'member' && <Badge>{roles[person.role]}</Badge>}
          </RowText>
        )}
        onEnter={(person) => {
          navigate(pathTo({ at: 'person', member: person.member }))
        }}
        selected={selected}
      />
      <Invitations />
      {formerPeople.value.length > 0 && (
        <p class="c-more">
          <Link to={pathTo({ at: 'left' })}>{profileWords().showLeft(formerPeople.value.length)}</Link>
        </p>
      )}
    </>
  )
}

function nameIn({ member, name }: PersonView): string {
  const t = peopleWords()
  if (name === null) return t.unnamed
  return member === unlocked.value?.me.member ? `${name} (${t.you})` : name
}
