import { useState } from 'preact/hooks'
import { ask, AskFailure } from '../messages/ask.ts'
import type { FillOutcome, LoginRow } from '../messages/views.ts'

/** How long a confirmation stands: a glance, or a sentence. */
const GLANCE = 900
const SENTENCE = 2_500

export type Filling =
  | { state: 'idle' }
  | { state: 'busy' }
  | { state: 'done'; row: LoginRow; outcome: FillOutcome }
  /** `address`: to whom the page's form would send, where it failed for that. */
  | { state: 'failed'; code: string; address?: string | undefined }

interface Fill {
  readonly filling: Filling
  readonly fill: (row: LoginRow) => void
  /** Takes a failure back: the person has gone on to something else. */
  readonly forget: () => void
}

/** The gesture (P8): fills one login in the tab, says what came of it, and leaves. */
export function useFill(tab: number | null, leave: () => void): Fill {
  const [filling, setFilling] = useState<Filling>({ state: 'idle' })
  const fill = (row: LoginRow) => {
    if (filling.state === 'busy') return
    if (tab === null) {
      setFilling({ state: 'failed', code: 'no-login-for-page' })
      return
    }
    setFilling({ state: 'busy' })
    ask('fill', { folder: row.folder, item: row.item, tab }).then(
      (outcome) => {
        if (outcome.filled.length === 0) setFilling({ state: 'failed', code: 'no-field-here' })
        else {
          setFilling({ state: 'done', row, outcome })
          setTimeout(leave, outcome.missing.length === 0 ? GLANCE : SENTENCE)
        }
      },
      (thrown: unknown) => {
        const { code, data } = thrown instanceof AskFailure ? thrown : { code: 'unknown', data: {} }
        setFilling({ state: 'failed', code, address: data.address })
      },
    )
  }
  const forget = () => {
    if (filling.state === 'failed') setFilling({ state: 'idle' })
  }
  return { filling, fill, forget }
}
