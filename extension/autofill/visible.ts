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

/** True when a person could see this field and type in it: not disabled, read-only, hidden, tiny, transparent, clipped or off the page. */
export function isFillable(field: Field): boolean {
  if (field.matches(':disabled') || (!(field instanceof HTMLSelectElement) && field.readOnly)) return false
  if (field.getAttribute('aria-hidden') === 'true' || !isRendered(field)) return false
  const box = field.getBoundingClientRect()
  return box.width >= SMALLEST_PX && box.height >= SMALLEST_PX && isOnPage(field, box) && !isVeiled(field, box)
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

/** Transparent by the product of its ancestors' opacity, cut away by a clip, or left outside of a box that hides what overflows. */
function isVeiled(field: Field, box: DOMRect): boolean {
  let opacity = 1
  for (let at: Element | null = field; at !== null; at = above(at)) {
    const style = getComputedStyle(at)
    opacity *= Number(style.opacity)
    if (opacity < FAINTEST || isClipped(style)) return true
    if (at === field || at === field.ownerDocument.body || at === field.ownerDocument.documentElement) continue
    if (style.overflowX === 'visible' && style.overflowY === 'visible') continue
    const frame = at.getBoundingClientRect()
    if (frame.width < SMALLEST_PX || frame.height < SMALLEST_PX) return true
    const scrolls = /auto|scroll/.test(style.overflowX + style.overflowY)
    if (!scrolls && (box.right <= frame.left || box.left >= frame.right)) return true
  }
  return false
}

function isClipped(style: CSSStyleDeclaration): boolean {
  if (/^inset\((?:50|100)%/.test(style.clipPath) || /^circle\(0/.test(style.clipPath)) return true
  if (style.clip === 'auto' || style.position !== 'absolute') return false
  return /rect\((?:0(?:px)?|1px)[, ]+(?:0(?:px)?|1px)[, ]+(?:0(?:px)?|1px)/.test(style.clip)
}
