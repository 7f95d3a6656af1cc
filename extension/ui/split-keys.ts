const STEP = 16

/** The new width after a key press on the separator of a pane, within its bounds; null when the key does not resize. */
export function resize(key: string, width: number, min: number, max: number): number | null {
  const to = { ArrowLeft: width - STEP, ArrowRight: width + STEP, Home: min, End: max }[key]
  return to === undefined ? null : Math.min(max, Math.max(min, to))
}
