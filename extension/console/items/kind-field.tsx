import { useId } from 'preact/hooks'
import type { ItemFields } from '../../messages/views.ts'
import { kindWords } from '../../words/item-kinds.ts'
import { kindIcons, kindsInOrder } from './kind-icons.ts'
import './kind-field.css'

type Kind = ItemFields['kind']

/** The choice of what a login is, on one line. Arrows move between the kinds, as in every group of radio buttons. */
export function KindField({ value, onChange }: { readonly value: Kind; readonly onChange: (kind: Kind) => void }) {
  const group = useId()
  const t = kindWords()
  return (
    <fieldset class="c-kinds">
      <legend class="ui-field-label">{t.kind}</legend>
      {kindsInOrder.map((kind) => {
        const Icon = kindIcons[kind]
        return (
          <label key={kind}>
            <input
              type="radio"
              name={group}
              checked={kind === value}
              onChange={() => {
                onChange(kind)
              }}
            />
            <Icon size={16} aria-hidden="true" />
            {t.kinds[kind]}
          </label>
        )
      })}
    </fieldset>
  )
}
