/**
 * Messages of the window in which a person chooses a login for an HTTP authentication challenge. The window has a port of its own: when
 * either side closes it, the challenge is left to the browser. None of these messages contains the password.
 */
import * as z from 'zod/mini'
import { folderId, itemId } from '../../shared/protocol/primitives.ts'
import type { LoginRow } from './login-row.ts'

export const SIGN_IN_PORT = 'sign-in'

/** Messages from the window to the worker. */
export const signInToWorker = z.discriminatedUnion('do', [
  /** The person's gesture: answer with this login (P8). */
  z.strictObject({ do: z.literal('pick'), folder: folderId, item: itemId }),
  /** Sent regularly, so that the browser keeps the worker alive as long as the window. */
  z.strictObject({ do: z.literal('stay') }),
])
export type SignInToWorker = z.infer<typeof signInToWorker>

/** The challenge and the matching logins. `realm` is the site's own text, shortened; empty where it sent none. */
export type SignInRequest = {
  origin: string
  realm: string
  /** Whether the answer can be read on the network. */
  plain: boolean
  /** The login that the site has just refused. */
  refused: Pick<LoginRow, 'item' | 'name'> | null
  rows: LoginRow[]
  /** The tab and frame of the challenge: the window closes when they do. */
  tab: number
  frame: number
}

/** Messages from the worker to the window: the challenge, again at each change, or the code of why the chosen login was not used. */
export type WorkerToSignIn = { is: 'asked'; asked: SignInRequest } | { is: 'failed'; code: string }
