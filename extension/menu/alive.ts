/** How long the menu must have been visible before a click counts, in ms. */
const SEEN = 500
/** How long the pointer must have been over the menu without the menu moving on the screen, in ms. */
const RESTED = 200

export type Alive = {
  /**
   * Returns true if an action at this time (ms, by this frame's clock) counts: until then the whole menu had been visible and uncovered,
   * without interruption, for long enough (P8). The time is the event's own, since a busy browser may deliver an event much later.
   */
  isSeen(at: number): boolean
  /** The same for a pointer event; a page could have moved the menu under the pointer, so the pointer must have rested too. */
  isMeant(event: MouseEvent): boolean
  /** Starts the waiting time again, after the menu was moved or might have been hidden. */
  unsettle(): void
}

/**
 * Watches by IntersectionObserver v2 whether the menu can be seen: nothing over its frame, no opacity, filter or transform on its
 * ancestors. A page cannot forge that report. Returns null where the browser does not have it: then there is no inline menu.
 */
export function watchAlive(whole: Element): Alive | null {
  if (!('isVisible' in IntersectionObserverEntry.prototype)) return null
  let seenFrom: number | null = null
  let place = { x: NaN, y: NaN, from: Infinity }
  const readEntries = (entries: readonly IntersectionObserverEntry[]) => {
    for (const entry of entries) {
      const isVisible = Reflect.get(entry, 'isVisible') === true && entry.intersectionRatio > 0.99
      seenFrom = isVisible ? (seenFrom ?? performance.now()) : null
    }
  }
  const options = { threshold: [0, 0.5, 0.99, 1], trackVisibility: true, delay: 100 }
  const observer = new IntersectionObserver(readEntries, options)
  observer.observe(whole)
  const trackPointer = (event: MouseEvent) => {
    if (!event.isTrusted) return
    // The frame's position on the screen, computed from the pointer event, since the page controls the frame's position in the page.
    const [x, y] = [event.screenX - event.clientX, event.screenY - event.clientY]
    if (!(Math.abs(x - place.x) < 2 && Math.abs(y - place.y) < 2)) place = { x, y, from: event.timeStamp }
  }
  addEventListener('mousemove', trackPointer, { capture: true, passive: true })
  addEventListener('mouseout', (event) => {
    if (event.relatedTarget === null) place.from = Infinity
  })
  addEventListener('mouseover', (event) => {
    if (place.from === Infinity) place = { x: NaN, y: NaN, from: Infinity }
    trackPointer(event)
  })
  const isSeen = (at: number) => {
    readEntries(observer.takeRecords())
    return seenFrom !== null && at - seenFrom >= SEEN
  }
  return {
    isSeen,
    isMeant(event) {
      trackPointer(event)
      return event.isTrusted && isSeen(event.timeStamp) && event.timeStamp - place.from >= RESTED
    },
    unsettle() {
      if (seenFrom !== null) seenFrom = performance.now()
    },
  }
}
