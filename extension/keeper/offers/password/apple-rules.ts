import { common, digit, lower, printable, special, united, upper, without } from './characters.ts'
import { least, noRules, type PasswordRules } from './rules.ts'

/** Longer than anybody writes by hand. */
const LONGEST = 1_000

const named: Readonly<Record<string, string>> = {
  ...{ upper, lower, digit, digits: digit, special },
  'ascii-printable': printable,
  // What a person can type on any keyboard.
  unicode: printable,
}

/**
 * Reads the attribute `passwordrules`, in Apple's syntax: `required: upper; required: digit, [-!]; minlength: 12`. A rule that
 * cannot be read is passed over: the others still hold. What is required is allowed; where nothing is said to be allowed,
 * nothing else is. Apple publishes its parser as a script, not as a kept package, and the syntax is this page.
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
        if (set !== '') allowed = united(allowed ?? '', set)
        break
      }
      case 'minlength':
        if (number !== undefined) rules = { ...rules, min: Math.max(rules.min, Number(number)) }
        break
      case 'maxlength':
        if (number !== undefined) rules = { ...rules, max: least(rules.max, Number(number)) }
        break
      case 'max-consecutive':
        // Of nothing else than no character at all could there be none in a row.
        if (number !== undefined && Number(number) > 0)
          rules = { ...rules, maxConsecutive: least(rules.maxConsecutive, Number(number)) }
    }
  }
  const said = united(allowed ?? '', ...rules.required)
  return { ...rules, allowed: said === '' ? null : said }
}

/** All characters of the classes that a value names, by a name or in brackets. */
function setOf(value: string): string {
  const classes = partsOf(value, ',').map((part) => part.trim())
  return united(...classes.map((one) => (one.startsWith('[') ? custom(one) : (named[one.toLowerCase()] ?? ''))))
}

/** A hyphen counts only as the first character, where it is no range, and a closing bracket as the last. */
function custom(one: string): string {
  const inside = one.slice(1, one.endsWith(']') ? -1 : undefined)
  return common(`${inside.slice(0, 1)}${without(inside.slice(1), '-')}`, printable)
}

/** The parts of a text between signs that stand in no brackets. */
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
