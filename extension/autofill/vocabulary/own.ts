import { en } from './en.ts'
import { fr } from './fr.ts'
import { pack } from './pack.ts'

/** The languages of our desks, which every page with a login hears. */
export const OWN = pack([en, fr])
