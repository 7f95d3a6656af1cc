import { anyRoot } from './look-here.ts'
import { parentOf, type Field } from './visible.ts'

/** The points of a field that are tested, as fractions of its width and height. */
const SPOTS = [
  [0.5, 0.5],
  [0.15, 0.5],
  [0.85, 0.5],
  [0.3, 0.25],
  [0.7, 0.75],
] as const
/** Elements with a lower opacity show what lies below, such as the backdrop of a dialog. */
const OPAQUE = 0.9
const PICTURES = 'img, video, canvas, iframe, embed, object'

/**
 * Returns true where something opaque lies over all tested points of a field, so that a person sees nothing of it (P8). Scrolls the field
 * into view if it is outside; a field that stays outside counts as covered. Its own label, our menu and what has
 * `pointer-events: none` may lie over it.
 */
export function isCovered(field: Field): boolean {
  const isSeen = () => spotsInView(field).some(([x, y]) => !isCoveredAt(field, x, y))
  if (isSeen()) return false
  field.scrollIntoView({ block: 'center', behavior: 'instant' })
  return !isSeen()
}

function spotsInView(field: Field): [number, number][] {
  const { left, top, width, height } = field.getBoundingClientRect()
  return SPOTS.map(([across, down]): [number, number] => [left + across * width, top + down * height]).filter(
    ([x, y]) => x >= 0 && y >= 0 && x < innerWidth && y < innerHeight,
  )
}

/** `elementsFromPoint` of a root lists that root's elements only, so it is asked of each root from the field outwards. */
function isCoveredAt(field: Field, x: number, y: number): boolean {
  let inner: Element = field
  for (;;) {
    const root = inner.getRootNode()
    if (!(root instanceof Document || root instanceof ShadowRoot)) return true
    const stack = root.elementsFromPoint(x, y)
    const at = stack.findIndex((element) => element === inner || inner.contains(element))
    // Not in the list: clipped here, unless it has `pointer-events: none`, which hides it from `elementsFromPoint`.
    if (at < 0) return getComputedStyle(field).pointerEvents !== 'none'
    const over = stack.slice(0, at).filter((element) => !isOnLabel(element, field) && !isOurMenu(element))
    if (over.some((element) => isOpaqueAt(element, x, y))) return true
    if (root instanceof Document) return false
    inner = root.host
  }
}

const isOurMenu = (element: Element): boolean => globalThis.cloisonMenu?.isAt(element) ?? false
const isOnLabel = (element: Element, field: Field): boolean => element.closest('label')?.control === field

/** Returns true when the element, or anything in its shadow root at this point, is opaque. */
function isOpaqueAt(element: Element, x: number, y: number): boolean {
  if (isOpaque(element)) return true
  const root = anyRoot(element)
  return root?.elementsFromPoint(x, y).some((inner) => root.contains(inner) && isOpaqueAt(inner, x, y)) ?? false
}

function isOpaque(element: Element): boolean {
  if (opacityOf(element) < OPAQUE) return false
  if (element.matches(PICTURES)) return true
  return [null, '::before', '::after'].some((part) => {
    const { backgroundColor, backgroundImage, content } = getComputedStyle(element, part)
    const isDrawn = part === null || !/^(?:none|normal)$/.test(content)
    return isDrawn && (backgroundImage !== 'none' || alphaOf(backgroundColor) >= OPAQUE)
  })
}

function opacityOf(element: Element): number {
  let product = 1
  for (let at: Element | null = element; at !== null; at = parentOf(at)) product *= Number(getComputedStyle(at).opacity)
  return product
}

/** Returns the alpha of a computed colour, which is `rgb(r, g, b)`, `rgba(r, g, b, a)` or `name(… / a)`. */
const alphaOf = (color: string): number => Number(/(?:^rgba\(.*,|\/)\s*([\d.]+)\)$/.exec(color)?.[1] ?? 1)
