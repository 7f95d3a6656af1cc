import { ar } from './ar.ts'
import { fa } from './fa.ts'
import { fewOther } from './few-other.ts'
import { ja } from './ja.ts'
import { ko } from './ko.ts'
import { ru } from './ru.ts'
import { zh } from './zh.ts'
import { pack } from './pack.ts'

/** Languages in other scripts, packed: used only for texts in those scripts. */
export const OTHER = pack([ar, fa, ru, ja, zh, ko, fewOther])
