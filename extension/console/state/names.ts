import type { PersonView } from '../../messages/views.ts'
import { peopleWords } from '../../words/console-people.ts'
import { profileWords } from '../../words/profiles.ts'

/** Somebody who left, by name, or as what is left of them: never an id. */
export const formerName = ({ name, erased }: PersonView): string =>
  erased ? profileWords().erased : (name ?? peopleWords().unnamed)
