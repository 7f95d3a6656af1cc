import { anyRoot } from './look-here.ts'
import { above, type Field } from './visible.ts'

/** Where on a field it is looked whether something lies over it, in parts of its width and height. */
const SPOTS = [
  [0.5, 0.5],
  [0.15, 0.5],
  [0.85, 0.5],
  [0.3, 0.25],
  [0.7, 0.75],
] as const
/** Less than that lets through what lies below: the veil behind a dialog, a tinted pane. */
const OPAQUE = 0.9
const PICTURES = 'img, video, canvas, iframe, embed, object'

/**
 * True where a person sees nothing of this field, since something opaque lies over all of it (P8). Brings it into view if it is out of it; a
 * field that cannot be brought there counts as covered. Its own label may lie over it, and what lets the pointer through.
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

/** Each root of the page tells of its own elements only: asked from the field's outwards. */
function isCoveredAt(field: Field, x: number, y: number): boolean {
  let inner: Element = field
  for (;;) {
    const root = inner.getRootNode()
    if (!(root instanceof Document || root instanceof ShadowRoot)) return true
    const stack = root.elementsFromPoint(x, y)
    const at = stack.findIndex((element) => element === inner || inner.contains(element))
    // Not there: cut away at this spot, unless it is blind to the pointer and so to this question.
    if (at < 0) return getComputedStyle(field).pointerEvents !== 'none'
    const over = stack.slice(0, at).filter((element) => !isOnLabel(element, field) && !isOurMenu(element))
    if (over.some((element) => isOpaqueAt(element, x, y))) return true
    if (root instanceof Document) return false
    inner = root.host
  }
}

const isOurMenu = (element: Element): boolean => globalThis.cloisonMenu?.isAt(element) ?? false
const isOnLabel = (element: Element, field: Field): boolean => element.closest('label')?.control === field

/** An element, or anything in a shadow root of its own at that spot. */
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
  for (let at: Element | null = element; at !== null; at = above(at)) product *= Number(getComputedStyle(at).opacity)
  return product
}

/** Colours are computed to `rgb(r, g, b)`, `rgba(r, g, b, a)` or `name(… / a)`. */
const alphaOf = (color: string): number => Number(/(?:^rgba\(.*,|\/)\s*([\d.]+)\)$/.exec(color)?.[1] ?? 1)
