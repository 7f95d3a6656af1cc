const runs = ['0123456789', '9876543210', 'abcdefghijklmnopqrstuvwxyz', 'azertyuiop', 'qwertyuiop', 'qwertzuiop']
const common = /^(cloison|password|motdepasse|bonjour|soleil|welcome|letmein|admin|secret|iloveyou|doudou|loulou)\d*$/

const day = '(0[1-9]|[12]\\d|3[01])'
const month = '(0[1-9]|1[0-2])'
const year = '(19|20)?\\d\\d'
/** Dates of birth: day or month first, or year first. */
const date = new RegExp(`^(${day}${month}${year}|${month}${day}${year}|${year}${month}${day})$`)

/**
 * Returns whether a PIN or a password is among the first that somebody would try: few different characters, runs of keyboard or alphabet,
 * dates, common words.
 */
export function isFirstGuess(typed: string): boolean {
  const letters = typed.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')
  // With fewer than four letters and digits the symbols are most of it, so they count.
  const plain = letters.length < 4 ? typed : letters
  if (new Set(plain).size < 3) return true
  if (runs.some((run) => (run + run).includes(plain))) return true
  const half = plain.slice(0, plain.length / 2)
  return half + half === plain || /^(\d)\1(\d)\2(\d)\3$/.test(plain) || common.test(plain) || date.test(plain)
}
