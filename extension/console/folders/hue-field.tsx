import { useId } from 'preact/hooks'
import { ClientBar } from '../../ui/client-bar.tsx'
import { aboutWords } from '../../words/about-client.ts'

const hues = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11] as const

type HueFieldProps = {
  readonly value: number
  /** Which of the siblings has a hue already, by hue. */
  readonly taken: ReadonlyMap<number, string>
  readonly onChange: (hue: number) => void
}

/** The twelve colours of clients, each with its name, and with the sibling that has it already: nothing is told by colour alone. */
export function HueField({ value, taken, onChange }: HueFieldProps) {
  const t = aboutWords()
  const name = useId()
  return (
    <fieldset class="c-hues">
      <legend>{t.colour}</legend>
      {hues.map((hue) => {
        const by = taken.get(hue)
        return (
          <label class="c-hue" key={hue}>
            <input
              type="radio"
              name={name}
              checked={hue === value}
              onChange={() => {
                onChange(hue)
              }}
            />
            <ClientBar hue={hue} />
            <span class="c-hue-name">
              <span>{t.colours[hue]}</span>
              {by !== undefined && (
                <span class="c-soft ui-cut" title={t.usedBy(by)}>
                  {t.usedBy(by)}
                </span>
              )}
            </span>
          </label>
        )
      })}
    </fieldset>
  )
}
