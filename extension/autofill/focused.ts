/** The input that has the focus in this frame, through open and closed shadow roots; null where it is elsewhere. */
export function focusedInput(): HTMLInputElement | null {
  let at = document.activeElement
  let inner: Element | null | undefined = at
  while (inner) {
    at = inner
    inner = at instanceof HTMLElement ? chrome.dom.openOrClosedShadowRoot(at)?.activeElement : null
  }
  return at instanceof HTMLInputElement ? at : null
}
