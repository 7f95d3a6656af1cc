import { Plus, X } from 'lucide-preact'
import { useId, useState } from 'preact/hooks'
import { Button } from '../../ui/button.tsx'
import { describedBy, Field } from '../../ui/field.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { kindWords } from '../../words/item-kinds.ts'

/** How many tags a login has at most. */
const MOST = 20

type TagsFieldProps = {
  readonly values: readonly string[]
  /** Tags that one click adds: the channels of the client. */
  readonly offered?: readonly string[]
  /** What the tags are, where they are not a login's. */
  readonly label?: string
  readonly hint?: string
  readonly onChange: (values: string[]) => void
}

/** The tags of a login. Enter or a comma ends one, and so does leaving the field; Backspace in the empty field takes the last away. */
export function TagsField(props: TagsFieldProps) {
  const { values, offered = [], onChange } = props
  const [typed, setTyped] = useState('')
  const id = useId()
  const t = kindWords()
  const { label = t.tags, hint = t.tagsHint } = props
  const more = offered.filter((tag) => !values.includes(tag))
  const add = (text: string) => {
    const words = text.split(',').map((word) => word.trim())
    const next = [...new Set([...values, ...words.filter((word) => word !== '')])].slice(0, MOST)
    setTyped('')
    if (next.length > values.length) onChange(next)
  }
  return (
    <Field id={id} label={label} hint={hint} optional>
      <div class="ui-well c-tags">
        {values.map((tag) => (
          <span class="c-tag" key={tag}>
            {tag}
            <IconButton
              icon={X}
              label={t.removeTag(tag)}
              onClick={() => {
                onChange(values.filter((each) => each !== tag))
              }}
            />
          </span>
        ))}
        {values.length < MOST && (
          <input
            {...describedBy(id, { hint })}
            class="ui-input"
            value={typed}
            maxLength={40}
            autocomplete="off"
            onInput={(event) => {
              const text = event.currentTarget.value
              if (text.includes(',')) add(text)
              else setTyped(text)
            }}
            onKeyDown={(event) => {
              if (event.isComposing) return
              if (event.key === 'Enter' && typed.trim() !== '') add(typed)
              else if (event.key === 'Backspace' && typed === '' && values.length > 0) onChange(values.slice(0, -1))
              else return
              event.preventDefault()
            }}
            onBlur={() => {
              add(typed)
            }}
          />
        )}
      </div>
      {more.length > 0 && values.length < MOST && (
        <div class="c-tags" role="group" aria-label={t.offeredTags}>
          {more.map((tag) => (
            <Button
              key={tag}
              size="small"
              kind="quiet"
              icon={Plus}
              onClick={() => {
                onChange([...values, tag])
              }}
            >
              {tag}
            </Button>
          ))}
        </div>
      )}
    </Field>
  )
}
