/** Decides which fields a person can see and type in now. No other field is ever filled (P8). */

/** An element with a value: input, select or textarea. */
export type Field = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement

const TEXT_TYPES = new Set(['text', 'email', 'tel', 'password', 'number', 'url', 'search'])
const SMALLEST_PX = 8
const FAINTEST = 0.1

/** Returns true for an element that takes typed text or a choice from a list. */
export function isField(element: Element): element is Field {
  if (element instanceof HTMLInputElement) return TEXT_TYPES.has(element.type)
  return element instanceof HTMLSelectElement || element instanceof HTMLTextAreaElement
}

/** Returns the parent element; at the top of a shadow root its host; null at the top of the document. */
export function parentOf(element: Element): Element | null {
  if (element.parentElement !== null) return element.parentElement
  const root = element.getRootNode()
  return root instanceof ShadowRoot ? root.host : null
}

/** Returns true when the element is rendered: no `display: none`, `visibility: hidden`, closed dialog or opacity 0. */
export function isRendered(element: Element): boolean {
  return element.checkVisibility({ opacityProperty: true, visibilityProperty: true, contentVisibilityAuto: true })
}

/** How the ancestors of a field hide their content. Computed once for all fields that share them. */
interface Veil {
  opacity: number
  cut: boolean
  /** The boxes of ancestors that hide what overflows them. */
  frames: DOMRect[]
}

/** Answers what a person can see of a page's fields. It remembers its answers, so each detection needs a new one. */
export interface Sight {
  /** True when a person could see this field and type in it: not disabled, read-only, hidden, tiny, transparent, clipped or outside. */
  isFillable(field: Field): boolean
  /** True for a field that hides what is typed, by its type or by CSS. */
  hides(field: Field): boolean
}

/** Returns a `Sight` of the page as it is now. */
export function newSight(): Sight {
  const veils = new Map<Element, Veil>()
  return {
    isFillable: once((field) => isOpen(field) && isShown(field, veils)),
    hides: once(
      (field) =>
        field.type === 'password' ||
        ((field.type === 'text' || field.type === 'tel') &&
          getComputedStyle(field).getPropertyValue('-webkit-text-security') !== 'none'),
    ),
  }
}

/** Returns a function that asks once for each field and then answers from memory. */
function once(ask: (field: Field) => boolean): (field: Field) => boolean {
  const known = new Map<Field, boolean>()
  return (field) => {
    const answer = known.get(field) ?? ask(field)
    known.set(field, answer)
    return answer
  }
}

/** Returns true when a person could see this field now and type in it. */
export const isFillable = (field: Field): boolean => newSight().isFillable(field)

function isOpen(field: Field): boolean {
  if (field.matches(':disabled') || (!(field instanceof HTMLSelectElement) && field.readOnly)) return false
  return field.getAttribute('aria-hidden') !== 'true' && isRendered(field)
}

function isShown(field: Field, veils: Map<Element, Veil>): boolean {
  const box = field.getBoundingClientRect()
  if (box.width < SMALLEST_PX || box.height < SMALLEST_PX || !isOnPage(field, box)) return false
  const { opacity, cut, frames } = veilOf(field, veils)
  return !cut && opacity >= FAINTEST && !frames.some((frame) => box.right <= frame.left || box.left >= frame.right)
}

function isOnPage(field: Field, box: DOMRect): boolean {
  const view = field.ownerDocument.defaultView
  const page = field.ownerDocument.documentElement
  if (view === null) return false
  const left = box.left + view.scrollX
  const top = box.top + view.scrollY
  return (
    left + box.width > 0 &&
    top + box.height > 0 &&
    left < Math.max(page.scrollWidth, view.innerWidth) &&
    top < Math.max(page.scrollHeight, view.innerHeight)
  )
}

/** Computes the product of all opacities, whether a clip cuts the element away, and the boxes that hide what overflows them. */
function veilOf(element: Element, veils: Map<Element, Veil>): Veil {
  const known = veils.get(element)
  if (known !== undefined) return known
  const parent = parentOf(element)
  const over = parent === null ? { opacity: 1, cut: false, frames: [] } : veilOf(parent, veils)
  const style = getComputedStyle(element)
  const veil = {
    opacity: over.opacity * Number(style.opacity),
    cut: over.cut || isClipped(style),
    frames: over.frames,
  }
  const { body, documentElement } = element.ownerDocument
  const hides = style.overflowX !== 'visible' || style.overflowY !== 'visible'
  if (hides && element !== body && element !== documentElement && !isField(element)) {
    const frame = element.getBoundingClientRect()
    if (frame.width < SMALLEST_PX || frame.height < SMALLEST_PX) veil.cut = true
    if (!/auto|scroll/.test(style.overflowX + style.overflowY)) veil.frames = [...veil.frames, frame]
  }
  veils.set(element, veil)
  return veil
}

function isClipped(style: CSSStyleDeclaration): boolean {
  if (/^inset\((?:50|100)%/.test(style.clipPath) || /^circle\(0/.test(style.clipPath)) return true
  if (style.clip === 'auto' || style.position !== 'absolute') return false
  return /rect\((?:[01](?:px)?[, ]+){3}/.test(style.clip)
}
