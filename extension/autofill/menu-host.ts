import type { FieldToMenu, MenuToField, MenuTicket } from '../messages/menu.ts'
import { focusedInput } from './focused.ts'
import { parentOf } from './visible.ts'

const ROW = 48
/** Below the rows: what opens the popup, or our mark alone. */
const FOOT = 36
const MARK = 26
const AT_ONCE = 6
const PADDING = 8

export type OpenMenu = {
  say(what: FieldToMenu): void
  /** True when a row was selected with the arrow keys. */
  hasChosen(): boolean
  close(): void
  host: Element
}

type MenuBox = { left: number; top: number; width: number; height: number }

/** CSS for the host, the one element of the menu that the page can reach. `!important` rules inside a shadow root win over the page's. */
const look = ({ left, top, width, height }: MenuBox) => `
:host{all:initial!important;display:block!important;position:fixed!important;inset:auto!important;left:${left}px!important;
top:${top}px!important;width:${width}px!important;height:${height}px!important;
box-shadow:0 1px 2px rgb(28 35 33/8%),0 10px 32px rgb(28 35 33/16%)!important}
iframe{all:initial;display:block;width:100%;height:100%}`

/**
 * Shows our menu page in an iframe at the field: in a closed shadow root, above everything of the page. While the menu is open, each
 * animation frame checks it. If the field moves, the menu follows, and clicks count only once it has been visible again for a while. If the
 * page changes the host or its ancestors, the menu accepts no clicks or closes.
 */
export function openMenu(field: HTMLInputElement, { ticket, rows }: MenuTicket, closed: () => void): OpenMenu {
  const host = document.createElement('div')
  const root = host.attachShadow({ mode: 'closed' })
  const sheet = new CSSStyleSheet()
  root.adoptedStyleSheets = [sheet]
  const frame = document.createElement('iframe')
  frame.src = chrome.runtime.getURL('/menu.html')
  root.append(frame)
  const { port1: channel, port2: other } = new MessageChannel()
  const parent = modalAround(field) ?? document.documentElement
  let place: MenuBox | null = null
  let isOpen = true
  let isChosen = false
  let wasPicked = false

  const say = (what: FieldToMenu): void => {
    // The down arrow always selects a row; Enter may follow before the menu confirms that.
    if (what === 'ArrowDown') isChosen = true
    channel.postMessage(what)
  }
  const close = (): void => {
    if (!isOpen) return
    isOpen = false
    channel.close()
    host.remove()
    closed()
  }
  const check = (): void => {
    if (!isOpen) return
    const focus = focusedInput()
    const isOurs = focus === field || (focus === null && document.activeElement === host)
    // The only attribute is our `popover`: a style or class of the page would have no effect, but is a sign of an attack.
    const isPlain = host.attributes.length === 1 && host.matches(':popover-open')
    const isWhole = host.parentNode === parent && isPlain && field.isConnected
    if ((!isOurs && !wasPicked) || !isWhole) return close()
    const wanted = placeAt(field, rows)
    if (place === null || !isSame(place, wanted)) {
      place = wanted
      sheet.replaceSync(look(place))
      say('moved')
    } else if (
      !isSame(host.getBoundingClientRect(), place) ||
      [host, document.body, document.documentElement].some(isBent)
    )
      say('moved')
    requestAnimationFrame(check)
  }
  channel.onmessage = ({ data }: MessageEvent<MenuToField>) => {
    if (data === 'close') close()
    if (typeof data === 'boolean') isChosen = data
    if (data !== 'focus') return
    wasPicked = true
    field.focus({ preventScroll: true })
    say('focused')
  }
  // The iframe's address cannot be guessed by a page; the message is delivered to our own origin only.
  const ours = `chrome-extension://${chrome.runtime.id}`
  const sendTicket = (): void => frame.contentWindow?.postMessage({ ticket }, ours, [other])
  frame.addEventListener('load', sendTicket, { once: true })
  place = placeAt(field, rows)
  sheet.replaceSync(look(place))
  host.popover = 'manual'
  parent.append(host)
  host.showPopover()
  requestAnimationFrame(check)
  return { say, hasChosen: () => isChosen, close, host }
}

/** Returns the modal dialog around a field, or null. All outside of it is inert, so the menu is put into it. */
function modalAround(field: Element): Element | null {
  for (let at: Element | null = field; at !== null; at = parentOf(at)) if (at.matches('dialog:modal')) return at
  return null
}

/** Returns the place of the menu: below the field, or above where there is more room. The rows scroll if the room is too small. */
function placeAt(field: Element, rows: number): MenuBox {
  const box = field.getBoundingClientRect()
  const wanted = Math.min(rows, AT_ONCE) * ROW + PADDING + (rows > AT_ONCE ? FOOT : MARK)
  const [below, over] = [innerHeight - box.bottom - 4, box.top - 4]
  const isBelow = below >= Math.min(wanted, over)
  const height = Math.max(ROW + PADDING + MARK, Math.min(wanted, isBelow ? below : over))
  const width = Math.min(Math.max(box.width, 260), 420, innerWidth)
  const top = isBelow ? box.bottom + 4 : over - height
  const left = Math.max(0, Math.min(box.left, document.documentElement.clientWidth - width))
  return { left: Math.round(left), top: Math.round(top), width: Math.round(width), height }
}

const isSame = (a: MenuBox, b: MenuBox): boolean =>
  (['left', 'top', 'width', 'height'] as const).every((side) => Math.abs(a[side] - b[side]) < 1)

/** Returns true if an element is transparent, filtered, clipped, transformed or ignores the pointer: the browser's report misses some. */
function isBent(element: Element): boolean {
  const { opacity, filter, transform, clipPath, maskImage, mixBlendMode, pointerEvents, visibility } =
    getComputedStyle(element)
  const plain = [filter, transform, clipPath, maskImage].every((value) => value === 'none')
  return !(
    plain &&
    opacity === '1' &&
    mixBlendMode === 'normal' &&
    pointerEvents !== 'none' &&
    visibility === 'visible'
  )
}
