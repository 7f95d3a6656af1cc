import type { Detected } from './detect.ts'
import type { DetectedForm, Kind } from './verdict.ts'

const FILLED_KINDS: readonly Kind[] = ['sign-in', 'password-step', 'second-factor', 'username-step', 'change-password']

/** Returns the form to fill, or null: the one with the focus, else a complete sign-in first. `hasCode`: there is a code to fill. */
export function findFormToFill({ forms }: Detected, hasCode: boolean): DetectedForm | null {
  const ours = forms.filter(({ kind }) => FILLED_KINDS.includes(kind) && (hasCode || kind !== 'second-factor'))
  const focused = ours.find((form) => form.fields.some(({ element }) => isFocused(element)))
  if (focused !== undefined) return focused
  return FILLED_KINDS.flatMap((kind) => ours.filter((form) => form.kind === kind))[0] ?? null
}

/** Returns true when the element has the focus of its frame, in a shadow root too. */
export function isFocused(element: Element): boolean {
  const root = element.getRootNode()
  return (root instanceof Document || root instanceof ShadowRoot) && root.activeElement === element
}
