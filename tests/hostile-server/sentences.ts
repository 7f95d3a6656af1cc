import { consoleWords } from '../../extension/words/console.ts'
import { failures, isKnown } from '../../extension/words/failures.ts'
import { unlockWords } from '../../extension/words/unlock.ts'

/** What a person reads for a code of `toldOf`, in both languages; null for one without words of its own. */
export function sentenceFor(told: string): { en: string; fr: string } | null {
  const [kind = '', code = kind] = told.split(':')
  const { en, fr } = consoleWords
  if (kind === 'tampered-folder') return { en: en.tamperedFolderUnnamed, fr: fr.tamperedFolderUnnamed }
  if (kind === 'tampered-names') return { en: en.tamperedNames(1), fr: fr.tamperedNames(1) }
  if (isReason(kind)) return { en: unlockWords.en.because[kind], fr: unlockWords.fr.because[kind] }
  if (code === 'unknown' || !isKnown(code)) return null
  return { en: failures.en[code].what, fr: failures.fr[code].what }
}

const isReason = (kind: string): kind is keyof typeof unlockWords.en.because =>
  Object.hasOwn(unlockWords.en.because, kind)
