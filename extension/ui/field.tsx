import { CircleAlert } from 'lucide-preact'
import type { ComponentChildren } from 'preact'
import { common } from '../words/common.ts'
import './field.css'

/** What every field has. */
export interface FieldProps {
  readonly label: string
  /** A hint to read before typing. */
  readonly hint?: string | null
  /** What is wrong and what to do, under the input. */
  readonly error?: string | null
  readonly optional?: boolean
  readonly disabled?: boolean
  /** Hides the label from sight and keeps it for screen readers. */
  readonly hideLabel?: boolean
}

/** The attributes by which the input of field `id` names its hint and its error. */
export function describedBy(id: string, { hint, error }: Pick<FieldProps, 'hint' | 'error'>) {
  const by = [error ? `${id}-error` : '', hint ? `${id}-hint` : ''].filter((each) => each !== '').join(' ')
  return {
    id,
    'aria-invalid': Boolean(error),
    ...(by === '' ? {} : { 'aria-describedby': by }),
  }
}

type FrameProps = FieldProps & {
  readonly id: string
  readonly value?: string
  readonly maxLength?: number | undefined
  readonly children: ComponentChildren
}

/** From how much of what fits a field says so. */
const NEARLY = 0.8

/** How much more fits, once little does: the browser drops without a word what goes beyond. */
function FieldLimit({ length, most }: { readonly length: number; readonly most: number }) {
  const t = common()
  if (length < most * NEARLY) return null
  return <span>{length >= most ? t.fullField(most) : t.ofCharacters(length, most)}</span>
}

/** The frame of a field: label above, then the input, then the error or the hint. */
export function Field({ id, children, value = '', maxLength, ...field }: FrameProps) {
  return (
    <div class="ui-field">
      <label class={field.hideLabel ? 'ui-unseen' : 'ui-field-label'} for={id}>
        {field.label}
        {field.optional && <span class="ui-field-optional">{common().optional}</span>}
      </label>
      {children}
      <FieldNotes id={id} hint={field.hint} error={field.error} />
      {maxLength !== undefined && (
        <p class="ui-field-hint" role="status">
          <FieldLimit length={value.length} most={maxLength} />
        </p>
      )}
    </div>
  )
}

/** The error and the hint of field `id`. The error is announced as soon as it appears. */
export function FieldNotes({ id, hint, error }: Pick<FieldProps, 'hint' | 'error'> & { readonly id: string }) {
  return (
    <>
      <div role="alert" hidden={!error}>
        {error && (
          <p class="ui-field-error" id={`${id}-error`}>
            <CircleAlert size={16} aria-hidden="true" />
            <span>{error}</span>
          </p>
        )}
      </div>
      {hint && (
        <p class="ui-field-hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
    </>
  )
}
