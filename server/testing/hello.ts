import { proofHeader } from '../../shared/protocol/dpop.ts'
import { socketPath } from '../../shared/protocol/endpoints.ts'
import type { Desk } from './desk.ts'

/** What a desk says first on a socket: its token, and the proof that it may be used there. */
export async function hello(desk: Desk, token: string): Promise<string> {
  await desk.nonce()
  const { [proofHeader]: proof } = await desk.signed(token, 'GET', socketPath)
  return JSON.stringify({ kind: 'token', token, proof })
}
