import { ar } from './ar.ts'
import { fa } from './fa.ts'
import { fewOther } from './few-other.ts'
import { ja } from './ja.ts'
import { ko } from './ko.ts'
import { ru } from './ru.ts'
import { zh } from './zh.ts'
import type { Vocabulary } from './words.ts'

/** Languages in other letters. */
export const OTHER: Vocabulary[] = [ar, fa, ru, ja, zh, ko, fewOther]
