import { useEffect, useState } from 'preact/hooks'
import { ask } from '../../messages/ask.ts'
import type { Reach } from '../../messages/match-view.ts'
import { whole } from '../state/addresses.ts'

/** What an address reaches by each rule, as the keeper says it while it is typed; null where it is none of the web. */
export function useReach(typed: string): Reach | null {
  const [reach, setReach] = useState<Reach | null>(null)
  const address = whole(typed)
  useEffect(() => {
    let isCurrent = true
    const take = (said: Reach | null) => {
      if (isCurrent) setReach(said)
    }
    ask('match.reach', { address }).then(take, () => {
      take(null)
    })
    return () => {
      isCurrent = false
    }
  }, [address])
  return reach
}
