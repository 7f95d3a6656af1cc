import { useMemo, useRef } from 'preact/hooks'
import { act, type Act } from '../state/failing.ts'

/** One thing that a person asks for in this component: see `act`. Runs the work as it is when asked. */
export function useAct<I>(work: (input: I) => Promise<void>): Act<I> {
  const now = useRef(work)
  now.current = work
  return useMemo(() => act((input: I) => now.current(input)), [])
}
