import { RefreshCw, SlidersHorizontal } from 'lucide-preact'
import { useId, useState } from 'preact/hooks'
import { IconButton } from '../../ui/icon-button.tsx'
import { SecretField } from '../../ui/secret-field.tsx'
import { itemWords } from '../../words/console-items.ts'
import { kindWords } from '../../words/item-kinds.ts'
import { generatedWords } from '../../words/generated.ts'
import { sayFailure } from '../../words/failures.ts'
import { PasswordOptions } from './password-options.tsx'
import { type, type Draft } from '../state/drafts.ts'
import { codeOf } from '../state/failing.ts'
import { generatePassword, isLengthWhole } from '../state/password-wish.ts'
import './password-field.css'

/** The password of a login: typed, or generated with the chosen length and kinds of characters. */
export function PasswordField({ draft }: { readonly draft: Draft }) {
  const t = itemWords()
  const g = generatedWords()
  const [open, setOpen] = useState(false)
  const [failed, setFailed] = useState<string | null>(null)
  const options = useId()
  const generate = () => {
    setFailed(null)
    // The field of the length says what is wrong with it: a password of another length than the one typed would surprise.
    if (!isLengthWhole.value) {
      setOpen(true)
      return
    }
    generatePassword().then(
      (password) => {
        type(draft, { password })
      },
      (thrown: unknown) => {
        setFailed(codeOf(thrown))
      },
    )
  }
  return (
    <div class="c-password">
      <SecretField
        label={kindWords().password[draft.fields.kind]}
        value={draft.fields.password}
        maxLength={5_000}
        error={failed === null ? null : sayFailure(failed).what}
        onInput={(password) => {
          type(draft, { password })
        }}
        trailing={
          <>
            <IconButton icon={RefreshCw} label={t.generate} onClick={generate} />
            <IconButton
              icon={SlidersHorizontal}
              label={g.options}
              pressed={open}
              controls={options}
              onClick={() => {
                setOpen(!open)
              }}
            />
          </>
        }
      />
      <div id={options}>{open && <PasswordOptions />}</div>
    </div>
  )
}
