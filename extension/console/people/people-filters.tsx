import { useMemo } from 'preact/hooks'
import { Button } from '../../ui/button.tsx'
import { CheckboxField } from '../../ui/checkbox-field.tsx'
import { Picker } from '../../ui/picker.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import { common } from '../../words/common.ts'
import { peopleWords } from '../../words/console-people.ts'
import { peopleListWords } from '../../words/people-list.ts'
import { teamChoices } from '../state/choices.ts'
import { countParts, everybody, peopleColumns, type PeopleFilter, type PeopleOrder } from '../state/people-list.ts'
import { teams } from '../state/world.ts'

type PeopleFiltersProps = {
  readonly filter: PeopleFilter
  readonly onFilter: (filter: PeopleFilter) => void
  readonly order: PeopleOrder
  readonly onOrder: (order: PeopleOrder) => void
  /** Whether keys and unlocks are known here. */
  readonly knowsKeys: boolean
}

const roles = ['all', 'owner', 'admin', 'auditor', 'member'] as const
const unlocks = ['any', '30', '90', 'never'] as const
const manyKeys = ['any', 'one', 'none'] as const

/** Whom the list of people shows, and in which order. */
export function PeopleFilters({ filter, onFilter, order, onOrder, knowsKeys }: PeopleFiltersProps) {
  const t = peopleListWords()
  const choices = useMemo(() => [{ id: 'all', label: t.anyTeam }, ...teamChoices(teams.value)], [teams.value, t])
  return (
    <div class="c-cols-filters">
      <SelectField
        label={peopleWords().role}
        value={filter.role}
        options={roles.map((role) => ({ value: role, label: role === 'all' ? t.anyRole : common().roles[role] }))}
        onChange={(role) => {
          onFilter({ ...filter, role })
        }}
      />
      <Picker
        label={t.team}
        choices={choices}
        value={filter.team}
        onChange={(team) => {
          onFilter({ ...filter, team })
        }}
      />
      {knowsKeys && (
        <>
          <SelectField
            label={t.unlock}
            value={filter.unlock}
            options={unlocks.map((value) => ({ value, label: t.unlocks[value] }))}
            onChange={(unlock) => {
              onFilter({ ...filter, unlock })
            }}
          />
          <SelectField
            label={t.keys}
            value={filter.keys}
            options={manyKeys.map((value) => ({ value, label: t.manyKeys[value] }))}
            onChange={(keys) => {
              onFilter({ ...filter, keys })
            }}
          />
        </>
      )}
      <SelectField
        label={t.order}
        value={order.by}
        options={peopleColumns
          .filter((by) => knowsKeys || (by !== 'keys' && by !== 'unlock'))
          .map((value) => ({ value, label: t.columns[value] }))}
        onChange={(by) => {
          onOrder({ ...order, by })
        }}
      />
      <CheckboxField
        label={t.backwards}
        checked={order.backwards}
        onChange={(backwards) => {
          onOrder({ ...order, backwards })
        }}
      />
      {knowsKeys && <p class="c-soft">{t.asServerSays}</p>}
      {countParts(filter) > 0 && (
        <Button
          size="small"
          onClick={() => {
            onFilter(everybody)
          }}
        >
          {t.clear}
        </Button>
      )}
    </div>
  )
}
