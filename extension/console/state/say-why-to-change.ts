import type { ToChangeWhy } from '../../messages/to-change-view.ts'
import { relativeTo } from '../../ui/time.ts'
import { language } from '../../words/language.ts'
import { toChangeWords } from '../../words/to-change.ts'

/** Who lost access and when, as a sentence. Whoever cannot be named is counted. */
export function sayWhyToChange({ who, more, left, at }: ToChangeWhy, now = Date.now()): string {
  const t = toChangeWords()
  const names = who.filter((name) => name !== null)
  const unnamed = more + who.length - names.length
  const rest = unnamed === 0 ? [] : [names.length === 0 ? t.people(unnamed) : t.others(unnamed)]
  const all = new Intl.ListFormat(language.value).format([...names, ...rest])
  const when = relativeTo(at, now)
  return left ? t.left(all, when) : t.lost(all, when)
}
