import { signal } from '@preact/signals'
import { browser } from '../browser.ts'
import { MENU_PORT, ticketIn } from '../messages/menu.ts'
import type { FieldToMenu, WorkerToMenu, MenuToWorker, MenuToField } from '../messages/menu.ts'
import type { LoginRow } from '../messages/views.ts'

/** What the menu shows. `generates`: a generated password is offered before the logins. */
export type MenuState =
  { is: 'open' | 'filling'; rows: LoginRow[]; generates: boolean } | { is: 'failed'; sendsTo: string | null }

/** What the menu shows now; null until the worker has accepted its ticket, and again after the menu has ended. */
export const menuState = signal<MenuState | null>(null)

/** Sends messages: `say` to the worker, `tell` to the content script at the field. */
export type Link = { say(what: MenuToWorker): void; tell(what: MenuToField): void }

/**
 * Waits for the first message with a ticket, from the content script that created this frame. A page that sends a message has no valid
 * ticket and gets nothing. `joined` is called with the link and returns the function that handles the field's later messages.
 */
export function awaitTicket(joined: (link: Link) => (said: FieldToMenu) => void): void {
  const onTicket = (event: MessageEvent<unknown>) => {
    const ticket = ticketIn(event.data)
    const [channel] = event.ports
    if (event.source !== window.parent || ticket === null || channel === undefined) return
    removeEventListener('message', onTicket)
    const link = join(ticket, channel)
    const onMessage = joined(link)
    channel.onmessage = ({ data }: MessageEvent<FieldToMenu>) => onMessage(data)
  }
  addEventListener('message', onTicket)
}

function join(ticket: string, channel: MessagePort): Link {
  const port = browser.runtime.connect({ name: MENU_PORT })
  const say = (what: MenuToWorker) => port.postMessage(what)
  const tell = (what: MenuToField) => channel.postMessage(what)
  port.onMessage.addListener((heard: WorkerToMenu) => {
    switch (heard.is) {
      case 'rows':
        menuState.value = { is: 'open', rows: heard.rows, generates: heard.generates }
        break
      case 'filled':
        tell('close')
        break
      case 'failed':
        if (menuState.value !== null) menuState.value = heard
    }
  })
  // P10: after a lock, or when the worker has ended, nothing stays on the screen.
  port.onDisconnect.addListener(() => {
    menuState.value = null
    tell('close')
  })
  say({ do: 'show', ticket, within: location.ancestorOrigins[0] ?? '' })
  return { say, tell }
}
