import { useId } from 'preact/hooks'
import type { Clash } from '../../messages/views.ts'
import { itemWords } from '../../words/console-items.ts'
import { unsentWords } from '../../words/console-unsent.ts'
import { isSecret, labelOf, textOf } from '../state/unsent.ts'

export type Side = 'mine' | 'theirs'

type ConflictFieldProps = {
  readonly clash: Clash
  readonly by: string | null
  /** Whether secrets are shown. */
  readonly shown: boolean
  readonly chosen: Side | null
  readonly onChoose: (side: Side) => void
}

/** One field that both people changed, and the choice which of the two values is kept. */
export function ConflictField({ clash, by, shown, chosen, onChoose }: ConflictFieldProps) {
  const group = useId()
  const t = itemWords()
  const sides = [
    { side: 'mine' as const, title: t.yours, value: clash.mine },
    { side: 'theirs' as const, title: by === null ? t.theirs : t.theirsBy(by), value: clash.theirs },
  ]
  return (
    <fieldset class="c-conflict-field" data-missing={chosen === null ? true : undefined}>
      <legend>{labelOf(clash)}</legend>
      {sides.map(({ side, title, value }) => (
        <label key={side} data-chosen={chosen === side}>
          <span>
            <input
              type="radio"
              name={group}
              checked={chosen === side}
              onChange={() => {
                onChoose(side)
              }}
            />
            {title}
          </span>
          {value === null ? (
            <em>{unsentWords().took}</em>
          ) : value === '' ? (
            <em>{t.empty}</em>
          ) : (
            <span class="ui-mono c-conflict-text">
              {isSecret(clash) && !shown ? '••••••••••' : textOf(clash.field, value)}
            </span>
          )}
        </label>
      ))}
    </fieldset>
  )
}
