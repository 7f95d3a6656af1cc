import { useState } from 'preact/hooks'
import { ask, AskFailure } from '../messages/ask.ts'
import type { FillOutcome, LoginRow } from '../messages/views.ts'

/** How long a confirmation is shown: short for a glance, longer for a sentence. */
const GLANCE = 900
const SENTENCE = 2_500

export type Filling =
  | { state: 'idle' }
  | { state: 'busy' }
  | { state: 'done'; row: LoginRow; outcome: FillOutcome }
  /** `address`: where the page's form would send the password, when the fill was refused for that. */
  | { state: 'failed'; code: string; name: string; row?: LoginRow; address?: string | undefined }

interface Fill {
  readonly filling: Filling
  readonly fill: (row: LoginRow) => void
  /** P8: the same in a new tab, at the login's first address; why not, once a page is there, is said over that tab. */
  readonly openSite: (row: LoginRow) => void
  /** Clears the failure, because the person has gone on to something else. */
  readonly forget: () => void
}

/** P8: the user action. Fills one login in the tab, shows the result, and closes the popup. */
export function useFill(tab: number | null, leave: () => void): Fill {
  const [filling, setFilling] = useState<Filling>({ state: 'idle' })
  const fill = (row: LoginRow) => {
    if (filling.state === 'busy') return
    if (tab === null) {
      setFilling({ state: 'failed', code: 'no-login-for-page', name: row.name, row })
      return
    }
    setFilling({ state: 'busy' })
    ask('fill', { folder: row.folder, item: row.item, tab }).then(
      (outcome) => {
        if (outcome.filled.length === 0) setFilling({ state: 'failed', code: 'no-field-here', name: row.name })
        else {
          setFilling({ state: 'done', row, outcome })
          setTimeout(leave, outcome.missing.length === 0 ? GLANCE : SENTENCE)
        }
      },
      (thrown: unknown) => {
        const { code, data } = thrown instanceof AskFailure ? thrown : { code: 'unknown', data: {} }
        setFilling({ state: 'failed', code, name: row.name, row, address: data.address })
      },
    )
  }
  const openSite = (row: LoginRow) => {
    if (filling.state === 'busy') return
    setFilling({ state: 'busy' })
    ask('site.open', { folder: row.folder, item: row.item }).then(leave, (thrown: unknown) => {
      setFilling({ state: 'failed', code: thrown instanceof AskFailure ? thrown.code : 'unknown', name: row.name })
    })
  }
  const forget = () => {
    if (filling.state === 'failed') setFilling({ state: 'idle' })
  }
  return { filling, fill, openSite, forget }
}
