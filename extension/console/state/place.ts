import { effect } from '@preact/signals'
import { ask } from '../../messages/ask.ts'
import { resume, route, stepBefore, trailHere } from '../../ui/router.ts'
import { branches } from './branches.ts'
import { screenOf, upFrom } from './screens.ts'
import { folderAt, unlocked } from './world.ts'

const AFTER = 400
/** As many as the worker takes. */
const MOST_STEPS = 300
const MOST_BRANCHES = 5_000

/**
 * Where a reload leads back to. Not into a form: what was typed is gone with the page. Nor to a login of a witnessed folder, whose reading
 * would be recorded again.
 */
function backTo(path: string): string {
  const screen = screenOf(path)
  const isRecorded = screen.at === 'item' && folderAt(screen.folder)?.witnessed === true
  if (screen.at === 'edit' || screen.at === 'new') return backTo(upFrom(screen) ?? '/')
  return isRecorded ? (upFrom(screen) ?? '/') : path
}

/** After a reload: goes on at the place, and with the branches open, that the worker kept until the lock. */
export async function resumePlace(): Promise<void> {
  if (stepBefore === null) return
  const kept = await ask('place.read', null).catch(() => null)
  if (kept === null) return
  if (kept.open.length > 0) branches.value ??= new Set(kept.open)
  resume(kept.trail, stepBefore)
}

function keep(): void {
  if (unlocked.peek() === null) return
  const trail = trailHere().slice(0, MOST_STEPS).map(backTo)
  const open = [...(branches.peek() ?? [])].slice(0, MOST_BRANCHES)
  ask('place.keep', { trail, open }).catch(() => undefined)
}

/** Hands the worker the place after each change, for the life of the page. Another person who unlocks here begins at the start. */
export function followPlace(): void {
  let member: string | null = null
  let later: ReturnType<typeof setTimeout> | undefined
  effect(() => {
    const now = unlocked.value?.me.member ?? null
    clearTimeout(later)
    if (now === null) return
    if (member !== null && member !== now) branches.value = null
    member = now
    // The next place is another: what is kept is read once the person stays.
    void [branches.value, route.value]
    later = setTimeout(keep, AFTER)
  })
  // Who reloads sooner than that comes back to the same place too.
  addEventListener('pagehide', keep)
}
