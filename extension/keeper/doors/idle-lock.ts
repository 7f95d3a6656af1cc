import { browser } from '../../browser.ts'
import { defaultSettings } from '../../messages/settings.ts'
import type { Keeper } from '../keeper.ts'

/**
 * Locks when nobody was here for the minutes that the person chose, or when the system locks its screen. Returns a function to call after
 * each change. Until a waking worker knows who is unlocked it sets nothing: the browser still goes by what was set before.
 */
export function lockWhenIdle(keeper: Keeper): () => void {
  let set = 0
  browser.idle.onStateChanged.addListener((state) => {
    if (state !== 'active') void keeper.lockNow('idle')
  })
  return () => {
    const { idleMinutes } = keeper.open?.vault.settings.desk ?? defaultSettings
    if (idleMinutes === set) return
    set = idleMinutes
    browser.idle.setDetectionInterval(idleMinutes * 60)
  }
}
