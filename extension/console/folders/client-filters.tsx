import { Button } from '../../ui/button.tsx'
import { CheckboxField } from '../../ui/checkbox-field.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import { clientListWords } from '../../words/client-list.ts'
import { peopleListWords } from '../../words/people-list.ts'
import { clientColumns, countClientParts, everyClient, type ClientColumn, type ClientFilter } from '../state/clients.ts'
import type { Order } from '../state/order.ts'

type ClientFiltersProps = {
  readonly filter: ClientFilter
  readonly onFilter: (filter: ClientFilter) => void
  readonly order: Order<ClientColumn>
  readonly onOrder: (order: Order<ClientColumn>) => void
}

const sensitivities = ['any', 'high', 'usual'] as const
const contracts = ['any', 'over', 'soon', 'later', 'none'] as const

/** Which clients the list shows, and in which order. */
export function ClientFilters({ filter, onFilter, order, onOrder }: ClientFiltersProps) {
  const t = clientListWords()
  const p = peopleListWords()
  return (
    <div class="c-cols-filters">
      <SelectField
        label={t.columns.sensitive}
        value={filter.sensitivity}
        options={sensitivities.map((value) => ({ value, label: t.sensitivities[value] }))}
        onChange={(sensitivity) => {
          onFilter({ ...filter, sensitivity })
        }}
      />
      <SelectField
        label={t.contract}
        value={filter.contract}
        options={contracts.map((value) => ({ value, label: t.contracts[value] }))}
        onChange={(contract) => {
          onFilter({ ...filter, contract })
        }}
      />
      <SelectField
        label={p.order}
        value={order.by}
        options={clientColumns.map((value) => ({ value, label: t.columns[value] }))}
        onChange={(by) => {
          onOrder({ ...order, by })
        }}
      />
      <CheckboxField
        label={p.backwards}
        checked={order.backwards}
        onChange={(backwards) => {
          onOrder({ ...order, backwards })
        }}
      />
      {countClientParts(filter) > 0 && (
        <Button
          size="small"
          onClick={() => {
            onFilter(everyClient)
          }}
        >
          {p.clear}
        </Button>
      )}
    </div>
  )
}
