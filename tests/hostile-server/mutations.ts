import { randomUUID } from 'node:crypto'
import { listed, unlisted } from './listed.ts'

/** What can be done to one place in a JSON answer, by anybody who does not care what it means. */
export const operations = [
  'null',
  'drop',
  'twice',
  'reverse',
  'truncate',
  'empty',
  'number',
  'text',
  'list',
  'object',
  'more',
  'less',
  'zero',
  'huge',
  'flip',
  'swap',
  'inject',
] as const
export type Operation = (typeof operations)[number]
/** `place` and `other` choose among the places of an answer, from 0 to just below 1. */
export type Mutation = { operation: Operation; place: number; other: number }

type Holder = Record<string, unknown>
type Place = { of: Holder; key: string }

/** Every place in a JSON value, lists and objects alike, from the outside in. */
function placesIn(of: unknown): Place[] {
  if (typeof of !== 'object' || of === null) return []
  const holder = of as Holder
  return Object.keys(holder).flatMap((key) => [{ of: holder, key }, ...placesIn(holder[key])])
}

/** The same answer after these mutations, one after the other. */
export function struck(text: string, mutations: readonly Mutation[]): string {
  const root = { answer: listed(JSON.parse(text)) }
  for (const mutation of mutations) {
    const places = placesIn(root)
    const at = places[Math.floor(mutation.place * places.length)]
    const other = places[Math.floor(mutation.other * places.length)]
    if (at !== undefined && other !== undefined) strike(at, other, mutation)
  }
  return JSON.stringify(unlisted(root.answer)) ?? 'null'
}

/** The fields of an answer, each by its path; what stands in a list is one field, however long the list. */
export function fieldsIn(text: string): string[] {
  return [...new Set(pathsIn({ answer: listed(JSON.parse(text)) }).map(({ field }) => field))]
}

/** The same answer after one mutation of that field, at one of the places where it stands; `other` chooses which. */
export function struckField(text: string, field: string, operation: Operation, other: number): string {
  const root = { answer: listed(JSON.parse(text)) }
  const all = pathsIn(root)
  const places = all.filter((one) => one.field === field)
  const at = places[Math.floor(other * places.length)]
  const from = all[Math.floor(other * all.length)]
  if (at !== undefined && from !== undefined) strike(at, from, { operation, place: 0, other })
  return JSON.stringify(unlisted(root.answer)) ?? 'null'
}

function pathsIn(of: unknown, path = ''): (Place & { field: string })[] {
  if (typeof of !== 'object' || of === null) return []
  const holder = of as Holder
  return Object.keys(holder).flatMap((key) => {
    const field = Array.isArray(of) ? `${path}[]` : `${path}.${key}`
    return [{ of: holder, key, field }, ...pathsIn(holder[key], field)]
  })
}

function strike({ of, key }: Place, other: Place, { operation, other: dice }: Mutation): void {
  const value = of[key]
  switch (operation) {
    case 'drop':
      if (Array.isArray(of)) of.splice(Number(key), 1)
      else delete of[key]
      return
    case 'twice':
      if (Array.isArray(of)) of.splice(Number(key), 0, structuredClone(value))
      else of[`${key}2`] = structuredClone(value)
      return
    case 'swap':
      of[key] = structuredClone(other.of[other.key])
      return
    case 'inject':
      if (Array.isArray(value)) value.push(structuredClone(value[0] ?? other.of[other.key]))
      else of[randomUUID()] = structuredClone(value)
      return
    default:
      of[key] = changed(value, operation, dice)
  }
}

function changed(value: unknown, operation: Operation, dice: number): unknown {
  switch (operation) {
    case 'reverse':
      return Array.isArray(value)
        ? [...(value as unknown[])].reverse()
        : typeof value === 'string'
          ? [...value].reverse().join('')
          : value
    case 'truncate':
      return Array.isArray(value) || typeof value === 'string' ? value.slice(0, Math.floor(value.length * dice)) : value
    case 'empty':
      return Array.isArray(value) ? [] : typeof value === 'string' ? '' : {}
    case 'number':
      return Math.floor(dice * 1e6)
    case 'text':
      return 'AAAA'
    case 'list':
      return [value]
    case 'object':
      return { value }
    case 'more':
      return typeof value === 'number' ? value + 1 : value === true ? false : value
    case 'less':
      return typeof value === 'number' ? value - 1 : value === false ? true : value
    case 'zero':
      return typeof value === 'number' ? 0 : typeof value === 'string' ? value.replace(/./g, 'A') : value
    case 'huge':
      return typeof value === 'number' ? Number.MAX_SAFE_INTEGER : typeof value === 'string' ? value.repeat(50) : value
    case 'flip':
      return typeof value === 'string' && value.length > 0 ? flippedText(value, dice) : value
    default:
      return null
  }
}

/** One letter of base64url turned into another: still text of the same length. */
function flippedText(text: string, dice: number): string {
  const at = Math.floor(dice * text.length)
  return text.slice(0, at) + (text[at] === 'B' ? 'C' : 'B') + text.slice(at + 1)
}
