import { CheckboxField } from '../../ui/checkbox-field.tsx'
import { SecretField } from '../../ui/secret-field.tsx'
import { TextArea } from '../../ui/text-area.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { itemWords } from '../../words/console-items.ts'
import { sayFailure } from '../../words/failures.ts'
import { AddressesField } from './addresses-field.tsx'
import { CustomFields } from './custom-fields.tsx'
import { PasswordField } from './password-field.tsx'
import { type, type Draft } from '../state/drafts.ts'
import type { Faults } from '../state/faults.ts'

type ItemInputsProps = {
  readonly draft: Draft
  /** Null until the person has tried to save an invalid form. */
  readonly faults: Faults | null
}

const sayWhole = (code: string) => {
  const { what, next } = sayFailure(code)
  return `${what} ${next}`
}

/** All inputs of a login's form. */
export function ItemInputs({ draft, faults }: ItemInputsProps) {
  const t = itemWords()
  const { fields } = draft
  return (
    <>
      <TextField
        label={t.name}
        hint={t.nameHint}
        value={fields.name}
        error={faults?.name ? t.nameMissing : null}
        maxLength={200}
        autoFocus
        onInput={(name) => {
          type(draft, { name })
        }}
      />
      <TextField
        label={t.username}
        value={fields.username}
        maxLength={500}
        mono
        onInput={(username) => {
          type(draft, { username })
        }}
      />
      <PasswordField draft={draft} />
      <AddressesField
        values={fields.urls}
        faults={faults?.urls ?? new Map()}
        onChange={(urls) => {
          type(draft, { urls })
        }}
      />
      <CheckboxField
        label={t.sendAtOnce}
        hint={t.sendAtOnceHint}
        checked={fields.afterFill === 'send'}
        onChange={(sends) => {
          type(draft, { afterFill: sends ? 'send' : 'stay' })
        }}
      />
      <CustomFields
        values={fields.custom}
        faults={faults?.labels ?? new Set()}
        onChange={(custom) => {
          type(draft, { custom })
        }}
      />
      <SecretField
        label={t.totp}
        hint={t.totpHint}
        value={fields.totp}
        error={faults?.totp ? sayWhole(faults.totp) : null}
        maxLength={1_000}
        onInput={(totp) => {
          type(draft, { totp })
        }}
      />
      <TextArea
        label={t.notes}
        value={fields.notes}
        maxLength={20_000}
        onInput={(notes) => {
          type(draft, { notes })
        }}
      />
    </>
  )
}
