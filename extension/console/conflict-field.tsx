import { useId } from 'preact/hooks'
import type { ItemFields } from '../messages/views.ts'
import { itemWords } from '../words/console-items.ts'
import { tidy, type FieldName } from './state/fields.ts'

type ConflictFieldProps = {
  readonly name: FieldName
  readonly mine: ItemFields
  readonly theirs: ItemFields
  readonly by: string | null
  /** Whether secrets are shown. */
  readonly shown: boolean
  readonly fromThem: boolean
  readonly onChoose: (fromThem: boolean) => void
}

const secrets: ReadonlySet<FieldName> = new Set(['password', 'totp'])

/** A field as lines of text. */
function textOf(name: FieldName, fields: ItemFields, shown: boolean): string {
  const { [name]: value } = tidy(fields)
  if (value.length === 0) return ''
  if (typeof value === 'string') return secrets.has(name) && !shown ? '••••••••••' : value
  return value.map((each) => (typeof each === 'string' ? each : `${each.label} = ${each.value}`)).join('\n')
}

/** One field in which two versions differ, and which of them is kept. */
export function ConflictField({ name, mine, theirs, by, shown, fromThem, onChoose }: ConflictFieldProps) {
  const group = useId()
  const t = itemWords()
  const labels: Record<FieldName, string> = {
    name: t.name,
    username: t.username,
    password: t.password,
    urls: t.addresses,
    custom: t.custom,
    totp: t.totp,
    notes: t.notes,
  }
  const sides = [
    { them: false, title: t.yours, fields: mine },
    { them: true, title: by === null ? t.theirs : t.theirsBy(by), fields: theirs },
  ]
  return (
    <fieldset class="c-conflict-field">
      <legend>{labels[name]}</legend>
      {sides.map(({ them, title, fields }) => {
        const text = textOf(name, fields, shown)
        return (
          <label key={title} data-chosen={fromThem === them}>
            <span>
              <input
                type="radio"
                name={group}
                checked={fromThem === them}
                onChange={() => {
                  onChoose(them)
                }}
              />
              {title}
            </span>
            {text === '' ? <em>{t.empty}</em> : <span class="ui-mono c-conflict-text">{text}</span>}
          </label>
        )
      })}
    </fieldset>
  )
}
