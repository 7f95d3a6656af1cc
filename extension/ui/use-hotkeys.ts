import { useEffect, useRef } from 'preact/hooks'
import { comboOf, countsInField } from './hotkeys.ts'

const FIELDS = 'input:not([type=checkbox]):not([type=radio]), textarea, select, [contenteditable]'

/**
 * Keys that act anywhere on the screen while the component is drawn: `{ '/': focusSearch, 'mod+k': … }` (names as in
 * `comboOf`). Ignored in fields unless with a modifier, while a dialog or a menu is open, and when a control took them.
 */
export function useHotkeys(keys: Readonly<Record<string, () => void>>): void {
  const now = useRef(keys)
  now.current = keys
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const combo = comboOf(event)
      const act = now.current[combo]
      if (!act || event.defaultPrevented || event.isComposing || event.repeat) return
      if (document.querySelector('dialog[open], :popover-open')) return
      const inField = event.target instanceof Element && event.target.matches(FIELDS)
      if (inField && !countsInField(combo)) return
      event.preventDefault()
      act()
    }
    document.addEventListener('keydown', onKeyDown)
    return () => {
      document.removeEventListener('keydown', onKeyDown)
    }
  }, [])
}
