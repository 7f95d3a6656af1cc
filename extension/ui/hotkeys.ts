/** The parts of a key press that identify a hotkey. */
export interface Press {
  readonly key: string
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly altKey: boolean
  readonly shiftKey: boolean
}

/** The name of a press: `mod+k` (Ctrl, or Command on a Mac), `alt+ArrowUp`, `/`, `?`, `Escape`, `shift+Enter`. */
export function comboOf({ key, ctrlKey, metaKey, altKey, shiftKey }: Press): string {
  const letter = key.length === 1
  const parts = [ctrlKey || metaKey ? 'mod' : '', altKey ? 'alt' : '', shiftKey && !letter ? 'shift' : '']
  return [...parts.filter((part) => part !== ''), letter ? key.toLowerCase() : key].join('+')
}

/** Whether a hotkey counts while somebody types in a field: only those with a modifier do, and Escape. */
export function countsInField(combo: string): boolean {
  return /^(mod|alt)\+/.test(combo) || combo === 'Escape'
}
