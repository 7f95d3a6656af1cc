import { detect, type Detected } from './detect.ts'

/** What the engine sees in this frame now. */
export function detectHere(): Detected {
  return detect({ document, rootOf: anyRoot })
}

/** Closed shadow roots too, where the browser opens them to extensions. */
function anyRoot(element: Element): ShadowRoot | null {
  if (!(element instanceof HTMLElement) || typeof chrome === 'undefined' || !('dom' in chrome))
    return element.shadowRoot
  return chrome.dom.openOrClosedShadowRoot(element) ?? null
}
