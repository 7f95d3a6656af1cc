import { effect } from '@preact/signals'
import { forgetLastMatch } from '../../../shared/bytes/last-match.ts'
import { dirtyDrafts, dropAllDrafts } from './drafts.ts'
import { showItemsOf } from './folder-items.ts'
import { foundPeople } from './found-people.ts'
import { lastFolder } from './last-folder.ts'
import { closeSecret } from './open-item.ts'
import { exporting, importing } from './importing.ts'
import { letGo } from './picked.ts'
import { forgetSheet, toChange } from './sheet.ts'
import { choosing } from './unsent.ts'
import { decided } from './waiting.ts'
import { unlocked } from './world.ts'

/**
 * P10: what this page holds of the vault is dropped when the vault locks. Then the page begins anew, since what it had drawn can stay in
 * memory for as long as anything still refers to one element of it.
 */
export function forgetAtLock(beginAnew: () => void): void {
  let wasUnlocked = false
  effect(() => {
    if (unlocked.value !== null) {
      wasUnlocked = true
      return
    }
    dropAllDrafts()
    closeSecret()
    forgetSheet()
    showItemsOf(null)
    toChange.value = []
    lastFolder.value = null
    choosing.value = null
    foundPeople.value = new Map()
    importing.value = null
    exporting.value = null
    decided.value = new Map()
    letGo()
    // Later, so that components that depend on it re-render first.
    setTimeout(() => {
      forgetLastMatch()
      if (wasUnlocked) beginAnew()
    })
  })
}

const hold = (event: BeforeUnloadEvent) => {
  event.preventDefault()
}

/** The browser asks before it closes the page on something typed and not saved. */
export function holdUnsaved(): void {
  effect(() => {
    if (dirtyDrafts.value.length > 0) addEventListener('beforeunload', hold)
    else removeEventListener('beforeunload', hold)
  })
}
