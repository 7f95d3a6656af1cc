import { useState } from 'preact/hooks'
import type { UnlockResult } from '../messages/contract.ts'
import type { Status } from '../messages/views.ts'
import { lockSentence } from './lock-sentence.ts'
import { TouchScreen } from './touch-screen.tsx'
import { UnlockScreen } from './unlock-screen.tsx'
import type { Served } from './use-server.ts'

interface LockedProps {
  readonly status: Extract<Status, { state: 'locked' }>
  readonly served: Served
  readonly hint: string | null
  readonly onUnlocked: (opened: UnlockResult) => void
}

/** While locked: within the shift asks for the touch alone. If that fails, or the person wishes, asks for PIN and key. */
export function Locked({ status, served, hint, onUnlocked }: LockedProps) {
  /** Why the PIN is asked for within the shift: the person chose it, or the touch failed. */
  const [pin, setPin] = useState<{ code: string | null } | null>(null)
  const { touchUntil } = status
  if (touchUntil !== null && pin === null && hint === null)
    return (
      <TouchScreen
        orgName={served.state === 'known' ? served.orgName : null}
        reason={lockSentence(status)}
        until={touchUntil}
        onUnlocked={onUnlocked}
        onPin={(code) => {
          setPin({ code })
        }}
      />
    )
  return (
    <UnlockScreen status={status} served={served} hint={hint} refused={pin?.code ?? null} onUnlocked={onUnlocked} />
  )
}
