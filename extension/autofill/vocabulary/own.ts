import { en } from './en.ts'
import { fr } from './fr.ts'
import { pack } from './pack.ts'

/** English and French, packed: the languages of our users, loaded into every page with a login. */
export const OWN = pack([en, fr])
