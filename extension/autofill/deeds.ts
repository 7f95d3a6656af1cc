import { isCovered } from './covered.ts'
import { matchCustom, optionFor, type CustomValue } from './match-custom.ts'
import { choose, clear, hasRoomFor, paste, typeIn, type Manner } from './type-in.ts'
import type { DetectedForm, Role } from './verdict.ts'
import { isFillable, type Field } from './visible.ts'

export interface FillValues {
  username: string | null
  password: string | null
  /** The current one-time code. */
  otp: string | null
  custom: CustomValue[]
}

/** One value to fill: into one field, or a one-time code into one box for each digit. */
export interface FieldFill {
  part: 'username' | 'password' | 'otp' | 'custom'
  /** Null for a field without a role, which takes a custom value. */
  role: Role | null
  boxes: { field: HTMLInputElement | HTMLSelectElement; text: string }[]
  mayFill: (field: Field) => boolean
}

/** Returns the values to fill into a form, in order. Before each is filled, `may` and the field's visibility are checked. */
export function planFills(form: DetectedForm, values: FillValues, may: (field: Field) => boolean): FieldFill[] {
  const onlyIf = (fits: FieldFill['mayFill']) => (field: Field) =>
    field.isConnected && may(field) && fits(field) && isSeen(field)
  const roleOf = (field: Field) => form.fields.find(({ element }) => element === field)?.role ?? null
  const custom = [...matchCustom(form, values.custom)].map(([{ value }, field]): FieldFill => ({
    part: 'custom',
    role: roleOf(field),
    boxes: [{ field, text: field instanceof HTMLSelectElement ? (optionFor(field, value)?.value ?? value) : value }],
    mayFill: onlyIf(isText),
  }))
  const inputs = form.fields.flatMap(({ element, role }) =>
    element instanceof HTMLInputElement ? [{ element, role }] : [],
  )
  const own = inputs.flatMap(({ element, role }): FieldFill[] => {
    if (role === 'username' && values.username !== null)
      return [deedFor('username', role, element, values.username, onlyIf(isText))]
    if (role === 'currentPassword' && values.password !== null)
      return [deedFor('password', role, element, values.password, onlyIf(ofType(element.type)))]
    return []
  })
  const codes = inputs.filter(({ role }) => role === 'otp').map(({ element }) => element)
  const otp =
    codes.length === 0 || values.otp === null
      ? []
      : [
          codeDeed(
            codes,
            values.otp,
            onlyIf(() => true),
          ),
        ]
  return [...custom, ...own, ...otp]
}

const deedFor = (
  part: FieldFill['part'],
  role: Role,
  field: HTMLInputElement,
  text: string,
  mayFill: FieldFill['mayFill'],
): FieldFill => ({
  part,
  role,
  mayFill,
  boxes: [{ field, text }],
})

/** Returns the plan for a code: split over the boxes if together they hold exactly that many digits, else whole in the first field. */
function codeDeed(fields: HTMLInputElement[], code: string, mayFill: FieldFill['mayFill']): FieldFill {
  const room = fields.map(({ maxLength }) => (maxLength > 0 ? maxLength : 1))
  const [first] = fields
  const isParted = fields.length > 1 && room.reduce((sum, each) => sum + each, 0) === code.length
  let at = 0
  const boxes = fields.map((field, index) => ({ field, text: code.slice(at, (at += room[index] ?? 1)) }))
  const whole = first === undefined ? [] : [{ field: first, text: code }]
  return { part: 'otp', role: 'otp', boxes: isParted ? boxes : whole, mayFill }
}

/** Returns true when the fields are still in the page and hold exactly the planned values. */
export const hasValues = (deed: FieldFill): boolean =>
  deed.boxes.every(({ field }) => field.isConnected) && haveValues(deed)

const haveValues = ({ boxes }: FieldFill): boolean => boxes.every(({ field, text }) => field.value === text)

/** Fills one value. Returns true when the fields hold it, even if the page has already removed them. */
export function applyFill(deed: FieldFill, manner: Manner): boolean {
  const { boxes, mayFill } = deed
  for (const { field, text } of boxes) {
    if (field instanceof HTMLInputElement) typeIn(field, text, mayFill, manner)
    else {
      const option = optionFor(field, text)
      if (option !== null) choose(field, option, mayFill)
    }
  }
  const [first] = boxes
  if (boxes.length > 1 && !haveValues(deed) && first?.field instanceof HTMLInputElement)
    paste(first.field, boxes.map(({ text }) => text).join(''), mayFill)
  return haveValues(deed)
}

/** Empties the fields of a password or code that was filled in part. Other values stay: a person can see and correct them. */
export function clearSecret(deed: FieldFill): void {
  if (deed.part === 'password' || deed.part === 'otp') clearValue(deed)
}

/** Empties the fields of any value that was filled. */
export function clearValue({ boxes }: FieldFill): void {
  for (const { field, text } of boxes)
    if (field instanceof HTMLInputElement && field.isConnected && hasRoomFor(field, text)) clear(field)
}

export const isSeen = (field: Field): boolean => isFillable(field) && !isCovered(field)
const isText = (field: Field): boolean => field.type !== 'password'
/** P8: the field must have the same type when it is filled as when it was found, so that a password is not put into a text field. */
const ofType = (type: string) => (field: Field) => field.type === type
