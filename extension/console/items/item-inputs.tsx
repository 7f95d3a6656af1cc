import type { ItemFields } from '../../messages/views.ts'
import { CheckboxField } from '../../ui/checkbox-field.tsx'
import { SecretField } from '../../ui/secret-field.tsx'
import { TextArea } from '../../ui/text-area.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { itemWords } from '../../words/console-items.ts'
import { sayFailure } from '../../words/failures.ts'
import { kindWords } from '../../words/item-kinds.ts'
import { AddressesField } from './addresses-field.tsx'
import { CustomFields } from './custom-fields.tsx'
import { FilesField } from './files-field.tsx'
import { KindField } from './kind-field.tsx'
import { PasswordField } from './password-field.tsx'
import { TagsField } from './tags-field.tsx'
import { isWeb } from '../state/addresses.ts'
import { type, type Draft } from '../state/drafts.ts'
import { folderAt, trailTo } from '../state/world.ts'
import type { Faults } from '../state/faults.ts'

type ItemInputsProps = {
  readonly draft: Draft
  /** Null until the person has tried to save an invalid form. */
  readonly faults: Faults | null
}

/** The channels of the client whose folder this is, or lies in. */
const channelsOf = (id: string): string[] => {
  const folder = folderAt(id)
  const trail = folder === null ? [] : trailTo(folder)
  return [...new Set(trail.flatMap(({ about }) => about?.channels ?? []))]
}

const sayWhole = (code: string) => {
  const { what, next } = sayFailure(code)
  return `${what} ${next}`
}

/** Which inputs a kind has. What holds something is shown whatever the kind, so that choosing another kind loses nothing. */
const inputsOf = {
  login: ['username', 'password', 'urls', 'custom', 'totp'],
  host: ['urls', 'username', 'password', 'custom', 'files'],
  key: ['username', 'password', 'urls', 'custom'],
  note: ['files'],
} as const

function inputsFor({ kind, username, password, urls, custom, totp, files }: ItemFields): ReadonlySet<string> {
  const filled = [
    ['username', username !== ''],
    ['password', password !== ''],
    ['urls', urls.some(({ address }) => address !== '')],
    ['custom', custom.length > 0],
    ['totp', totp !== ''],
    ['files', files.length > 0],
  ] as const
  return new Set<string>([...inputsOf[kind], ...filled.flatMap(([field, is]) => (is ? [field] : []))])
}

/** All inputs of a login's form, by its kind. */
export function ItemInputs({ draft, faults }: ItemInputsProps) {
  const t = itemWords()
  const k = kindWords()
  const { fields } = draft
  const { kind } = fields
  const inputs = inputsFor(fields)
  return (
    <>
      <KindField
        value={kind}
        onChange={(chosen) => {
          type(draft, { kind: chosen })
        }}
      />
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
      {inputs.has('username') && (
        <TextField
          label={k.username[kind]}
          value={fields.username}
          maxLength={500}
          mono
          onInput={(username) => {
            type(draft, { username })
          }}
        />
      )}
      {inputs.has('password') && <PasswordField draft={draft} />}
      {inputs.has('urls') && (
        <AddressesField
          kind={kind}
          values={fields.urls}
          faults={faults?.urls ?? new Map()}
          onChange={(urls) => {
            type(draft, { urls })
          }}
        />
      )}
      {isWeb(kind) && (
        <CheckboxField
          label={t.sendAtOnce}
          hint={t.sendAtOnceHint}
          checked={fields.afterFill === 'send'}
          onChange={(sends) => {
            type(draft, { afterFill: sends ? 'send' : 'stay' })
          }}
        />
      )}
      {inputs.has('custom') && (
        <CustomFields
          values={fields.custom}
          faults={faults?.labels ?? new Set()}
          onChange={(custom) => {
            type(draft, { custom })
          }}
        />
      )}
      {inputs.has('totp') && (
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
      )}
      <TextArea
        label={t.notes}
        value={fields.notes}
        maxLength={20_000}
        onInput={(notes) => {
          type(draft, { notes })
        }}
      />
      {inputs.has('files') && <FilesField draft={draft} />}
      <TagsField
        values={fields.tags}
        offered={channelsOf(draft.folder)}
        onChange={(tags) => {
          type(draft, { tags })
        }}
      />
    </>
  )
}
