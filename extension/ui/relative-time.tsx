import { signal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { momentOf, relativeTo } from './time.ts'

const EVERY = 30_000
const now = signal(Date.now())
let readers = 0
let timer: ReturnType<typeof setInterval> | null = null

/** One clock for all the times on a page, stopped when none is drawn. */
function watch(): () => void {
  readers++
  now.value = Date.now()
  timer ??= setInterval(() => {
    now.value = Date.now()
  }, EVERY)
  return () => {
    readers--
    if (readers > 0 || timer === null) return
    clearInterval(timer)
    timer = null
  }
}

/** "3 minutes ago", kept true; the exact moment under the pointer. `time` is ms since 1970, UTC. */
export function RelativeTime({ time }: { readonly time: number }) {
  useEffect(watch, [])
  return (
    <time dateTime={new Date(time).toISOString()} title={momentOf(time)}>
      {relativeTo(time, now.value)}
    </time>
  )
}
