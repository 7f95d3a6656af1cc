import { ca } from './ca.ts'
import { cs } from './cs.ts'
import { de } from './de.ts'
import { es } from './es.ts'
import { fewLatin } from './few.ts'
import { it } from './it.ts'
import { nl } from './nl.ts'
import { pl } from './pl.ts'
import { pt } from './pt.ts'
import { ro } from './ro.ts'
import { tr } from './tr.ts'
import { pack } from './pack.ts'

/** Languages in Latin letters other than English and French, packed. */
export const LATIN = pack([de, es, it, pt, nl, pl, ro, tr, cs, ca, fewLatin])
