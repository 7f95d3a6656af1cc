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
 * Finds the forms of one document and says what each of its fields is for. Pure: reads, never writes, keeps nothing.
 * Beside a whole sign-in form, a lone e-mail field is for something else.
 * `rootOf` opens shadow roots (closed ones too where the caller may); open ones by default. Each frame is asked by itself.
 */
export function detect({ document, rootOf = openRoot }: { document: Document; rootOf?: RootOf }): Detected {
  const marks = readMarks(document, rootOf)
  if (!marks.some((mark) => mark.is === 'field')) return { forms: [] }
  const sight = newSight()
  const forms = groupFields(marks, sight).flatMap((group) => classify(group, sight) ?? [])
  const whole = forms.some((form) => form.kind === 'sign-in')
  return { forms: whole ? forms.filter((form) => form.kind !== 'username-step') : forms }
}
