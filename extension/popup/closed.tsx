import { Lock } from 'lucide-preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import { ask } from '../messages/ask.ts'
import { Button } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { TextField } from '../ui/text-field.tsx'
import { common } from '../words/common.ts'
import { popupWords } from '../words/popup.ts'
import { openUnlockWindow } from './open-window.ts'

/** The popup while locked. Opens the unlock window at once, unless the vault locked while this popup was open. */
export function Locked({ atOnce, leave }: { readonly atOnce: boolean; readonly leave: () => void }) {
  const t = popupWords()
  const asked = useRef(false)
  const unlock = () => void ask('window.unlock', null).then(leave, () => null)
  useEffect(() => {
    if (!atOnce || asked.current) return
    asked.current = true
    unlock()
  })
  return (
    <EmptyState
      icon={Lock}
      title={t.lockedTitle}
      act={
        <Button kind="main" onClick={unlock}>
          {common().unlock}
        </Button>
      }
    >
      {t.lockedWhy}
    </EmptyState>
  )
}

/** The popup while no server is known: says how to begin. */
export function NoServer({ leave }: { readonly leave: () => void }) {
  const t = popupWords()
  const [address, setAddress] = useState('')
  const go = (hash: string) => void openUnlockWindow(hash).then(leave)
  return (
    <form
      class="popup-begin"
      onSubmit={(event) => {
        event.preventDefault()
        go(address.trim() === '' ? '/' : `/open?server=${encodeURIComponent(address.trim())}`)
      }}
    >
      <h2>{t.beginTitle}</h2>
      <p>{t.beginWhy}</p>
      <TextField label={t.server} placeholder="https://" value={address} onInput={setAddress} autoFocus />
      <Button type="submit" kind="main" size="large" wide>
        {common().continue}
      </Button>
      <Button
        size="large"
        wide
        onClick={() => {
          go('/join')
        }}
      >
        {t.haveInvitation}
      </Button>
    </form>
  )
}
