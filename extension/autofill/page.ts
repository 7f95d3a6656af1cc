import type { Kind, Role } from './verdict.ts'
import type { FillValues } from './deeds.ts'
import { fillFields, type FillResult } from './fill.ts'
import { formsHere } from './forms-here.ts'
import { isFocused, likeliest } from './likeliest.ts'
import { detectHere } from './look-here.ts'
import { sendsTo } from './sends-to.ts'
import type { Field } from './visible.ts'
import type { NewPasswordForm } from '../messages/new-password.ts'
import { describe, fillNewPassword, newPasswordForm } from './new-password.ts'
import { learn } from './vocabulary/words.ts'

/** What the injected script offers the worker, in the isolated world of one frame. The page itself cannot reach it. */
export interface PageDoor {
  fillPage: typeof fillPage
  describePage: typeof describePage
  describeNew: typeof describeNew
  fillNew: typeof fillNew
}

export interface PageFillResult extends FillResult {
  /** True when the frame's origin was not the expected one: nothing was read or filled. */
  refused: boolean
  /** Where the form would have sent it, which was not among what was judged: then nothing was filled. */
  elsewhere: string | null
}

/** What a login would find in a frame, before any is there. */
export interface PageLook {
  kind: Kind
  roles: Role[]
  /** Where its form would send what is in it, besides the frame's own origin. */
  sendsTo: string[]
  /** Whether the person is in this very form. */
  hasFocus: boolean
}

declare global {
  var cloisonFill: PageDoor | undefined
  /** What scripts of words have left for the engine, in this isolated world, by their names. */
  var cloisonWords: Record<string, string> | undefined
}

/** Makes the engine, which hears these words, reachable for `scripting.executeScript` in this frame's isolated world. */
export function install(words: readonly string[]): void {
  learn(words)
  globalThis.cloisonFill = { fillPage, describePage, describeNew, fillNew }
  globalThis.cloisonForms = formsHere
}

/**
 * Fills this frame's login form, and only if the frame has this origin at this moment (P8; 'null' is the origin of a sandboxed frame), and
 * its form sends nowhere but there and to these addresses, looked at again before each value.
 */
export async function fillPage({
  values,
  afterFill,
  expectedOrigin,
  sendsOnlyTo,
}: {
  values: FillValues
  /** Whether the login says that a filled form is sent. */
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
  const result = await fillFields(detectHere, values, afterFill, may)
  globalThis.cloisonFilledAt = performance.now()
  if (result.filled.length > 0) globalThis.cloisonMenu?.close()
  return { ...result, refused: false, elsewhere }
}

const isAt = (expectedOrigin: string): boolean => globalThis.origin === expectedOrigin && expectedOrigin !== 'null'

/** What this frame's form for a new password asks for, null where there is none. */
export function describeNew(): NewPasswordForm | null {
  const form = newPasswordForm(detectHere())
  return form === null ? null : describe(form)
}

/** Puts a new password in both its fields, as `fillPage` fills a login. Gives how many hold it: all, or none. */
export async function fillNew({
  password,
  expectedOrigin,
}: {
  password: string
  expectedOrigin: string
}): Promise<number> {
  if (!isAt(expectedOrigin)) return 0
  globalThis.cloisonFilledAt = performance.now()
  const filled = await fillNewPassword(detectHere, password)
  globalThis.cloisonFilledAt = performance.now()
  if (filled > 0) globalThis.cloisonMenu?.close()
  return filled
}

/** Looks at the form that a fill would take, with a one-time code or without; both, where they are two. A frame without an origin has none. */
export function describePage(): PageLook {
  const detected = detectHere()
  const form = likeliest(detected, true)
  if (form === null || globalThis.origin === 'null') return { kind: 'none', roles: [], sendsTo: [], hasFocus: false }
  const fields = [form, likeliest(detected, false)].flatMap((one) =>
    one === null ? [] : [...one.fields.map(({ element }) => element), ...one.others],
  )
  return {
    kind: form.kind,
    roles: form.fields.map(({ role }) => role),
    sendsTo: [...new Set(fields.flatMap(sendsTo))],
    hasFocus: fields.some(isFocused),
  }
}
