import { intersect, digit, lower, printable, special, unite, upper, subtract } from './characters.ts'
import { smallerBound, noRules, type PasswordRules } from './rules.ts'

/** Longer than anybody writes by hand. */
const LONGEST = 1_000

const named: Readonly<Record<string, string>> = {
  upper,
  lower,
  digit,
  digits: digit,
  special,
  'ascii-printable': printable,
  // The characters that any keyboard can type.
  unicode: printable,
}

/**
 * Returns the rules of the attribute `passwordrules`, in Apple's syntax: `required: upper; required: digit, [-!]; minlength: 12`. A rule
 * that cannot be read is skipped; the others still hold. Required characters are allowed; without an `allowed` rule nothing else is.
 * Written by hand: Apple publishes its parser as a script, not as a maintained package.
 */
export function readPasswordRules(text: string): PasswordRules {
  let rules = noRules
  let allowed: string | null = null
  for (const rule of partsOf(text.slice(0, LONGEST), ';')) {
    const at = rule.indexOf(':')
    const value = rule.slice(at + 1)
    const number = /^\s*(\d{1,4})\s*$/.exec(value)?.[1]
    switch (rule.slice(0, Math.max(at, 0)).trim().toLowerCase()) {
      case 'required': {
        const set = setOf(value)
        if (set !== '' && !rules.required.includes(set)) rules = { ...rules, required: [...rules.required, set] }
        break
      }
      case 'allowed': {
        const set = setOf(value)
        if (set !== '') allowed = unite(allowed ?? '', set)
        break
      }
      case 'minlength':
        if (number !== undefined) rules = { ...rules, min: Math.max(rules.min, Number(number)) }
        break
      case 'maxlength':
        if (number !== undefined) rules = { ...rules, max: smallerBound(rules.max, Number(number)) }
        break
      case 'max-consecutive':
        // A limit below one in a row would allow no character at all.
        if (number !== undefined && Number(number) > 0)
          rules = { ...rules, maxConsecutive: smallerBound(rules.maxConsecutive, Number(number)) }
    }
  }
  const said = unite(allowed ?? '', ...rules.required)
  return { ...rules, allowed: said === '' ? null : said }
}

/** Returns all characters of the classes that a value names, by name or in brackets. */
function setOf(value: string): string {
  const classes = partsOf(value, ',').map((part) => part.trim())
  return unite(...classes.map((one) => (one.startsWith('[') ? custom(one) : (named[one.toLowerCase()] ?? ''))))
}

/** Returns the characters in brackets. A hyphen counts only as the first character, a closing bracket only as the last. */
function custom(one: string): string {
  const inside = one.slice(1, one.endsWith(']') ? -1 : undefined)
  return intersect(`${inside.slice(0, 1)}${subtract(inside.slice(1), '-')}`, printable)
}

/** Splits a text at a sign, except inside brackets. */
function partsOf(text: string, sign: string): string[] {
  const parts: string[] = []
  let part = ''
  let isInSet = false
  for (const letter of text) {
    if (letter === sign && !isInSet) {
      parts.push(part)
      part = ''
      continue
    }
    if (letter === '[') isInSet = true
    else if (letter === ']') isInSet = false
    part += letter
  }
  return [...parts, part]
}
