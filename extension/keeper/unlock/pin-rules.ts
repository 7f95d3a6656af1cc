import { Failure } from '../../../shared/bytes/failure.ts'
import { isFirstGuess } from '../../../shared/rules/first-guess.ts'

/**
 * Checks a new PIN in Unicode form NFKC, the form that is stretched.
 * @throws Failure `short-pin` below 6 characters; `weak-pin` for a first guess, or for a lone surrogate, which UTF-8 cannot encode
 */
export function checkNewPin(typed: string): void {
  const pin = typed.normalize('NFKC')
  if ([...pin].length < 6) throw new Failure('short-pin')
  if (isFirstGuess(pin) || /\p{Surrogate}/u.test(pin)) throw new Failure('weak-pin')
}
