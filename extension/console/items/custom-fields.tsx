import { Plus, X } from 'lucide-preact'
import type { ItemFields } from '../../messages/views.ts'
import { Button } from '../../ui/button.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { itemWords } from '../../words/console-items.ts'

type Custom = ItemFields['custom']

type CustomFieldsProps = {
  readonly values: Custom
  /** The positions of values that lack a label. */
  readonly faults: ReadonlySet<number>
  readonly onChange: (values: Custom) => void
}

/** Extra fields of a login: the label as it stands on the site's form, and its value. */
export function CustomFields({ values, faults, onChange }: CustomFieldsProps) {
  const t = itemWords()
  const change = (at: number, part: Partial<Custom[number]>) => {
    onChange(values.map((each, place) => (place === at ? { ...each, ...part } : each)))
  }
  return (
    <fieldset class="c-custom">
      <legend>{t.custom}</legend>
      {values.length === 0 && <p class="c-soft">{t.customHint}</p>}
      {values.map(({ label, value }, at) => (
        <div class="c-custom-row" key={at}>
          <TextField
            label={t.fieldLabelOf(at + 1)}
            hideLabel
            placeholder={t.fieldPlaceholder}
            value={label}
            error={faults.has(at) ? t.labelMissing : null}
            maxLength={100}
            onInput={(typed) => {
              change(at, { label: typed })
            }}
          />
          <TextField
            label={t.fieldValueOf(at + 1)}
            hideLabel
            mono
            value={value}
            maxLength={5_000}
            onInput={(typed) => {
              change(at, { value: typed })
            }}
          />
          <IconButton
            icon={X}
            label={t.removeField(at + 1)}
            onClick={() => {
              onChange(values.filter((_, place) => place !== at))
            }}
          />
        </div>
      ))}
      {values.length < 20 && (
        <span>
          <Button
            kind="quiet"
            size="small"
            icon={Plus}
            onClick={() => {
              onChange([...values, { label: '', value: '' }])
            }}
          >
            {t.addField}
          </Button>
        </span>
      )}
    </fieldset>
  )
}
