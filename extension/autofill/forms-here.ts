import { detectHere } from './look-here.ts'
import type { Kind } from './verdict.ts'

/** A form of this frame as it is now, without any value: what it is for, and whether its passwords are empty. */
export interface FormHere {
  kind: Kind
  isEmpty: boolean
}

declare global {
  /** For the worker, in this isolated world: what this frame asks for, after a login was sent. */
  var cloisonForms: (() => FormHere[]) | undefined
}

/** What this frame asks for now. */
export const formsHere = (): FormHere[] =>
  detectHere().forms.map(({ kind, fields }) => ({
    kind,
    isEmpty: fields.every(({ role, element }) => !role.endsWith('Password') || element.value === ''),
  }))
