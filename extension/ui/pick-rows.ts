/** The rows that are picked for one act over many, as sets of ids. */
export type Picked = ReadonlySet<string>

/** Returns the set with this row added, or taken out where it was in it. */
export function togglePick(picked: Picked, id: string): Picked {
  const next = new Set(picked)
  if (!next.delete(id)) next.add(id)
  return next
}

/** Returns the set with all rows from `anchor` to `id` added, in whichever order they stand; without an anchor, that row alone. */
export function pickRange(picked: Picked, ids: readonly string[], anchor: string | null, id: string): Picked {
  const [one, other] = [ids.indexOf(anchor ?? id), ids.indexOf(id)]
  if (one < 0 || other < 0) return picked
  return new Set([...picked, ...ids.slice(Math.min(one, other), Math.max(one, other) + 1)])
}
