const STEP = 16

/** The width after a key on the separator of a pane `width` px wide, within its bounds; null when it is no such key. */
export function resized(key: string, width: number, min: number, max: number): number | null {
  const to = { ArrowLeft: width - STEP, ArrowRight: width + STEP, Home: min, End: max }[key]
  return to === undefined ? null : Math.min(max, Math.max(min, to))
}
