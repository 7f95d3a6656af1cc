import { useEffect, useState } from 'preact/hooks'
import { codeOf } from './failing.ts'
import { world } from './world.ts'

export type Asked<T> = { state: 'asking' } | { state: 'known'; value: T } | { state: 'failed'; code: string }

/** What the keeper answers, asked anew whenever what it knows has changed; what was answered before stays until then. */
export function useAsked<T>(ask: () => Promise<T>, about: string): Asked<T> {
  const [asked, setAsked] = useState<Asked<T>>({ state: 'asking' })
  const now = world.value
  useEffect(() => {
    let isCurrent = true
    ask().then(
      (value) => {
        if (isCurrent) setAsked({ state: 'known', value })
      },
      (error: unknown) => {
        if (isCurrent) setAsked({ state: 'failed', code: codeOf(error) })
      },
    )
    return () => {
      isCurrent = false
    }
  }, [about, now])
  return asked
}
