import { useLayoutEffect, useRef } from 'preact/hooks'
import type { RefObject } from 'preact'

/**
 * A ref whose element takes the focus when it is first drawn (`at once`), and again, with its text selected, each time
 * `error` becomes another sentence: the person corrects where the fault is.
 */
export function useFocus<E extends HTMLInputElement | HTMLTextAreaElement>(
  atOnce: boolean,
  error: string | null = null,
): RefObject<E> {
  const ref = useRef<E>(null)
  // At once, since who presses a shortcut types on. A dialog is not open yet then: it looks for the mark when it is.
  useLayoutEffect(() => {
    if (!atOnce || !ref.current) return
    ref.current.dataset['first'] = 'true'
    ref.current.focus()
  }, [atOnce])
  // Runs together with the error: a moment later the person may type in the next field, and would land in this one.
  useLayoutEffect(() => {
    if (!error || !atOnce) return
    ref.current?.focus()
    ref.current?.select()
  }, [error, atOnce])
  return ref
}
