/** How long a person must have been able to see the menu before it does anything. */
const SEEN = 500
/** How long the pointer must have been on it, at one place of the screen. */
const RESTED = 200

export type Alive = {
  /**
   * Whether what a person did then (ms, by this frame's clock) may count: the menu had been seen, whole and uncovered, without
   * interruption (P8). By when it was done: an event may lie about in a busy browser for longer than half a second.
   */
  isSeen(at: number): boolean
  /** The same for the pointer, which a page could have moved the menu under. */
  isMeant(event: MouseEvent): boolean
  /** Something moved or was about to hide it: it must be seen anew. */
  unsettle(): void
}

/**
 * The browser's own account of what a person sees of us, which no page can forge: nothing over the frame, no opacity, filter or
 * transform on what holds it. Null where the browser gives none: then there is no inline menu.
 */
export function watchAlive(whole: Element): Alive | null {
  if (!('isVisible' in IntersectionObserverEntry.prototype)) return null
  let seenFrom: number | null = null
  let place = { x: NaN, y: NaN, from: Infinity }
  const take = (entries: readonly IntersectionObserverEntry[]) => {
    for (const entry of entries) {
      const isVisible = Reflect.get(entry, 'isVisible') === true && entry.intersectionRatio > 0.99
      seenFrom = isVisible ? (seenFrom ?? performance.now()) : null
    }
  }
  const how = { threshold: [0, 0.5, 0.99, 1], trackVisibility: true, delay: 100 }
  const observer = new IntersectionObserver(take, how)
  observer.observe(whole)
  const rest = (event: MouseEvent) => {
    if (!event.isTrusted) return
    // Where the frame stands on the screen, told by the pointer: the page's own coordinates are the page's affair.
    const [x, y] = [event.screenX - event.clientX, event.screenY - event.clientY]
    if (!(Math.abs(x - place.x) < 2 && Math.abs(y - place.y) < 2)) place = { x, y, from: event.timeStamp }
  }
  addEventListener('mousemove', rest, { capture: true, passive: true })
  addEventListener('mouseout', (event) => {
    if (event.relatedTarget === null) place.from = Infinity
  })
  addEventListener('mouseover', (event) => {
    if (place.from === Infinity) place = { x: NaN, y: NaN, from: Infinity }
    rest(event)
  })
  const isSeen = (at: number) => {
    take(observer.takeRecords())
    return seenFrom !== null && at - seenFrom >= SEEN
  }
  return {
    isSeen,
    isMeant(event) {
      rest(event)
      return event.isTrusted && isSeen(event.timeStamp) && event.timeStamp - place.from >= RESTED
    },
    unsettle() {
      if (seenFrom !== null) seenFrom = performance.now()
    },
  }
}
