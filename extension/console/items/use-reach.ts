import { useEffect, useState } from 'preact/hooks'
import { ask } from '../../messages/ask.ts'
import type { Reach } from '../../messages/match-view.ts'
import { withScheme } from '../state/addresses.ts'

/** What an address matches under each rule, asked from the keeper while it is typed; null when it is no web address. */
export function useReach(typed: string): Reach | null {
  const [reach, setReach] = useState<Reach | null>(null)
  const address = withScheme(typed)
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
