import type { Kind, Role } from './verdict.ts'
import { detect, type Detected } from './detect.ts'
import type { FillValues } from './deeds.ts'
import { fillFields, likeliest, type FillResult } from './fill.ts'

/** What the injected script offers the worker, in the isolated world of one frame. The page itself cannot reach it. */
export interface PageDoor {
  fillPage: typeof fillPage
  describePage: typeof describePage
  isLoginField: typeof isLoginField
}

export interface PageFillResult extends FillResult {
  /** True when the frame's origin was not the expected one: nothing was read or filled. */
  refused: boolean
}

declare global {
  var cloisonFill: PageDoor | undefined
}

/** Makes the two functions reachable for `scripting.executeScript` in this frame's isolated world. */
export function install(): void {
  globalThis.cloisonFill = { fillPage, describePage, isLoginField }
}

/** Fills this frame's login form, and only if the frame has this origin at this moment (P8; 'null' is the origin of a sandboxed frame). */
export async function fillPage({
  values,
  expectedOrigin,
}: {
  values: FillValues
  expectedOrigin: string
}): Promise<PageFillResult> {
  if (globalThis.origin !== expectedOrigin || expectedOrigin === 'null') {
    return { filled: [], missing: [], kind: 'none', refused: true }
  }
  return { ...(await fillFields(detectHere, values)), refused: false }
}

/** What a login would find in this frame: the kind of form, and the roles it has fields for. */
export function describePage(): { kind: Kind; roles: Role[] } {
  const form = likeliest(detectHere(), true)
  return form === null ? { kind: 'none', roles: [] } : { kind: form.kind, roles: form.fields.map(({ role }) => role) }
}

/** Whether this field, which has the focus, is one that a login would be put into, or stands in a form for one. */
export function isLoginField(element: Element): boolean {
  return likeliest(detectHere(), true)?.fields.some((field) => field.element === element) ?? false
}

function detectHere(): Detected {
  return detect({ document, rootOf: anyRoot })
}

/** Closed shadow roots too, where the browser opens them to extensions. */
function anyRoot(element: Element): ShadowRoot | null {
  if (!(element instanceof HTMLElement) || typeof chrome === 'undefined' || !('dom' in chrome))
    return element.shadowRoot
  return chrome.dom.openOrClosedShadowRoot(element) ?? null
}
