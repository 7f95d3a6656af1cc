/**
 * The messages between the three parts of the inline menu. The content script at the field asks the worker for a ticket, and passes it to
 * the menu's frame, with one end of a message channel that the page cannot see. The frame shows the ticket to the worker on a port of its
 * own, which lives as long as the menu. A ticket is valid once, for a frame directly inside a document of the tab and origin that asked:
 * a page that embeds the menu itself has none (P8).
 */
import * as z from 'zod/mini'
import { folderId, itemId } from '../../shared/protocol/primitives.ts'
import type { LoginRow } from './login-row.ts'

export const MENU_PORT = 'menu'

/** What the content script gets: the ticket and the number of rows, never their content. */
export type MenuTicket = { ticket: string; rows: number }

const ticketMessage = z.strictObject({ ticket: z.string().check(z.maxLength(64)) })
/** Returns the ticket in a message from the content script to the frame, null for anything else. */
export const ticketIn = (data: unknown): string | null => {
  const parsed = ticketMessage.safeParse(data)
  return parsed.success ? parsed.data.ticket : null
}

/** Messages from the menu's frame to the worker. */
export const menuToWorker = z.discriminatedUnion('do', [
  /** `within`: the origin of the document around the frame, by the browser's account. */
  z.strictObject({
    do: z.literal('show'),
    ticket: z.string().check(z.maxLength(64)),
    within: z.string().check(z.maxLength(2_048)),
  }),
  z.strictObject({ do: z.literal('fill'), folder: folderId, item: itemId }),
  /** Generates a new password for the field that the menu belongs to. */
  z.strictObject({ do: z.literal('generate') }),
  z.strictObject({ do: z.literal('popup') }),
])
export type MenuToWorker = z.infer<typeof menuToWorker>

/**
 * Messages from the worker to the menu's frame. `generates`: a new password is offered first. `sendsTo`: the address that the form would
 * have submitted to, where the fill failed because of it.
 */
export type WorkerToMenu =
  { is: 'rows'; rows: LoginRow[]; generates: boolean } | { is: 'filled' } | { is: 'failed'; sendsTo: string | null }

/**
 * Messages from the content script to the menu's frame: an arrow key was pressed; Enter was pressed, as its time in ms since 1970; the
 * menu was moved; the field has the focus.
 */
export type FieldToMenu = 'ArrowUp' | 'ArrowDown' | number | 'moved' | 'focused'
/** Messages from the menu's frame to the content script: whether a row is selected; take the focus back; remove the menu. */
export type MenuToField = boolean | 'focus' | 'close'
