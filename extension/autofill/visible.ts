/** What a person could type in now. Anything a page can hide from a person is never filled (P8). */

/** A field we may label: the three elements that hold a value. */
export type Field = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement

const TEXT_TYPES = new Set(['text', 'email', 'tel', 'password', 'number', 'url', 'search'])
const SMALLEST_PX = 8
const FAINTEST = 0.1

/** True for an element that holds typed text, or a choice from a list. */
export function isField(element: Element): element is Field {
  if (element instanceof HTMLInputElement) return TEXT_TYPES.has(element.type)
  return element instanceof HTMLSelectElement || element instanceof HTMLTextAreaElement
}

/** The element above, through shadow roots: of the top of a root, its host. */
export function above(element: Element): Element | null {
  if (element.parentElement !== null) return element.parentElement
  const root = element.getRootNode()
  return root instanceof ShadowRoot ? root.host : null
}

/** True when nothing is rendered for this element: `display: none`, `visibility: hidden`, a closed dialog, opacity 0. */
export function isRendered(element: Element): boolean {
  return element.checkVisibility({ opacityProperty: true, visibilityProperty: true, contentVisibilityAuto: true })
}

/** What the elements above a field make of what is in them: read once for all the fields that share them. */
interface Veil {
  opacity: number
  cut: boolean
  /** The boxes that hide what overflows them. */
  frames: DOMRect[]
}

/** What can be seen of a page's fields. Keeps what it read: made anew for each look at the page. */
export interface Sight {
  /** True when a person could see this field and type in it: not disabled, read-only, hidden, tiny, transparent, clipped or off the page. */
  isFillable(field: Field): boolean
  /** True for a field that hides what is typed, be it by its type or by the page's style. */
  hides(field: Field): boolean
}

/** A look at the page as it is now. */
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

/** Answers each question once, and then from memory. */
function once(ask: (field: Field) => boolean): (field: Field) => boolean {
  const known = new Map<Field, boolean>()
  return (field) => {
    const answer = known.get(field) ?? ask(field)
    known.set(field, answer)
    return answer
  }
}

/** True when a person could see this field at this moment and type in it. */
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

/** Transparent by the product of its ancestors' opacity, cut away by a clip, or in a box that hides what overflows. */
function veilOf(element: Element, veils: Map<Element, Veil>): Veil {
  const known = veils.get(element)
  if (known !== undefined) return known
  const parent = above(element)
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
