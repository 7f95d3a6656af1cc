import { detect } from './detect.ts'
import type { Role } from './verdict.ts'
import { LATIN } from './vocabulary/latin.ts'
import { OTHER } from './vocabulary/other.ts'
import { OWN } from './vocabulary/own.ts'
import { loadWords } from './vocabulary/words.ts'

/** One field that the detector would fill, and with what. */
export interface Filled {
  element: Element
  role: Exclude<Role, 'companyCode'>
}

declare global {
  interface Window {
    __detect?: () => Filled[]
  }
}

loadWords([OWN, LATIN, OTHER])

/** The detector alone, to compare it with other form detectors: evaluated in a page or frame, it makes `window.__detect()` answer. */
window.__detect = () =>
  detect({ document }).forms.flatMap(({ fields }) =>
    fields.flatMap(({ element, role }) => (role === 'companyCode' ? [] : [{ element, role }])),
  )
