import { Plus } from 'lucide-preact'
import { useEffect, useRef } from 'preact/hooks'
import { Button } from '../../ui/button.tsx'
import { common } from '../../words/common.ts'
import type { ItemFields } from '../../messages/views.ts'
import { kindWords } from '../../words/item-kinds.ts'
import { matchWords } from '../../words/match.ts'
import { AddressRow } from './address-row.tsx'
import { emptyAddress, type Address, type AddressFault } from '../state/addresses.ts'

type AddressesFieldProps = {
  readonly kind: ItemFields['kind']
  readonly values: readonly Address[]
  readonly onChange: (values: Address[]) => void
  /** The errors, by the position of the address. */
  readonly faults: ReadonlyMap<number, AddressFault>
}

/** The addresses of a login, one per row, each with its matching rule. Enter adds a row below; Backspace removes an empty row. */
export function AddressesField({ kind, values, onChange, faults }: AddressesFieldProps) {
  const box = useRef<HTMLFieldSetElement>(null)
  const goTo = useRef<number | null>(null)
  const rows = values.length === 0 ? [emptyAddress] : values
  const t = kindWords()

  useEffect(() => {
    if (goTo.current === null) return
    box.current?.querySelectorAll<HTMLInputElement>('input[type=url]')[goTo.current]?.focus()
    goTo.current = null
  })

  const change = (next: Address[], focus: number) => {
    goTo.current = focus
    onChange(next)
  }
  const add = (after: number) => {
    change([...rows.slice(0, after + 1), emptyAddress, ...rows.slice(after + 1)], after + 1)
  }
  return (
    <fieldset class="c-addresses" ref={box}>
      <legend class="ui-field-label">{t.addresses[kind]}</legend>
      {rows.map((value, at) => {
        const fault = faults.get(at)
        return (
          <AddressRow
            key={at}
            value={value}
            place={at + 1}
            kind={kind}
            error={fault === undefined ? null : fault === 'notHost' ? t.notHost : matchWords()[fault]}
            onChange={(next) => {
              onChange(rows.with(at, next))
            }}
            onEnter={() => {
              add(at)
            }}
            onRemove={
              rows.length === 1
                ? null
                : () => {
                    change(
                      rows.filter((_, place) => place !== at),
                      Math.max(0, at - 1),
                    )
                  }
            }
          />
        )
      })}
      <Button
        kind="quiet"
        size="small"
        icon={Plus}
        onClick={() => {
          add(rows.length - 1)
        }}
      >
        {common().addAddress}
      </Button>
    </fieldset>
  )
}
