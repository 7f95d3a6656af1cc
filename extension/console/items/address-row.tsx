import { Ellipsis, TriangleAlert, X } from 'lucide-preact'
import { useId, useState } from 'preact/hooks'
import type { MatchRule } from '../../messages/item-fields.ts'
import type { ItemFields } from '../../messages/views.ts'
import type { Reach } from '../../messages/match-view.ts'
import { describedBy, FieldNotes } from '../../ui/field.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { common } from '../../words/common.ts'
import { matchWords } from '../../words/match.ts'
import { isWeb, sayReach, type Address } from '../state/addresses.ts'
import { useReach } from './use-reach.ts'

type AddressRowProps = {
  readonly kind: ItemFields['kind']
  readonly value: Address
  /** Which of the addresses it is, from 1. */
  readonly place: number
  readonly error: string | null
  readonly onChange: (value: Address) => void
  readonly onEnter: () => void
  /** Null for the only one. */
  readonly onRemove: (() => void) | null
}

/** One address, the rule for which pages it matches, and an example of that rule for this address. */
export function AddressRow({ kind, value, place, error, onChange, onEnter, onRemove }: AddressRowProps) {
  const [more, setMore] = useState(value.realm !== '')
  const id = useId()
  const reach = useReach(value.address)
  const t = matchWords()
  const says = value.address.trim() === '' ? null : sayReach(value.match, reach)
  return (
    <div class="c-address">
      <div class="ui-field">
        <div class="ui-well" data-wrong={error !== null}>
          <input
            {...describedBy(id, { error })}
            class="ui-input"
            type="url"
            inputMode="url"
            aria-label={common().address(place)}
            value={value.address}
            placeholder={kind === 'host' ? 'sftp://' : 'https://'}
            maxLength={2_048}
            autocomplete="off"
            spellcheck={false}
            onInput={(event) => {
              onChange({ ...value, address: event.currentTarget.value })
            }}
            onKeyDown={(event) => {
              if (event.key === 'Enter' && !event.isComposing) onEnter()
              else if (event.key === 'Backspace' && value.address === '' && onRemove !== null) onRemove()
              else return
              event.preventDefault()
            }}
          />
          {onRemove !== null && <IconButton icon={X} label={common().removeAddress(place)} onClick={onRemove} />}
        </div>
        <FieldNotes id={id} error={error} />
      </div>
      {isWeb(kind) && (
        <div class="c-address-rule">
          <SelectField
            label={t.ruleOf(place)}
            hideLabel
            value={value.match}
            options={rulesFor(reach)}
            onChange={(match) => {
              onChange({ ...value, match })
            }}
          />
          <IconButton
            icon={Ellipsis}
            label={t.moreOf(place)}
            pressed={more}
            onClick={() => {
              setMore(!more)
            }}
          />
        </div>
      )}
      {isWeb(kind) && says !== null && (
        <p class="c-address-reach" data-wide={value.match === 'domain'} role="status">
          {value.match === 'domain' && <TriangleAlert size={14} aria-hidden="true" />}
          <span>{says}</span>
        </p>
      )}
      {isWeb(kind) && more && (
        <TextField
          label={t.realmOf(place)}
          hint={t.realmHint}
          optional
          value={value.realm}
          maxLength={200}
          onInput={(realm) => {
            onChange({ ...value, realm })
          }}
        />
      )}
    </div>
  )
}

/** The rules to choose from, each described with this address. */
function rulesFor(reach: Reach | null): { value: MatchRule; label: string }[] {
  const { rules, hostOf, domainOf } = matchWords()
  return [
    { value: 'origin', label: rules.origin },
    { value: 'host', label: reach === null ? rules.host : hostOf(reach.host) },
    { value: 'domain', label: reach === null ? rules.domain : domainOf(reach.domain ?? reach.host) },
    { value: 'path', label: rules.path },
    { value: 'none', label: rules.none },
  ]
}
