import type { Kind, Role } from './verdict.ts'
import type { FillValues } from './deeds.ts'
import { fillFields, type FillResult } from './fill.ts'
import { listForms } from './forms-here.ts'
import { isFocused, findFormToFill } from './likeliest.ts'
import { detectInFrame } from './look-here.ts'
import { sendsTo } from './sends-to.ts'
import type { Field } from './visible.ts'
import type { NewPasswordForm } from '../messages/new-password.ts'
import { describe, fillNewPassword, newPasswordForm } from './new-password.ts'
import { loadWords } from './vocabulary/words.ts'

/** The functions that the injected script offers the worker, in the isolated world of one frame, where the page cannot reach them. */
export interface PageDoor {
  fillPage: typeof fillPage
  describePage: typeof describePage
  describeNew: typeof describeNew
  fillNew: typeof fillNew
}

export interface PageFillResult extends FillResult {
  /** True when the frame's origin was not the expected one: nothing was read or filled. */
  refused: boolean
  /** The address to which the form would send the login, if it is not an allowed one: then nothing was filled. */
  elsewhere: string | null
}

/** What a fill would find in a frame, asked before a login is read. */
export interface PageLook {
  kind: Kind
  roles: Role[]
  /** The addresses outside the frame's own origin to which the form would send its fields. */
  sendsTo: string[]
  /** True when the focus is in this form. */
  hasFocus: boolean
}

declare global {
  var cloisonFill: PageDoor | undefined
  /** Packed words for the detector, by name, as the `words-NAME.js` scripts leave them in this isolated world. */
  var cloisonWords: Record<string, string> | undefined
}

/** Starts the detector with these packed words, and makes it callable by `scripting.executeScript` in this frame's isolated world. */
export function install(words: readonly string[]): void {
  loadWords(words)
  globalThis.cloisonFill = { fillPage, describePage, describeNew, fillNew }
  globalThis.cloisonForms = listForms
}

/**
 * Fills this frame's login form and returns what was done. Fills nothing unless the frame has the expected origin (P8; a sandboxed frame
 * has the origin 'null') and the form sends only there or to `sendsOnlyTo`, which is checked again before each value.
 */
export async function fillPage({
  values,
  afterFill,
  expectedOrigin,
  sendsOnlyTo,
}: {
  values: FillValues
  /** What to do with the filled form, as the login says. */
  afterFill: 'stay' | 'send'
  expectedOrigin: string
  sendsOnlyTo: string[]
}): Promise<PageFillResult> {
  if (!isAt(expectedOrigin))
    return { filled: [], missing: [], kind: 'none', sent: false, refused: true, elsewhere: null }
  let elsewhere: string | null = null
  const may = (field: Field): boolean => {
    elsewhere ??= sendsTo(field).find((address) => !sendsOnlyTo.includes(address)) ?? null
    return elsewhere === null
  }
  globalThis.cloisonFilledAt = performance.now()
  const result = await fillFields(detectInFrame, values, afterFill, may)
  globalThis.cloisonFilledAt = performance.now()
  if (result.filled.length > 0) globalThis.cloisonMenu?.close()
  return { ...result, refused: false, elsewhere }
}

const isAt = (expectedOrigin: string): boolean => globalThis.origin === expectedOrigin && expectedOrigin !== 'null'

/** Returns what this frame's form for a new password asks for, or null where there is no such form. */
export function describeNew(): NewPasswordForm | null {
  const form = newPasswordForm(detectInFrame())
  return form === null ? null : describe(form)
}

/** Fills a new password into both its fields, if the frame has the expected origin. Returns how many hold it: all or none. */
export async function fillNew({
  password,
  expectedOrigin,
}: {
  password: string
  expectedOrigin: string
}): Promise<number> {
  if (!isAt(expectedOrigin)) return 0
  globalThis.cloisonFilledAt = performance.now()
  const filled = await fillNewPassword(detectInFrame, password)
  globalThis.cloisonFilledAt = performance.now()
  if (filled > 0) globalThis.cloisonMenu?.close()
  return filled
}

/**
 * Returns what a fill would find here. With and without a one-time code it may take two different forms: the addresses and the focus are
 * those of both. A frame without an origin has no form.
 */
export function describePage(): PageLook {
  const detected = detectInFrame()
  const form = findFormToFill(detected, true)
  if (form === null || globalThis.origin === 'null') return { kind: 'none', roles: [], sendsTo: [], hasFocus: false }
  const fields = [form, findFormToFill(detected, false)].flatMap((one) =>
    one === null ? [] : [...one.fields.map(({ element }) => element), ...one.others],
  )
  return {
    kind: form.kind,
    roles: form.fields.map(({ role }) => role),
    sendsTo: [...new Set(fields.flatMap(sendsTo))],
    hasFocus: fields.some(isFocused),
  }
}
