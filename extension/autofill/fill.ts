import { sendForm } from './go-on.ts'
import { findFormToFill } from './likeliest.ts'
import type { DetectedForm, Kind, Role } from './verdict.ts'
import type { Detected } from './detect.ts'
import { applyFill, hasValues, planFills, clearSecret, clearValue, type FieldFill, type FillValues } from './deeds.ts'
import type { Field } from './visible.ts'

/**
 * What a fill did, without any value. `missing` names the values that found no field or that their field refused: in the first step of a
 * sign-in, the password.
 */
export interface FillResult {
  filled: Role[]
  missing: FieldFill['part'][]
  kind: Kind
  /** True when the form was sent. */
  sent: boolean
}

/** A first round at once, a second letter by letter or into the fields that have replaced the first ones. */
const ROUNDS = 2

/**
 * Fills a login into one form, the one with the focus or the likeliest, reads the fields back and returns what was done. A value that the
 * page refuses is typed letter by letter; fields that the page replaces are detected again. The form is sent only where `afterFill` says so
 * and the page has taken every value.
 * P8: the password goes only into a current-password field that a person can see and whose type has not changed, which is checked before
 * each value, together with `may`. No half of a password stays, and nothing stays in a form that `may` refuses at the end.
 */
export async function fillFields(
  look: () => Detected,
  values: FillValues,
  afterFill: 'stay' | 'send',
  may: (field: Field) => boolean,
): Promise<FillResult> {
  const detected = look()
  const form = findFormToFill(detected, values.otp !== null)
  if (form === null) {
    const kind = detected.forms.find((other) => other.kind !== 'none')?.kind ?? 'none'
    return { filled: [], missing: partsOf(values), kind, sent: false }
  }
  const put = await fillPlanned(form, look, (now) => planFills(now, values, may), may)
  if (put === null) return { filled: [], missing: partsOf(values), kind: form.kind, sent: false }
  const { current, deeds, isDone, isGone } = put
  const done = deeds.filter((_, at) => isDone[at])
  for (const [at, deed] of deeds.entries()) if (!isDone[at]) clearSecret(deed)
  const isWhole = !isGone && done.length > 0 && done.length === deeds.length
  const sent = afterFill === 'send' && isWhole && sendForm(current)
  return {
    filled: done.flatMap(({ role }) => role ?? []),
    missing: findMissing(form, values, done),
    kind: form.kind,
    sent,
  }
}

/** The form as it is now, whether each value is in its field, and `isGone`: the page has replaced the form by another. */
type PutIn = { current: DetectedForm; deeds: FieldFill[]; isDone: boolean[]; isGone: boolean }

/** Fills what `planOf` returns for the form, and detects replaced fields again. Null where `may` refuses: then all fields are emptied. */
export async function fillPlanned(
  form: DetectedForm,
  look: () => Detected,
  planOf: (form: DetectedForm) => FieldFill[],
  may: (field: Field) => boolean,
): Promise<PutIn | null> {
  let current = form
  let deeds = planOf(form)
  if (!isAllowed(deeds, may)) return null
  /** The page has signed in, or shows its next step. */
  let isGone = false
  const tried = new Set<Element>()
  const held = new Set<number>()
  for (let round = 0; round < ROUNDS && !isGone; round += 1) {
    if (round > 0 && deeds.every(hasValues)) break
    for (const [at, deed] of deeds.entries()) {
      // The first round fills even a field with the right value, since the page's own state may lack it.
      if (round > 0 && hasValues(deed)) continue
      const isSecondTry = deed.boxes.some(({ field }) => tried.has(field))
      for (const { field } of deed.boxes) tried.add(field)
      if (applyFill(deed, isSecondTry ? 'by letter' : 'at once')) held.add(at)
      else held.delete(at)
    }
    await waitForPage()
    if (deeds.every(({ boxes }) => boxes.every(({ field }) => field.isConnected))) continue
    const now = sameForm(form, look())
    const renewed = now === null ? [] : planOf(now)
    isGone = renewed.length !== deeds.length
    if (now === null || isGone) continue
    deeds = renewed
    current = now
  }
  if (!isAllowed(deeds, may)) {
    for (const [at, deed] of deeds.entries())
      if (held.has(at)) clearValue(deed)
      else clearSecret(deed)
    return null
  }
  return { current, deeds, isDone: deeds.map((deed, at) => hasValues(deed) || (isGone && held.has(at))), isGone }
}

const isAllowed = (deeds: FieldFill[], may: (field: Field) => boolean): boolean =>
  deeds.every(({ boxes }) => boxes.every(({ field }) => !field.isConnected || may(field)))

/** Waits for frameworks, which render in a later task or animation frame; the timeout is for hidden pages, which get no frames. */
const waitForPage = (): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, 50)
    requestAnimationFrame(() => setTimeout(resolve, 0))
  })

/** Returns the form that replaced the filled one, with the same kind, and the same roles and input types in order (P8). Else null. */
function sameForm(form: DetectedForm, { forms }: Detected): DetectedForm | null {
  const roles = ({ fields }: DetectedForm) => fields.map(({ role, element }) => `${role} ${element.type}`).join()
  return forms.find((other) => other.kind === form.kind && roles(other) === roles(form)) ?? null
}

/** Returns which values of the login were not filled. A second factor asks for the code only. */
function findMissing(form: DetectedForm, values: FillValues, done: FieldFill[]): FillResult['missing'] {
  const asked = form.kind === 'second-factor' ? { ...values, username: null, password: null, custom: [] } : values
  const filled = (part: FieldFill['part']) => done.filter((deed) => deed.part === part).length
  return partsOf(asked).filter((part) => filled(part) < (part === 'custom' ? values.custom.length : 1))
}

function partsOf({ username, password, otp, custom }: FillValues): FillResult['missing'] {
  const names: FillResult['missing'] = []
  if (username !== null) names.push('username')
  if (password !== null) names.push('password')
  if (otp !== null) names.push('otp')
  if (custom.length > 0) names.push('custom')
  return names
}
