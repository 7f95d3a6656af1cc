import { Failure } from '../../shared/bytes/failure.ts'

const runs = ['0123456789', '9876543210', 'abcdefghijklmnopqrstuvwxyz', 'azertyuiop', 'qwertyuiop', 'qwertzuiop']
const common = /^(cloison|password|motdepasse|bonjour|soleil|welcome|letmein|admin|secret|iloveyou|doudou|loulou)\d*$/

/** True for what everybody tries first: one or two characters over and over, runs of a keyboard or alphabet, dates like 2024. */
function isCommon(pin: string): boolean {
  const plain = pin.toLowerCase()
  if (new Set(plain).size < 3) return true
  if (runs.some((run) => (run + run).includes(plain))) return true
  const half = plain.slice(0, plain.length / 2)
  return common.test(plain) || half + half === plain || /^(\d)\1(\d)\2(\d)\3$/.test(plain) || isDate(plain)
}

/** ddmmyy, ddmmyyyy, yyyymmdd: birthdays. */
function isDate(pin: string): boolean {
  const day = '(0[1-9]|[12]\\d|3[01])'
  const month = '(0[1-9]|1[0-2])'
  return [`${day}${month}(19|20)?\\d\\d`, `(19|20)\\d\\d${month}${day}`].some((form) =>
    new RegExp(`^${form}$`).test(pin),
  )
}

/** Refuses a new PIN of fewer than 6 characters (`short-pin`) or one that everybody tries first (`weak-pin`). */
export function checkNewPin(pin: string): void {
  if ([...pin.normalize('NFKC')].length < 6) throw new Failure('short-pin')
  if (isCommon(pin.normalize('NFKC'))) throw new Failure('weak-pin')
}
