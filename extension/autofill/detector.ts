import { detect } from './detect.ts'
import type { Role } from './verdict.ts'
import { LATIN } from './vocabulary/latin.ts'
import { OTHER } from './vocabulary/other.ts'
import { OWN } from './vocabulary/own.ts'
import { learn } from './vocabulary/words.ts'

/** What the engine would fill in this frame now. */
export interface Filled {
  element: Element
  role: Exclude<Role, 'companyCode'>
}

declare global {
  interface Window {
    __detect?: () => Filled[]
  }
}

learn([OWN, LATIN, OTHER])

/** The engine by itself, for measuring it beside others: evaluated in any page or frame, it answers `window.__detect()`. */
window.__detect = () =>
  detect({ document }).forms.flatMap(({ fields }) =>
    fields.flatMap(({ element, role }) => (role === 'companyCode' ? [] : [{ element, role }])),
  )
