import { HUES } from '../../shared/rules/hue.ts'
import type { Draws } from './draws.ts'
import { channels, personName } from './names.ts'
import type { PlannedFolder } from './plan.ts'

/** What is written down of a client. `starts`, `ends`: days from the day the organisation is made; null for no such date. */
export type PlannedClient = {
  folder: number
  hue: number
  starts: number | null
  ends: number | null
  sensitive: boolean
  contact: string
  channels: readonly string[]
}

/** Returns what is known of nine clients in ten: contracts that ended, that end within weeks and within years, and some without dates. */
export function planClients(folders: readonly PlannedFolder[], draws: Draws): PlannedClient[] {
  return folders.flatMap(({ kind }, folder): PlannedClient[] => {
    if (kind !== 'client' || !draws.percent(90)) return []
    const starts = draws.percent(85) ? -30 - draws.whole(1_500) : null
    const ends = draws.percent(80) ? draws.whole(900) - 40 : null
    const contact = draws.percent(70) ? `${personName(draws)}\n01 23 45 ${String(10 + draws.whole(90))} 00` : ''
    const used = draws.shuffled(channels).slice(0, 1 + draws.whole(4))
    return [{ folder, hue: draws.whole(HUES), starts, ends, sensitive: draws.percent(20), contact, channels: used }]
  })
}
