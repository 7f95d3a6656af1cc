import { effect, signal } from '@preact/signals'
import { forgetLastMatch } from '../../../shared/bytes/last-match.ts'
import { forgetCarried } from './carry.ts'
import { creating } from './creating.ts'
import { renewDerived } from './derived.ts'
import { dirtyDrafts, dropAllDrafts } from './drafts.ts'
import { showItemsOf } from './folder-items.ts'
import { finding } from './finding.ts'
import { foundPeople } from './found-people.ts'
import { forgetHealth } from './health.ts'
import { lastFolder } from './last-folder.ts'
import { closeSecret } from './open-item.ts'
import { exporting, importUnderway, importing } from './importing.ts'
import { letGo } from './picked.ts'
import { invitationChoice, requestChoice } from './picked-requests.ts'
import { forgetSheet } from './sheet.ts'
import { choosing } from './unsent.ts'
import { decided } from './waiting.ts'
import { unlocked } from './world.ts'

/** True from the lock until the page has begun anew. Nothing is drawn meanwhile: who reads "locked" may count on the page to stay. */
export const beginningAnew = signal(false)

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
    // Before the first unlock there is nothing to forget, and a page that began anew then would take away what somebody has just begun.
    if (!wasUnlocked) return
    beginningAnew.value = true
    dropAllDrafts()
    closeSecret()
    forgetSheet()
    showItemsOf(null)
    lastFolder.value = null
    choosing.value = null
    foundPeople.value = new Map()
    importing.value = null
    importUnderway.value = false
    finding.value = false
    creating.value = null
    exporting.value = null
    decided.value = new Map()
    letGo()
    requestChoice.chooseAll(false)
    invitationChoice.chooseAll(false)
    forgetHealth()
    forgetCarried()
    // Later, so that components that depend on it re-render first.
    setTimeout(() => {
      renewDerived()
      forgetLastMatch()
      beginAnew()
    })
  })
}

const hold = (event: BeforeUnloadEvent) => {
  event.preventDefault()
}

/** The browser asks before it closes the page on something typed and not saved, or on an import. */
export function holdUnsaved(): void {
  effect(() => {
    if (dirtyDrafts.value.length > 0 || importUnderway.value) addEventListener('beforeunload', hold)
    else removeEventListener('beforeunload', hold)
  })
}
