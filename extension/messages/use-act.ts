import { useEffect, useRef, useState } from 'preact/hooks'
import { AskFailure } from './ask.ts'
import type { FailureData } from './contract.ts'

export type Failed = { readonly code: string; readonly data: FailureData }

export interface Act {
  readonly busy: boolean
  /** Why the last try did not end well; null while busy, and when the person cancelled. */
  readonly failed: Failed | null
  readonly run: (work: (signal: AbortSignal) => Promise<void>) => void
  readonly cancel: () => void
}

/**
 * One act of a person at a time: whether it runs, why it failed, how to cancel it. Aborts its signal when the component
 * goes. Never throws.
 */
export function useAct(): Act {
  const [state, setState] = useState<{ busy: boolean; failed: Failed | null }>({ busy: false, failed: null })
  const control = useRef<AbortController | null>(null)
  useEffect(() => () => control.current?.abort(), [])

  const cancel = () => {
    control.current?.abort()
    control.current = null
    setState({ busy: false, failed: null })
  }
  const run = (work: (signal: AbortSignal) => Promise<void>) => {
    if (control.current !== null) return
    const mine = new AbortController()
    control.current = mine
    setState({ busy: true, failed: null })
    const end = (failed: Failed | null) => {
      if (control.current !== mine) return
      control.current = null
      setState({ busy: false, failed })
    }
    work(mine.signal).then(
      () => {
        end(null)
      },
      (thrown: unknown) => {
        end(failureOf(thrown))
      },
    )
  }
  return { ...state, run, cancel }
}

/** The stable code and data of anything thrown; `unknown` for what nobody foresaw. */
export function failureOf(thrown: unknown): Failed {
  return thrown instanceof AskFailure ? { code: thrown.code, data: thrown.data } : { code: 'unknown', data: {} }
}
