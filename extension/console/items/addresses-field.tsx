import { Plus } from 'lucide-preact'
import { useEffect, useRef } from 'preact/hooks'
import { Button } from '../../ui/button.tsx'
import { common } from '../../words/common.ts'
import { itemWords } from '../../words/console-items.ts'
import { matchWords } from '../../words/match.ts'
import { AddressRow } from './address-row.tsx'
import { emptyAddress, type Address, type AddressFault } from '../state/addresses.ts'

type AddressesFieldProps = {
  readonly values: readonly Address[]
  readonly onChange: (values: Address[]) => void
  /** The errors, by the position of the address. */
  readonly faults: ReadonlyMap<number, AddressFault>
}

/** The addresses of a login, one per row, each with its matching rule. Enter adds a row below; Backspace removes an empty row. */
export function AddressesField({ values, onChange, faults }: AddressesFieldProps) {
  const box = useRef<HTMLFieldSetElement>(null)
  const goTo = useRef<number | null>(null)
  const rows = values.length === 0 ? [emptyAddress] : values
  const t = itemWords()

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
      <legend class="ui-field-label">{t.addresses}</legend>
      {rows.map((value, at) => {
        const fault = faults.get(at)
        return (
          <AddressRow
            key={at}
            value={value}
            place={at + 1}
            error={fault === undefined ? null : matchWords()[fault]}
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
