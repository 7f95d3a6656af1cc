import { CheckboxField } from '../../ui/checkbox-field.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { generatedWords } from '../../words/generated.ts'
import { isLengthWhole, passwordWish, typedLength, typeLength } from '../state/password-wish.ts'

const KINDS = ['upper', 'lower', 'digit', 'sign'] as const

/** The length and the kinds of characters of the next generated password. They change nothing until a password is generated. */
export function PasswordOptions() {
  const t = generatedWords()
  const wish = passwordWish.value
  return (
    <fieldset class="c-password-options">
      <legend>{t.options}</legend>
      <TextField
        label={t.length}
        type="number"
        value={typedLength.value}
        hint={t.lengthRange}
        error={isLengthWhole.value ? null : t.lengthWrong}
        onInput={typeLength}
      />
      {KINDS.map((kind) => {
        const isOn = wish.kinds.includes(kind)
        const others = wish.kinds.filter((one) => one !== kind)
        return (
          <CheckboxField
            key={kind}
            label={t[kind]}
            checked={isOn}
            // The last kind of character stays checked: a password needs at least one.
            disabled={isOn && others.length === 0}
            onChange={(checked) => {
              passwordWish.value = { ...wish, kinds: checked ? [...others, kind] : others }
            }}
          />
        )
      })}
      <CheckboxField
        label={t.alike}
        checked={wish.withAlike}
        onChange={(withAlike) => {
          passwordWish.value = { ...wish, withAlike }
        }}
      />
    </fieldset>
  )
}
