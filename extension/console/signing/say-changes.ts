import type { Intent } from '../../messages/intent.ts'
import type { Review } from '../../messages/review-view.ts'
import type { AccessChange, Changes } from '../../ui/access-changes.tsx'
import { atLeast } from '../../../shared/rules/levels.ts'
import { common } from '../../words/common.ts'
import { actWords } from '../../words/console-acts.ts'
import { manyWords } from '../../words/console-many.ts'
import { foundPeople } from '../state/found-people.ts'
import type { MemberId } from '../state/ids.ts'
import { sayWay } from '../state/say-way.ts'
import { folderAt, personAt } from '../state/world.ts'

/** The most folders that a line names; the others are counted. */
const NAMED = 12

/** The names of some folders, then how many more there are, how many whose names this person may not read, and how many lie below. */
export function enumerate(names: readonly (string | null)[], below = 0): string {
  const t = actWords()
  const known = names.filter((name) => name !== null)
  const [more, others] = [known.length - NAMED, names.length - known.length]
  return [
    ...known.slice(0, NAMED),
    ...(more > 0 ? [t.moreFolders(more)] : []),
    ...(others > 0 ? [t.otherFolders(others)] : []),
    ...(below > 0 ? [t.foldersBelow(below)] : []),
  ].join(', ')
}

type Concerned = { member: MemberId; who: string | null }

/** The lines of a list of the sheet, by name; people of one name are told apart by their e-mail. Each person counts once. */
export function sayChanges<T extends Concerned>(all: readonly T[], say: (one: T) => string): Changes {
  const count = (some: readonly T[]) => new Set(some.map(({ member }) => member)).size
  const namesakes = new Map<string, Set<MemberId>>()
  for (const { member, who } of all) if (who !== null) namesakes.set(who, (namesakes.get(who) ?? new Set()).add(member))
  const lines = all.flatMap((one, at): AccessChange[] => {
    if (one.who === null) return []
    const email = (personAt(one.member) ?? foundPeople.value.get(one.member))?.email ?? null
    const isShared = (namesakes.get(one.who)?.size ?? 0) > 1 && email !== null
    return [{ id: `${one.member}-${String(at)}`, who: isShared ? `${one.who} (${email})` : one.who, what: say(one) }]
  })
  const collator = new Intl.Collator()
  lines.sort((one, other) => collator.compare(one.who, other.who))
  return { people: count(all), unnamed: count(all.filter(({ who }) => who === null)), lines }
}

/** Whether an act takes access rather than gives it: its "keeps" list then says what stays, else what was there already. */
function takes(intent: Intent): boolean {
  if (intent.do === 'set-members') return intent.removed.length > 0
  if (intent.do !== 'grant') return intent.do !== 'approve' && intent.do !== 'approve-many'
  const held = folderAt(intent.folder)?.grants.find(({ to }) => to.kind === intent.to.kind && to.id === intent.to.id)
  return held !== undefined && held.level !== intent.level && atLeast(held.level, intent.level)
}

/** What the lists of the sheet say: who gains, loses, keeps; null for a list of "keeps" in which nobody stands. */
export function sayReview(intent: Intent, review: Review) {
  const t = actWords()
  const m = manyWords()
  const levels = common().levels
  const gains = sayChanges(review.gains, ({ level, folders, below }) =>
    t.levelOn(levels[level], enumerate(folders, below)),
  )
  const loses = sayChanges(review.loses, ({ level, folders, below }) =>
    level === null ? enumerate(folders, below) : t.lowered(levels[level], enumerate(folders, below)),
  )
  const stops = sayChanges(review.stops, ({ level }) => levels[level])
  const who = sayChanges(review.keeps, ({ way, folders }) => {
    const found = review.ways[way]
    // Where the grant stands on the folder itself, the reason names it already.
    const why = found === undefined ? '' : sayWay(found)
    return found !== undefined && folders.length === 1 && folders[0] === found.folder
      ? why
      : `${enumerate(folders)}: ${why}`
  })
  const title = takes(intent) ? m.keeps(who.people) : m.hasAlready(who.people)
  return { gains, loses, stops, keeps: who.people === 0 ? null : { title, who } }
}
