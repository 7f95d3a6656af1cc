import { ArrowLeft, UserX } from 'lucide-preact'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { navigate } from '../../ui/router.ts'
import { RowText } from '../../ui/row-text.tsx'
import { profileWords } from '../../words/profiles.ts'
import { FilteredList } from '../parts/filtered-list.tsx'
import { SectionHead } from '../parts/section-head.tsx'
import { formerName } from '../state/names.ts'
import { pathTo } from '../state/screens.ts'
import { formerPeople } from '../state/world.ts'

/** People who left, for those who manage people. Owners may have a name erased. */
export function LeftPane({ selected }: { readonly selected: string | null }) {
  const p = profileWords()
  return (
    <>
      <SectionHead
        title={p.left}
        acts={
          <Button
            icon={ArrowLeft}
            onClick={() => {
              navigate(pathTo({ at: 'people' }))
            }}
          >
            {p.backToPeople}
          </Button>
        }
      />
      {formerPeople.value.length === 0 ? (
        <EmptyState icon={UserX} title={p.nobodyLeft}>
          {p.nobodyLeftHint}
        </EmptyState>
      ) : (
        <FilteredList
          label={p.left}
          filter={p.filterLeft}
          rows={formerPeople.value}
          idOf={(person) => person.member}
          textOf={(person) => `${formerName(person)} ${person.email ?? ''}`}
          render={(person) => <RowText icon={UserX} name={formerName(person)} under={person.email} />}
          onEnter={(person) => {
            navigate(pathTo({ at: 'former', member: person.member }))
          }}
          selected={selected}
        />
      )}
    </>
  )
}
