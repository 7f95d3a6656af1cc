import type { LucideIcon } from 'lucide-preact'
import { Button } from '../../ui/button.tsx'
import { CheckboxField } from '../../ui/checkbox-field.tsx'
import { batchWords } from '../../words/batches.ts'
import type { Choice } from '../state/picked-requests.ts'

type ActOnChosenProps = {
  readonly among: Choice
  readonly label: string
  readonly hint: string | null
  readonly icon: LucideIcon
  readonly verb: (n: number) => string
  readonly danger?: boolean
  readonly onAct: (invitations: Choice['all']['value'][number]['invitation'][]) => void
}

/** "Choose all", and the act over those that are chosen. Nothing where fewer than two can be. */
export function ActOnChosen({ among, label, hint, icon, verb, danger = false, onAct }: ActOnChosenProps) {
  const [all, chosen] = [among.all.value.length, among.chosen.value]
  if (all < 2) return null
  return (
    <div class="c-request-many" role="toolbar" aria-label={label}>
      <CheckboxField
        label={batchWords().chooseAll}
        hint={hint}
        checked={chosen.length === all}
        onChange={among.chooseAll}
      />
      {chosen.length > 0 && (
        <Button
          kind={danger ? 'danger' : 'main'}
          icon={icon}
          onClick={() => {
            onAct(chosen.map(({ invitation }) => invitation))
          }}
        >
          {verb(chosen.length)}
        </Button>
      )}
    </div>
  )
}
