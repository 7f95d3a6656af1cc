import type { Kind, Role } from './verdict.ts'
import type { FillValues } from './deeds.ts'
import { fillFields, type FillResult } from './fill.ts'
import { formsHere } from './forms-here.ts'
import { likeliest } from './likeliest.ts'
import { detectHere } from './look-here.ts'
import { learn, type Words } from './vocabulary/words.ts'

/** What the injected script offers the worker, in the isolated world of one frame. The page itself cannot reach it. */
export interface PageDoor {
  fillPage: typeof fillPage
  describePage: typeof describePage
}

export interface PageFillResult extends FillResult {
  /** True when the frame's origin was not the expected one: nothing was read or filled. */
  refused: boolean
}

declare global {
  var cloisonFill: PageDoor | undefined
  /** What scripts of words have left for the engine, in this isolated world. */
  var cloisonWords: Words | undefined
}

/** Makes the engine, which hears these words besides its own, reachable for `scripting.executeScript` in this frame's isolated world. */
export function install(words: Words = {}): void {
  learn(words)
  globalThis.cloisonFill = { fillPage, describePage }
  globalThis.cloisonForms = formsHere
}

/** Fills this frame's login form, and only if the frame has this origin at this moment (P8; 'null' is the origin of a sandboxed frame). */
export async function fillPage({
  values,
  expectedOrigin,
}: {
  values: FillValues
  expectedOrigin: string
}): Promise<PageFillResult> {
  if (globalThis.origin !== expectedOrigin || expectedOrigin === 'null') {
    return { filled: [], missing: [], kind: 'none', refused: true }
  }
  globalThis.cloisonFilledAt = performance.now()
  const result = await fillFields(detectHere, values)
  globalThis.cloisonFilledAt = performance.now()
  if (result.filled.length > 0) globalThis.cloisonMenu?.close()
  return { ...result, refused: false }
}

/** What a login would find in this frame: the kind of form, and the roles it has fields for. */
export function describePage(): { kind: Kind; roles: Role[] } {
  const form = likeliest(detectHere(), true)
  return form === null ? { kind: 'none', roles: [] } : { kind: form.kind, roles: form.fields.map(({ role }) => role) }
}
