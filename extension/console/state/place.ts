import { effect } from '@preact/signals'
import { ask } from '../../messages/ask.ts'
import { resume, route, stepBefore, trailHere } from '../../ui/router.ts'
import { branches } from './branches.ts'
import { pathTo, screenOf, upFrom } from './screens.ts'
import { unlocked } from './world.ts'

const AFTER = 400
/** As many as the worker takes. */
const MOST_STEPS = 300
const MOST_BRANCHES = 5_000

/** A form that was open is not opened again: what was typed is gone with the page, and a login is not read without somebody asking. */
function withoutForm(path: string): string {
  const screen = screenOf(path)
  return (screen.at === 'edit' || screen.at === 'new' ? upFrom(screen) : null) ?? pathTo(screen)
}

/** After a reload: goes on at the place, and with the branches open, that the worker kept until the lock. */
export async function resumePlace(): Promise<void> {
  if (stepBefore === null) return
  const kept = await ask('place.read', null).catch(() => null)
  if (kept === null) return
  if (kept.open.length > 0) branches.value ??= new Set(kept.open)
  resume(kept.trail.map(withoutForm), stepBefore)
}

/** Hands the worker the place at each change, for the life of the page. Another person who unlocks here begins at the start. */
export function followPlace(): void {
  let member: string | null = null
  let later: ReturnType<typeof setTimeout> | undefined
  effect(() => {
    const now = unlocked.value?.me.member ?? null
    clearTimeout(later)
    if (now === null) return
    if (member !== null && member !== now) branches.value = null
    member = now
    const open = [...(branches.value ?? [])].slice(0, MOST_BRANCHES)
    const trail = route.value === '' ? [] : trailHere().slice(0, MOST_STEPS)
    later = setTimeout(() => {
      ask('place.keep', { trail, open }).catch(() => undefined)
    }, AFTER)
  })
}
