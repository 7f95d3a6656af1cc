import { detectInFrame } from './look-here.ts'
import type { Kind } from './verdict.ts'

/** A form of this frame as it is now, without values: what it is for, and whether its password fields are empty. */
export interface FormHere {
  kind: Kind
  isEmpty: boolean
}

declare global {
  /** Called by the worker after a login was sent, to see whether this frame still asks for it. */
  var cloisonForms: (() => FormHere[]) | undefined
}

/** Returns the forms of this frame as they are now. */
export const listForms = (): FormHere[] =>
  detectInFrame().forms.map(({ kind, fields }) => ({
    kind,
    isEmpty: fields.every(({ role, element }) => !role.endsWith('Password') || element.value === ''),
  }))
