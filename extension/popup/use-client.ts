import { useState } from 'preact/hooks'
import { ask, AskFailure } from '../messages/ask.ts'
import type { ClientView } from '../messages/client-view.ts'

interface Switching {
  readonly open: boolean
  /** The code of a switch that failed. */
  readonly failed: string | null
  readonly show: () => void
  readonly hide: () => void
  /** Makes this client active, or all clients for null. Fills nothing. */
  readonly choose: (client: ClientView | null) => void
}

/** The list of clients, and the switch to one of them. */
export function useClient(): Switching {
  const [open, setOpen] = useState(false)
  const [failed, setFailed] = useState<string | null>(null)
  return {
    open,
    failed,
    show: () => {
      setOpen(true)
    },
    hide: () => {
      setOpen(false)
    },
    choose: (client) => {
      setFailed(null)
      setOpen(false)
      ask('client.choose', { folder: client?.folder ?? null }).catch((thrown: unknown) => {
        setFailed(thrown instanceof AskFailure ? thrown.code : 'unknown')
      })
    },
  }
}
