import './url-list-field.css'
import { Plus, X } from 'lucide-preact'
import { useEffect, useId, useRef } from 'preact/hooks'
import { common } from '../words/common.ts'
import { Button } from './button.tsx'
import { described, FieldNotes, type FieldProps } from './field.tsx'
import { IconButton } from './icon-button.tsx'

export interface UrlListFieldProps extends Omit<FieldProps, 'hideLabel' | 'error'> {
  readonly values: readonly string[]
  readonly onChange: (values: readonly string[]) => void
  /** What is wrong with each address, by its place; null where nothing is. */
  readonly errors?: readonly (string | null)[]
}

/** Several addresses, one a row. Enter adds one below; Backspace in an empty one removes it. */
export function UrlListField({ values, onChange, errors = [], ...field }: UrlListFieldProps) {
  const id = useId()
  const box = useRef<HTMLFieldSetElement>(null)
  const goTo = useRef<number | null>(null)
  const t = common()
  const rows = values.length === 0 ? [''] : values

  useEffect(() => {
    if (goTo.current === null) return
    box.current?.querySelectorAll('input')[goTo.current]?.focus()
    goTo.current = null
  })

  const change = (next: readonly string[], focus: number | null) => {
    goTo.current = focus
    onChange(next)
  }
  const add = (after: number) => {
    change([...rows.slice(0, after + 1), '', ...rows.slice(after + 1)], after + 1)
  }
  const remove = (at: number) => {
    change(
      rows.filter((_, place) => place !== at),
      Math.max(0, at - 1),
    )
  }

  return (
    <fieldset class="ui-url-list" ref={box} disabled={field.disabled}>
      <legend class="ui-field-label">
        {field.label}
        {field.optional && <span class="ui-field-optional">{t.optional}</span>}
      </legend>
      {rows.map((value, at) => (
        <div class="ui-field" key={at}>
          <div class="ui-well" data-wrong={Boolean(errors[at])} data-off={field.disabled ?? false}>
            <input
              {...described(`${id}-${String(at)}`, { error: errors[at] })}
              class="ui-input"
              type="url"
              inputMode="url"
              aria-label={t.address(at + 1)}
              value={value}
              placeholder="https://"
              autocomplete="off"
              spellcheck={false}
              onInput={(event) => {
                change(rows.with(at, event.currentTarget.value), null)
              }}
              onKeyDown={(event) => {
                if (event.key === 'Enter' && !event.isComposing) add(at)
                else if (event.key === 'Backspace' && value === '' && rows.length > 1) remove(at)
                else return
                event.preventDefault()
              }}
            />
            {rows.length > 1 && (
              <IconButton
                icon={X}
                label={t.removeAddress(at + 1)}
                onClick={() => {
                  remove(at)
                }}
              />
            )}
          </div>
          <FieldNotes id={`${id}-${String(at)}`} error={errors[at]} />
        </div>
      ))}
      <FieldNotes id={id} hint={field.hint} />
      <Button
        kind="quiet"
        size="small"
        icon={Plus}
        onClick={() => {
          add(rows.length - 1)
        }}
      >
        {t.addAddress}
      </Button>
    </fieldset>
  )
}
