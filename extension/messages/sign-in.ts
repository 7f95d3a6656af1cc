/**
 * The window in which a person chooses a login for a site that asks by HTTP itself. It has a port of its own, which lives as long as the
 * window: closed by either side, the question goes back to the browser. The password is in none of these messages.
 */
import * as z from 'zod/mini'
import { folderId, itemId } from '../../shared/protocol/primitives.ts'
import type { LoginRow } from './login-row.ts'

export const SIGN_IN_PORT = 'sign-in'

/** What the window tells the worker. */
export const signInSays = z.discriminatedUnion('do', [
  /** The gesture (P8). */
  z.strictObject({ do: z.literal('pick'), folder: folderId, item: itemId }),
  /** Every now and then, so that the worker lives as long as the window. */
  z.strictObject({ do: z.literal('stay') }),
])
export type SignInSays = z.infer<typeof signInSays>

/** Who asks, and the logins that fit. `realm` is the site's own text, cut; empty for none. */
export type SignInAsked = {
  origin: string
  realm: string
  /** What is sent can be read on the way. */
  plain: boolean
  /** The login that the site has just refused. */
  refused: Pick<LoginRow, 'item' | 'name'> | null
  rows: LoginRow[]
  /** Where it was asked: the window goes when this does. */
  tab: number
  frame: number
}

/** What the worker tells the window: what it is about, again at each change; or the code of why a pick came to nothing. */
export type SignInHears = { is: 'asked'; asked: SignInAsked } | { is: 'failed'; code: string }
