import { SelectField } from '../../ui/select-field.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { deskLimitWords } from '../../words/desk-limits.ts'

const hours = Array.from({ length: 12 }, (_, hour) => hour + 1)

/** The hours without the server that were typed; null when they are not between 1 and the hours in `keepDays`. */
export function hoursWithoutServer(typed: string, keepDays: number): number | null {
  const value = /^\d{1,4}$/.test(typed.trim()) ? Number(typed) : 0
  return value >= 1 && value <= keepDays * 24 ? value : null
}

interface DeskLimitFieldsProps {
  readonly unlockedHours: number
  readonly onUnlockedHours: (hours: number) => void
  /** The text as typed, valid or not. */
  readonly withoutServer: string
  readonly onWithoutServer: (typed: string) => void
  readonly keepDays: number
}

/** Fields for how long a desk stays unlocked, and how long it may be opened without contact with the server. */
export function DeskLimitFields({ keepDays, withoutServer, ...props }: DeskLimitFieldsProps) {
  const t = deskLimitWords()
  const most = keepDays * 24
  return (
    <>
      <SelectField
        label={t.unlockedHours}
        hint={t.unlockedHint}
        value={String(props.unlockedHours)}
        options={hours.map((hour) => ({ value: String(hour), label: t.lasting(hour) }))}
        onChange={(hour) => {
          props.onUnlockedHours(Number(hour))
        }}
      />
      <TextField
        label={t.withoutServer}
        hint={t.withoutServerHint(most)}
        type="number"
        value={withoutServer}
        error={most > 0 && hoursWithoutServer(withoutServer, keepDays) === null ? t.withoutServerWrong(most) : null}
        onInput={props.onWithoutServer}
      />
    </>
  )
}
