import type { LockReason } from '../../messages/views.ts'
import { callBy } from '../desk/call-as.ts'
import type { Desk } from '../desk/desk.ts'
import { readSession } from '../desk/session.ts'
import type { Session } from '../desk/session.ts'
import { removeAtLock } from '../desk/session-store.ts'
import { forgetShift } from './shift.ts'

/** These the server hears of from the desk alone. */
const endedHere: readonly LockReason[] = ['button', 'idle', 'too-long', 'unheard']

/** P10: drops what lies here until the lock, the session's key too; the server is told that a session is over, and not waited for. */
export async function endSession(desk: Desk, session: Session | null, why: LockReason): Promise<void> {
  const key = session === null ? null : await desk.sessionKey.get().catch(() => null)
  await removeAtLock(desk)
  await desk.sessionKey.remove()
  if (why === 'removed' || why === 'revoked') await forgetShift(desk)
  if (session !== null && key !== null && endedHere.includes(why))
    void callBy(desk, session, key, 'endSession', null).catch(() => null)
}

/** The session that a worker before this one left; null for none, `key-gone` where its key is no more. */
export async function recallSession(desk: Desk): Promise<Session | 'key-gone' | null> {
  const [session, key] = await Promise.all([readSession(desk), desk.sessionKey.get()])
  if (session !== null && key === null) return 'key-gone'
  // The browser ended while unlocked (P10).
  if (session === null && key !== null) await desk.sessionKey.remove()
  return session
}
