import { useState } from 'preact/hooks'
import { Button } from '../ui/button.tsx'
import { navigate } from '../ui/router.ts'
import { TextField } from '../ui/text-field.tsx'
import { common } from '../words/common.ts'
import { unlockWords } from '../words/unlock.ts'
import { isUnsafe, originOf } from './address.ts'
import { SheetForm } from './sheet.tsx'

/** Asks for a server's address, then goes on to the screen that shows its whole origin before it is trusted. */
export function AddressForm({ main, autoFocus = false }: { main: boolean; autoFocus?: boolean }) {
  const [typed, setTyped] = useState('')
  const [wrong, setWrong] = useState(false)
  const t = unlockWords()
  const unsafe = isUnsafe(typed)
  const submit = () => {
    const origin = originOf(typed)
    setWrong(origin === null)
    if (origin !== null && !unsafe) navigate(openPath(origin))
  }
  return (
    <SheetForm onSubmit={submit}>
      <TextField
        label={t.serverAddress}
        hint={t.serverAddressHint}
        error={unsafe ? t.addressUnsafe : wrong ? t.addressWrong : null}
        value={typed}
        onInput={(text) => {
          setTyped(text)
          setWrong(false)
        }}
        autoFocus={autoFocus}
      />
      <div class={main ? 'sheet-acts' : undefined}>
        <Button type="submit" kind={main ? 'main' : 'plain'} size={main ? 'large' : 'normal'} wide={main}>
          {common().continue}
        </Button>
      </div>
    </SheetForm>
  )
}

/** The path of the screen that asks whether to trust `origin`. */
export function openPath(origin: string): string {
  return `/open?server=${encodeURIComponent(origin)}`
}
