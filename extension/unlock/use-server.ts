import { useCallback, useEffect, useState } from 'preact/hooks'
import { ask } from '../messages/ask.ts'
import { failureOf } from '../messages/use-act.ts'

/** What the trusted server says about itself. Its name is unverified, and used for the title only. */
export type Served =
  | { state: 'looking' }
  | { state: 'known'; org: string | null; orgName: string | null }
  | { state: 'failed'; code: string; retry: () => void }

export function useServer(address: string | null): Served {
  const [served, setServed] = useState<Served>({ state: 'looking' })
  const look = useCallback(
    (at: string, still: () => boolean) => {
      setServed({ state: 'looking' })
      ask('server.look', { address: at }).then(
        ({ org, orgName }) => {
          if (still()) setServed({ state: 'known', org, orgName })
        },
        (thrown: unknown) => {
          const retry = () => {
            look(at, still)
          }
          if (still()) setServed({ state: 'failed', code: failureOf(thrown).code, retry })
        },
      )
    },
    [setServed],
  )
  useEffect(() => {
    if (address === null) return
    let here = true
    look(address, () => here)
    return () => {
      here = false
    }
  }, [address, look])
  return served
}
