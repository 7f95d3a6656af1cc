import { ar } from './ar.ts'
import { ca } from './ca.ts'
import { cs } from './cs.ts'
import { de } from './de.ts'
import { en } from './en.ts'
import { es } from './es.ts'
import { fa } from './fa.ts'
import { fewOther } from './few-other.ts'
import { fewLatin } from './few.ts'
import { it } from './it.ts'
import { ja } from './ja.ts'
import { ko } from './ko.ts'
import { LATIN } from './latin.ts'
import { nl } from './nl.ts'
import { OTHER } from './other.ts'
import { OWN } from './own.ts'
import { pack } from './pack.ts'
import { pl } from './pl.ts'
import { pt } from './pt.ts'
import { ro } from './ro.ts'
import { ru } from './ru.ts'
import { tr } from './tr.ts'
import { zh } from './zh.ts'

const each = { en, de, es, it, pt, nl, pl, ro, tr, cs, ca, few: fewLatin, ar, fa, ru, ja, zh, ko, fewOther }

/** The scripts `words-NAME.js`, by file name. Each leaves the packed words of one language or of several for the detector. */
export const WORDS_FILES: Readonly<Record<string, string>> = Object.fromEntries(
  [
    ...Object.entries(each).map(([name, language]): [string, string] => [name, pack([language])]),
    ...Object.entries({ own: OWN, latin: LATIN, other: OTHER }),
  ].map(([name, packed]) => [`words-${name}.js`, `(globalThis.cloisonWords??={}).${name}=${JSON.stringify(packed)}`]),
)
