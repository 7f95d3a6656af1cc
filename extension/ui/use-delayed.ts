import { useEffect, useState } from 'preact/hooks'

/**
 * True once `on` has held for `delay` ms, false at once when it ends: what is done within 300 ms shows no spinner and
 * no skeleton.
 */
export function useDelayed(on: boolean, delay = 300): boolean {
  const [late, setLate] = useState(false)
  useEffect(() => {
    if (!on) return
    const timer = setTimeout(() => {
      setLate(true)
    }, delay)
    return () => {
      clearTimeout(timer)
      setLate(false)
    }
  }, [on, delay])
  return on && late
}
