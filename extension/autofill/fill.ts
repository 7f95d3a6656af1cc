import { goOn } from './go-on.ts'
import { likeliest } from './likeliest.ts'
import type { DetectedForm, Kind, Role } from './verdict.ts'
import type { Detected } from './detect.ts'
import { doDeed, holds, plan, takeBack, withdraw, type Deed, type FillValues } from './deeds.ts'
import type { Field } from './visible.ts'

/**
 * What was done, without any value. `missing` names what had a value and found no field, or one that did not take it: in a
 * username step, the password.
 */
export interface FillResult {
  filled: Role[]
  missing: Deed['part'][]
  kind: Kind
  /** The page's own button was pressed. */
  sent: boolean
}

/** Once as a paste, once by letter or on the fields that stand there by then. */
const ROUNDS = 2

/**
 * Fills one form, the one with focus or the likeliest, with a login, and reads back what the page made of it: a page that
 * refuses a value gets it by letter, one that puts new fields in place of the old is looked at again. Goes on only where the
 * login says `send` and the page has taken all of it; never puts the password elsewhere than in a current-password field (P8: and
 * never in a field a person cannot see, or whose type has changed, asked again before each value, with `may`); never leaves half a
 * password behind, nor anything in a form that `may` refuses by then.
 */
export async function fillFields(
  look: () => Detected,
  values: FillValues,
  afterFill: 'stay' | 'send',
  may: (field: Field) => boolean,
): Promise<FillResult> {
  const detected = look()
  const form = likeliest(detected, values.otp !== null)
  if (form === null) {
    const kind = detected.forms.find((other) => other.kind !== 'none')?.kind ?? 'none'
    return { filled: [], missing: given(values), kind, sent: false }
  }
  const put = await putIn(form, look, (now) => plan(now, values, may), may)
  if (put === null) return { filled: [], missing: given(values), kind: form.kind, sent: false }
  const { current, deeds, isDone, isGone } = put
  const done = deeds.filter((_, at) => isDone[at])
  for (const [at, deed] of deeds.entries()) if (!isDone[at]) takeBack(deed)
  const isWhole = !isGone && done.length > 0 && done.length === deeds.length
  const sent = afterFill === 'send' && isWhole && goOn(current)
  return { filled: done.flatMap(({ role }) => role ?? []), missing: missing(form, values, done), kind: form.kind, sent }
}

/** What came of a form: as it stands by now, unless the page has gone on; and of each deed whether it holds. */
type PutIn = { current: DetectedForm; deeds: Deed[]; isDone: boolean[]; isGone: boolean }

/** Does what `planOf` makes of the form, at which the page is looked at again as it goes. Null where `may` refuses it: then nothing stays. */
export async function putIn(
  form: DetectedForm,
  look: () => Detected,
  planOf: (form: DetectedForm) => Deed[],
  may: (field: Field) => boolean,
): Promise<PutIn | null> {
  let current = form
  let deeds = planOf(form)
  if (!isAllowed(deeds, may)) return null
  /** Signed in, or on to its next step. */
  let isGone = false
  const tried = new Set<Element>()
  const held = new Set<number>()
  for (let round = 0; round < ROUNDS && !isGone; round += 1) {
    if (round > 0 && deeds.every(holds)) break
    for (const [at, deed] of deeds.entries()) {
      // The first time always: what stands in the field by itself may be no news to the page's own state.
      if (round > 0 && holds(deed)) continue
      const isSecondTry = deed.boxes.some(({ field }) => tried.has(field))
      for (const { field } of deed.boxes) tried.add(field)
      if (doDeed(deed, isSecondTry ? 'by letter' : 'at once')) held.add(at)
      else held.delete(at)
    }
    await settled()
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
      if (held.has(at)) withdraw(deed)
      else takeBack(deed)
    return null
  }
  return { current, deeds, isDone: deeds.map((deed, at) => holds(deed) || (isGone && held.has(at))), isGone }
}

const isAllowed = (deeds: Deed[], may: (field: Field) => boolean): boolean =>
  deeds.every(({ boxes }) => boxes.every(({ field }) => !field.isConnected || may(field)))

/** Frameworks draw in a task of their own, or with the next frame, which a hidden page never has. */
const settled = (): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, 50)
    requestAnimationFrame(() => setTimeout(resolve, 0))
  })

/** The form that was filled, after the page has drawn it anew: of the same kind, with the same fields, which hide what they hid (P8). */
function sameForm(form: DetectedForm, { forms }: Detected): DetectedForm | null {
  const roles = ({ fields }: DetectedForm) => fields.map(({ role, element }) => `${role} ${element.type}`).join()
  return forms.find((other) => other.kind === form.kind && roles(other) === roles(form)) ?? null
}

/** A second factor asks for the code alone. */
function missing(form: DetectedForm, values: FillValues, done: Deed[]): FillResult['missing'] {
  const asked = form.kind === 'second-factor' ? { ...values, username: null, password: null, custom: [] } : values
  const filled = (part: Deed['part']) => done.filter((deed) => deed.part === part).length
  return given(asked).filter((part) => filled(part) < (part === 'custom' ? values.custom.length : 1))
}

function given({ username, password, otp, custom }: FillValues): FillResult['missing'] {
  const names: FillResult['missing'] = []
  if (username !== null) names.push('username')
  if (password !== null) names.push('password')
  if (otp !== null) names.push('otp')
  if (custom.length > 0) names.push('custom')
  return names
}
