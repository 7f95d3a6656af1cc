import { signal } from '@preact/signals'
import { browser } from '../browser.ts'
import { MENU_PORT, ticketIn } from '../messages/menu.ts'
import type { FieldSays, MenuHears, MenuSays, MenuTells } from '../messages/menu.ts'
import type { LoginRow } from '../messages/views.ts'

/** `generates`: a new password is offered before the logins. */
export type Shown =
  { is: 'open' | 'filling'; rows: LoginRow[]; generates: boolean } | { is: 'failed'; sendsTo: string | null }

/** What the menu shows; null until the worker has taken its ticket, and again once it is over. */
export const shown = signal<Shown | null>(null)

/** To the worker, and to the script at the field. */
export type Link = { say(what: MenuSays): void; tell(what: MenuTells): void }

/**
 * Waits for the script at the field, which is the first to speak to a frame that it has made; whoever else speaks has no ticket, and
 * gets nothing. `joined` gives the function that hears what the field says from then on.
 */
export function awaitTicket(joined: (link: Link) => (said: FieldSays) => void): void {
  const once = (event: MessageEvent<unknown>) => {
    const ticket = ticketIn(event.data)
    const [channel] = event.ports
    if (event.source !== window.parent || ticket === null || channel === undefined) return
    removeEventListener('message', once)
    const link = join(ticket, channel)
    const hear = joined(link)
    channel.onmessage = ({ data }: MessageEvent<FieldSays>) => hear(data)
  }
  addEventListener('message', once)
}

function join(ticket: string, channel: MessagePort): Link {
  const port = browser.runtime.connect({ name: MENU_PORT })
  const say = (what: MenuSays) => port.postMessage(what)
  const tell = (what: MenuTells) => channel.postMessage(what)
  port.onMessage.addListener((heard: MenuHears) => {
    switch (heard.is) {
      case 'rows':
        shown.value = { is: 'open', rows: heard.rows, generates: heard.generates }
        break
      case 'filled':
        tell('close')
        break
      case 'failed':
        if (shown.value !== null) shown.value = heard
    }
  })
  // P10: locked, or the worker is gone: nothing stays on the screen.
  port.onDisconnect.addListener(() => {
    shown.value = null
    tell('close')
  })
  say({ do: 'show', ticket, within: location.ancestorOrigins[0] ?? '' })
  return { say, tell }
}
