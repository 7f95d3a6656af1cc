import type { WayView } from '../../messages/access-view.ts'
import { accessWords } from '../../words/access.ts'
import { common } from '../../words/common.ts'
import { sayDates } from './dates.ts'

const withDates = (how: string, way: WayView): string => {
  const dates = sayDates(way)
  return dates === null ? how : `${how}, ${dates}`
}

/** Why somebody has access, in one sentence: "Fill, as a member of Nord, by a grant on Banque, until 31 March". */
export function sayWay(way: WayView): string {
  const t = accessWords()
  const folder = way.folder ?? t.aFolder
  const how = way.to.kind === 'team' ? t.viaTeam(way.team ?? t.aTeam, folder) : t.byName(folder)
  return `${common().levels[way.level]}, ${withDates(how, way)}`
}

/** The same where team or person stand beside it already. */
export const sayGrant = (way: WayView): string =>
  withDates(accessWords().viaGrant(way.folder ?? accessWords().aFolder), way)
