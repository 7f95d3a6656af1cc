import { SelectField } from '../../ui/select-field.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { deskLimitWords } from '../../words/desk-limits.ts'

const hours = Array.from({ length: 12 }, (_, hour) => hour + 1)

/** What was typed as hours without the server, of a desk that keeps sealed data for so many days; null where it is out of bounds. */
export function hoursWithoutServer(typed: string, keepDays: number): number | null {
  const value = /^\d{1,4}$/.test(typed.trim()) ? Number(typed) : 0
  return value >= 1 && value <= keepDays * 24 ? value : null
}

interface DeskLimitFieldsProps {
  readonly unlockedHours: number
  readonly onUnlockedHours: (hours: number) => void
  /** As typed. */
  readonly withoutServer: string
  readonly onWithoutServer: (typed: string) => void
  readonly keepDays: number
}

/** How long a desk stays unlocked, and opens without the server. */
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
