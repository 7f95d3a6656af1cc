import type { PersonView } from '../../messages/views.ts'
import { Link } from '../../ui/link.tsx'
import { common } from '../../words/common.ts'
import { peopleWords } from '../../words/console-people.ts'
import { keyWords } from '../../words/keys.ts'
import { DetailHead } from '../parts/detail-head.tsx'
import { KeyList } from './key-list.tsx'
import { PersonAccess } from './person-access.tsx'
import { PersonMenu } from './person-menu.tsx'
import { pathTo } from '../state/screens.ts'
import { teamAt, unlocked } from '../state/world.ts'

/** A person: role, teams, and what they can open, with the reasons. */
export function PersonPane({ person }: { readonly person: PersonView }) {
  const t = peopleWords()
  const me = person.member === unlocked.value?.me.member
  const { unseen } = person
  return (
    <>
      <DetailHead
        title={person.name ?? t.unnamed}
        above={pathTo({ at: 'people' })}
        acts={<PersonMenu person={person} />}
      >
        <p class="c-soft">{person.name === null ? t.unnamedHint : (person.email ?? '')}</p>
      </DetailHead>
      <div class="c-pad">
        <h3>{t.role}</h3>
        <p>
          {common().roles[person.role]} <span class="c-soft">{t.roleHints[person.role]}</span>
        </p>
        <h3>{t.teams}</h3>
        {person.teams.length + unseen.teams === 0 && <p class="c-soft">{t.inNoTeam}</p>}
        <ul class="c-grants" aria-label={t.teams}>
          {person.teams.map((team) => (
            <li key={team}>
              <Link to={pathTo({ at: 'team', team })}>{teamAt(team)?.name ?? '…'}</Link>
            </li>
          ))}
          {unseen.teams > 0 && <li class="c-soft">{t.unseenTeams(unseen.teams)}</li>}
        </ul>
        <PersonAccess person={person} />
        {person.canTakeKeys && (
          <>
            <h3>{keyWords().keys}</h3>
            <KeyList member={person.member} who={me ? null : (person.name ?? t.unnamed)} />
          </>
        )}
      </div>
    </>
  )
}
