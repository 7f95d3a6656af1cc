import type * as z from 'zod/mini'

/** Extension pages by file name, and the one content script. Of that only its origin counts, which the browser reports. */
export type Sender = 'console' | 'popup' | 'unlock' | 'clipboard' | 'sign-in' | 'opener'

type Request<I, O> = { input: I; from: readonly Sender[]; readonly reply?: O }
/** Returns the definition of a request with input `I` and reply `O` that only these senders may send. */
export const defineRequest =
  <O>() =>
  <I extends z.ZodMiniType>(input: I, ...from: Sender[]): Request<I, O> => ({ input, from })
