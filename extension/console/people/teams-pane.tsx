import { useState } from 'preact/hooks'
import { Plus, Users } from 'lucide-preact'
import { Badge } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { navigate } from '../../ui/router.ts'
import { RowText } from '../../ui/row-text.tsx'
import { common } from '../../words/common.ts'
import { peopleWords } from '../../words/console-people.ts'
import { consoleWords } from '../../words/console.ts'
import { FilteredList } from '../parts/filtered-list.tsx'
import { CreateTeam } from './name-team.tsx'
import { SectionHead } from '../parts/section-head.tsx'
import { pathTo } from '../state/screens.ts'
import { folders, may, hasLevel, teams } from '../state/world.ts'

/** The teams this person sees. */
export function TeamsPane({ selected }: { readonly selected: string | null }) {
  const [creating, setCreating] = useState(false)
  const t = peopleWords()
  const creates = may.value.createTopFolder || folders.value.some((folder) => hasLevel(folder, 'manage'))
  const create = creates && (
    <Button
      kind="main"
      icon={Plus}
      onClick={() => {
        setCreating(true)
      }}
    >
      {t.newTeam}
    </Button>
  )
  const none = teams.value.length === 0
  return (
    <>
      <SectionHead title={consoleWords().teams} acts={!none && create} />
      {none ? (
        <EmptyState icon={Users} title={t.noTeamTitle} act={create}>
          {creates ? t.noTeamHint : t.noTeamMember}
        </EmptyState>
      ) : (
        <FilteredList
          label={consoleWords().teams}
          filter={t.filterTeams}
          rows={teams.value}
          idOf={(team) => team.team}
          textOf={(team) => team.name}
          render={(team) => (
            <RowText icon={Users} name={team.name} under={common().people(team.members.length)}>
              {team.stale && <Badge kind="warn">{common().states.stale}</Badge>}
            </RowText>
          )}
          onEnter={(team) => {
            navigate(pathTo({ at: 'team', team: team.team }))
          }}
          selected={selected}
        />
      )}
      {creating && (
        <CreateTeam
          onClose={() => {
            setCreating(false)
          }}
        />
      )}
    </>
  )
}
