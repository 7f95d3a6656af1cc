/** Returns the input with the focus in this frame, in open and closed shadow roots too; null where another element has it. */
export function focusedInput(): HTMLInputElement | null {
  let at = document.activeElement
  let inner: Element | null | undefined = at
  while (inner) {
    at = inner
    inner = at instanceof HTMLElement ? chrome.dom.openOrClosedShadowRoot(at)?.activeElement : null
  }
  return at instanceof HTMLInputElement ? at : null
}
