import { Failure } from '../../../shared/bytes/failure.ts'

const runs = ['0123456789', '9876543210', 'abcdefghijklmnopqrstuvwxyz', 'azertyuiop', 'qwertyuiop', 'qwertzuiop']
const common = /^(cloison|password|motdepasse|bonjour|soleil|welcome|letmein|admin|secret|iloveyou|doudou|loulou)\d*$/

const day = '(0[1-9]|[12]\\d|3[01])'
const month = '(0[1-9]|1[0-2])'
const year = '(19|20)?\\d\\d'
/** Birthdays: day or month first, or year first. */
const date = new RegExp(`^(${day}${month}${year}|${month}${day}${year}|${year}${month}${day})$`)

/** True for what everybody tries first: few characters over and over, runs of a keyboard or alphabet, dates, known words. */
function isCommon(pin: string): boolean {
  const letters = pin.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')
  // What is mostly signs is judged as it is.
  const plain = letters.length < 4 ? pin : letters
  if (new Set(plain).size < 3) return true
  if (runs.some((run) => (run + run).includes(plain))) return true
  const half = plain.slice(0, plain.length / 2)
  return half + half === plain || /^(\d)\1(\d)\2(\d)\3$/.test(plain) || common.test(plain) || date.test(plain)
}

/**
 * Refuses a new PIN of fewer than 6 characters (`short-pin`), and one that everybody tries first or that cannot be said in
 * UTF-8 (`weak-pin`). Judged as it is stretched: in NFKC.
 */
export function checkNewPin(typed: string): void {
  const pin = typed.normalize('NFKC')
  if ([...pin].length < 6) throw new Failure('short-pin')
  if (isCommon(pin) || /\p{Surrogate}/u.test(pin)) throw new Failure('weak-pin')
}
