import { Plus, Users } from 'lucide-preact'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { peopleWords } from '../../words/console-people.ts'
import { consoleWords } from '../../words/console.ts'
import { SectionHead } from '../parts/section-head.tsx'
import { creating } from '../state/creating.ts'
import { folders, may, hasLevel, teams } from '../state/world.ts'
import { TeamList } from './team-list.tsx'

/** The teams this person sees. */
export function TeamsPane({ selected }: { readonly selected: string | null }) {
  const t = peopleWords()
  const creates = may.value.createTopFolder || folders.value.some((folder) => hasLevel(folder, 'manage'))
  const create = creates && (
    <Button
      kind="main"
      icon={Plus}
      onClick={() => {
        creating.value = { is: 'team' }
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
        <TeamList selected={selected} />
      )}
    </>
  )
}
