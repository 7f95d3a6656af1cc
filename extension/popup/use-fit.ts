import { useEffect, useState } from 'preact/hooks'
import { ask } from '../messages/ask.ts'
import type { Fit } from '../messages/match-view.ts'
import type { LoginRow } from '../messages/views.ts'

/** Why this login is offered in the tab, or is not; null until it is known. */
export function useFit({ folder, item }: LoginRow, tab: number | null): Fit | null {
  const [fit, setFit] = useState<Fit | null>(null)
  useEffect(() => {
    if (tab === null) setFit({ is: 'withheld', why: 'no-page' })
    else ask('login.fit', { folder, item, tab }).then(setFit, () => null)
  }, [folder, item, tab])
  return fit
}
