/**
 * The inline menu's three ends. The script at the field asks the worker for a ticket; hands it to the menu's frame, with one end of a
 * channel that the page cannot see; and the frame shows it to the worker on a port of its own, which lives as long as the menu. A
 * ticket is good once, for a frame directly inside a document of the tab and origin that asked: a page that frames the menu itself has none (P8).
 */
import * as z from 'zod/mini'
import { folderId, itemId } from '../../shared/protocol/primitives.ts'
import type { LoginRow } from './login-row.ts'

export const MENU_PORT = 'menu'

/** What the script at the field is told: that there is something to show, and how much, never what. */
export type MenuTicket = { ticket: string; rows: number }

const handed = z.strictObject({ ticket: z.string().check(z.maxLength(64)) })
/** What the frame is handed by the script at the field; null for anything else. */
export const ticketIn = (data: unknown): string | null => {
  const parsed = handed.safeParse(data)
  return parsed.success ? parsed.data.ticket : null
}

/** What the frame tells the worker. */
export const menuSays = z.discriminatedUnion('do', [
  /** `within`: the origin of the document that the frame stands in, as the browser tells it. */
  z.strictObject({
    do: z.literal('show'),
    ticket: z.string().check(z.maxLength(64)),
    within: z.string().check(z.maxLength(2_048)),
  }),
  z.strictObject({ do: z.literal('fill'), folder: folderId, item: itemId }),
  /** A new password, for the field that the menu stands at. */
  z.strictObject({ do: z.literal('generate') }),
  z.strictObject({ do: z.literal('popup') }),
])
export type MenuSays = z.infer<typeof menuSays>

/** What the worker tells the frame. `generates`: a new password is offered first; `sendsTo`: to whom the form would have sent it, where it failed for that. */
export type MenuHears =
  { is: 'rows'; rows: LoginRow[]; generates: boolean } | { is: 'filled' } | { is: 'failed'; sendsTo: string | null }

/**
 * What the script at the field tells the frame: an arrow that a person pressed; when they pressed Enter, ms since 1970; that the menu
 * was moved; that the field has the focus.
 */
export type FieldSays = 'ArrowUp' | 'ArrowDown' | number | 'moved' | 'focused'
/** What the frame tells the script at the field: whether the arrows have chosen a row; to take the focus back; to go away. */
export type MenuTells = boolean | 'focus' | 'close'
