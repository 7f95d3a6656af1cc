import { detect, type Detected } from './detect.ts'

/** Returns what the detector finds in this frame now. */
export function detectInFrame(): Detected {
  return detect({ document, rootOf: anyRoot })
}

/** Returns an element's shadow root, or null; a closed one too, where the browser opens it to extensions. */
export function anyRoot(element: Element): ShadowRoot | null {
  if (!(element instanceof HTMLElement) || typeof chrome === 'undefined' || !('dom' in chrome))
    return element.shadowRoot
  return chrome.dom.openOrClosedShadowRoot(element) ?? null
}
