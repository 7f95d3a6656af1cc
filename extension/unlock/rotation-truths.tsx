import type { RotationReview } from '../messages/rotation-view.ts'
import { dayOf } from '../ui/time.ts'
import { Truths } from '../ui/truths.tsx'
import { rotationWords } from '../words/rotation.ts'

/** The most names that are listed; the others are counted. */
const SHOWN = 3

/** What will be true once new keys are signed: which keys stop working, what is renewed at once, and what waits for whom. */
export function RotationTruths({ review }: { readonly review: RotationReview }) {
  const r = rotationWords()
  const { otherKeys, now, waits } = review
  const [only] = otherKeys
  const keys =
    only === undefined
      ? r.noOther
      : otherKeys.length === 1
        ? r.oneOther(dayOf(only.createdAt))
        : r.others(otherKeys.length)
  const truths = [
    r.newKeys,
    keys,
    r.desks,
    ...(now.teams + now.folders > 0 ? [r.renewed(countOf(now))] : []),
    ...(waits.teams + waits.folders > 0 ? [r.waits(namesOf(waits))] : []),
    r.seen,
  ]
  return <Truths truths={truths} />
}

function countOf({ teams, folders }: RotationReview['now']): string {
  const r = rotationWords()
  return [...(teams > 0 ? [r.teams(teams)] : []), ...(folders > 0 ? [r.folders(folders)] : [])].join(', ')
}

function namesOf({ names, teams, folders }: RotationReview['waits']): string {
  const r = rotationWords()
  const known = names.filter((name) => name !== null).slice(0, SHOWN)
  const more = teams + folders - known.length
  if (known.length === 0) return r.many(more)
  return more > 0 ? r.andMore(known.join(', '), more) : known.join(', ')
}
