import { isFirstGuess } from '../../../../shared/rules/first-guess.ts'
import type { Weakness } from '../../../messages/health-view.ts'
import { commonWords } from './common-words.ts'

/** Fewer characters than this count as short: by then a stolen list of hashes is worth trying. */
const ENOUGH = 12
/** So many characters besides a name do not make a password of it. */
const BESIDE = 8
/** Shorter words are in many passwords by chance. */
const WORD = 4

const alike: Readonly<Record<string, string>> = {
  '@': 'a',
  '4': 'a',
  '3': 'e',
  '1': 'i',
  '!': 'i',
  '0': 'o',
  '5': 's',
  $: 's',
  '7': 't',
}

const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

/** The word that a password is made of, without what stands before and after it, and with letters for the signs that stand for them. */
const wordOf = (password: string) =>
  plain(password)
    .replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '')
    .replace(/[^\p{L}]/gu, (sign) => alike[sign] ?? '')

/** Whether little more than a word of the login itself is in its password. */
function isLikeName(password: string, around: readonly string[]): boolean {
  const folded = plain(password).replace(/[^\p{L}\p{N}]/gu, '')
  const words = around.flatMap((text) => plain(text).split(/[^\p{L}\p{N}]+/u)).filter((word) => word.length >= WORD)
  return words.some((word) => folded.includes(word) && folded.length - word.length < BESIDE)
}

/**
 * Returns why a password is weak, null where it is not by these rules: among the first that anybody tries (`common`), little more than
 * the login's own name, username or site (`like-name`), or shorter than twelve characters (`short`). The rules are few on purpose: they
 * find what is certainly weak, and do not promise that the rest is strong.
 */
export function judgePassword(password: string, around: readonly string[]): Weakness | null {
  const isAllDigits = /^\p{N}+$/u.test(password)
  if (isAllDigits || isFirstGuess(password) || commonWords.has(wordOf(password))) return 'common'
  if (isLikeName(password, around)) return 'like-name'
  return [...password].length < ENOUGH ? 'short' : null
}
