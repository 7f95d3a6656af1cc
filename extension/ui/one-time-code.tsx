import { useEffect, useState } from 'preact/hooks'
import { common } from '../words/common.ts'
import './one-time-code.css'

export interface OneTimeCodeProps {
  readonly code: string
  /** Until when the code is valid, and the period of each code, in ms. */
  readonly until: number
  readonly period: number
  /** Called when the code expires: fetch the next one. */
  readonly onOver: () => void
}

/** A one-time code in two groups, with the seconds left as a number and as a shrinking line. */
export function OneTimeCode({ code, until, period, onOver }: OneTimeCodeProps) {
  const [now, setNow] = useState(Date.now)
  useEffect(() => {
    const timer = setInterval(() => {
      setNow(Date.now())
      if (Date.now() >= until) onOver()
    }, 250)
    return () => {
      clearInterval(timer)
    }
  }, [until, onOver])
  const left = Math.min(period, Math.max(0, until - now))
  const seconds = Math.ceil(left / 1_000)
  const half = Math.ceil(code.length / 2)
  return (
    <span class="ui-code" data-ending={seconds <= 5}>
      <span class="ui-mono ui-code-digits">
        <span>{code.slice(0, half)}</span>
        <span>{code.slice(half)}</span>
      </span>
      <span class="ui-code-line" aria-hidden="true">
        <span style={{ width: `${String((left / period) * 100)}%` }} />
      </span>
      <span class="ui-unseen">{common().codeLasts(seconds)}</span>
      <span class="ui-code-seconds" aria-hidden="true">
        {common().seconds(seconds)}
      </span>
    </span>
  )
}
