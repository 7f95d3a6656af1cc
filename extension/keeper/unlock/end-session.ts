import type { LockReason } from '../../messages/views.ts'
import { callBy } from '../desk/call-as.ts'
import type { Desk } from '../desk/desk.ts'
import { readSession } from '../desk/session.ts'
import type { Session } from '../desk/session.ts'
import { removeAtLock } from '../desk/session-store.ts'
import { forgetShift } from './shift.ts'

/** Reasons to lock that only this device knows. For any other reason the server has ended the session itself. */
const endedHere: readonly LockReason[] = ['button', 'idle', 'too-long', 'unheard']

/**
 * P10: removes all that this device keeps until the lock, the session's key included. Tells the server that the session is
 * over where it cannot know, without waiting for the answer: locking must work offline.
 */
export async function endSession(desk: Desk, session: Session | null, why: LockReason): Promise<void> {
  const key = session === null ? null : await desk.sessionKey.get().catch(() => null)
  await removeAtLock(desk)
  await desk.sessionKey.remove()
  if (why === 'removed' || why === 'revoked') await forgetShift(desk)
  if (session !== null && key !== null && endedHere.includes(why))
    void callBy(desk, session, key, 'endSession', null).catch(() => null)
}

/**
 * Returns the session that an earlier worker of this browser left, null where there is none, or `key-gone` where the session is
 * there but its key is not: then nothing can be asked of the server without another unlock.
 */
export async function restoreSession(desk: Desk): Promise<Session | 'key-gone' | null> {
  const [session, key] = await Promise.all([readSession(desk), desk.sessionKey.get()])
  if (session !== null && key === null) return 'key-gone'
  // The browser was closed while unlocked: the session was in memory, its key on disk. Remove the key too (P10).
  if (session === null && key !== null) await desk.sessionKey.remove()
  return session
}
