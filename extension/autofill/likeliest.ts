import type { Detected } from './detect.ts'
import type { DetectedForm, Kind } from './verdict.ts'

const FILLED_KINDS: readonly Kind[] = ['sign-in', 'password-step', 'second-factor', 'username-step', 'change-password']

/** The form a person means: where the focus is; else a whole sign-in before a step of one, and that before a change of password. */
export function likeliest({ forms }: Detected, hasCode: boolean): DetectedForm | null {
  const ours = forms.filter(({ kind }) => FILLED_KINDS.includes(kind) && (hasCode || kind !== 'second-factor'))
  const focused = ours.find((form) => form.fields.some(({ element }) => isFocused(element)))
  if (focused !== undefined) return focused
  return FILLED_KINDS.flatMap((kind) => ours.filter((form) => form.kind === kind))[0] ?? null
}

/** Whether the focus of its document, or of its shadow root, is here. */
export function isFocused(element: Element): boolean {
  const root = element.getRootNode()
  return (root instanceof Document || root instanceof ShadowRoot) && root.activeElement === element
}
