import type { PersonView } from '../../messages/views.ts'
import { peopleWords } from '../../words/console-people.ts'
import { profileWords } from '../../words/profiles.ts'

/** The name of somebody who left, or words in its place when it was erased; never an id. */
export const formerName = ({ name, erased }: PersonView): string =>
  erased ? profileWords().erased : (name ?? peopleWords().unnamed)
