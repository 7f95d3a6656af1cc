import type { DetectedForm } from './verdict.ts'
import { readLabels } from './labels.ts'
import type { Field } from './visible.ts'
import { normalize, mentions } from './vocabulary/words.ts'
import * as weights from './weights.ts'

export interface CustomValue {
  label: string
  value: string
}

type Target = HTMLInputElement | HTMLSelectElement

/** Words that do not tell one code from another. */
const EMPTY_WORDS = new Set([
  'code',
  'codigo',
  'codice',
  'kod',
  'id',
  'number',
  'numero',
  'nummer',
  'no',
  'n',
  'your',
  'votre',
  'de',
  'la',
  'le',
  'l',
  'du',
  'd',
  'der',
  'the',
  'of',
])

/** Returns the field for each custom value that has one: by shared words, or as the company code. No field takes two values. */
export function matchCustom(form: DetectedForm, values: CustomValue[]): Map<CustomValue, Target> {
  const companies = form.fields.filter((field) => field.role === 'companyCode').map((field) => field.element)
  const free = new Set<Target>([...companies, ...form.others.filter(isTarget)])
  const pairs = values.flatMap((value) =>
    [...free].map((field) => ({ value, field, score: score(value, field, companies) })),
  )
  const matched = new Map<CustomValue, Target>()
  for (const { value, field, score } of pairs.sort((a, b) => b.score - a.score)) {
    if (score <= 0 || matched.has(value) || !free.has(field)) continue
    matched.set(value, field)
    free.delete(field)
  }
  return matched
}

function isTarget(field: Field): field is Target {
  return !(field instanceof HTMLTextAreaElement) && field.type !== 'password'
}

function score({ label }: CustomValue, field: Target, companies: Target[]): number {
  const wanted = normalize(label)
  const { label: own, hint, near, name } = readLabels(field)
  const texts = [own, hint, near, name].filter((text) => text !== '')
  if (texts.includes(wanted)) return weights.SAME_WORDS
  const words = meaningfulWords(wanted)
  const shared = Math.max(
    0,
    ...texts.map((text) => words.filter((word) => meaningfulWords(text).includes(word)).length),
  )
  if (shared > 0) return weights.SHARED_WORDS + shared
  return companies.includes(field) && mentions('companyCode', wanted) ? weights.BOTH_COMPANY_CODES : 0
}

function meaningfulWords(text: string): string[] {
  return text.split(' ').filter((word) => word !== '' && !EMPTY_WORDS.has(word))
}

/** Returns the option with this value or text, else the only option whose text contains it. Null where there is none, or several. */
export function optionFor(select: HTMLSelectElement, value: string): HTMLOptionElement | null {
  const options = [...select.options].filter((option) => !option.disabled)
  const wanted = normalize(value)
  const same = options.find(
    (option) => option.value === value || normalize(option.text) === wanted || normalize(option.value) === wanted,
  )
  if (same !== undefined) return same
  const holding = options.filter((option) => ` ${normalize(option.text)} `.includes(` ${wanted} `))
  return holding.length === 1 ? (holding[0] ?? null) : null
}
