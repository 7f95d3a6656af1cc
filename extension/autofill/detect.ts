import { classify } from './classify.ts'
import { groupFields } from './group-fields.ts'
import { readMarks, type RootOf } from './read-marks.ts'
import type { DetectedForm } from './verdict.ts'
import { newSight } from './visible.ts'

export interface Detected {
  forms: DetectedForm[]
}

const openRoot: RootOf = (element) => element.shadowRoot

/**
 * Returns the forms of one document, with the role of each field. Reads the document only: it changes and keeps nothing.
 * Where the document has a complete sign-in form, a lone e-mail field is dropped, since it is for something else.
 * `rootOf` returns an element's shadow root; by default only open ones. Frames inside the document are not entered.
 */
export function detect({ document, rootOf = openRoot }: { document: Document; rootOf?: RootOf }): Detected {
  const marks = readMarks(document, rootOf)
  if (!marks.some((mark) => mark.is === 'field')) return { forms: [] }
  const sight = newSight()
  const forms = groupFields(marks, sight).flatMap((group) => classify(group, sight) ?? [])
  const whole = forms.some((form) => form.kind === 'sign-in')
  return { forms: whole ? forms.filter((form) => form.kind !== 'username-step') : forms }
}
