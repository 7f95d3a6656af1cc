import { newLogin } from '../../extension/messages/item-fields.ts'
import type { ItemFields } from '../../extension/messages/item-fields.ts'
import type { Draws } from './draws.ts'
import { portals } from './names.ts'
import type { PlannedFolder, Size } from './plan.ts'

/** A login of a folder, by its place in the list. */
export type PlannedLogin = { folder: number; fields: ItemFields }

const letters = [...'abcdefghijkmnopqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789']
const base32 = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567']
const drawn = (draws: Draws, from: readonly string[], count: number) =>
  Array.from({ length: count }, () => draws.of(from)).join('')

/** Returns the logins: on clients and their channels by turns, with one-time codes, custom fields and notes here and there. */
export function planLogins({ items }: Size, folders: readonly PlannedFolder[], draws: Draws): PlannedLogin[] {
  const places = folders.flatMap((one, i) => (one.kind === 'client' || one.kind === 'channel' ? [i] : []))
  return Array.from({ length: items }, (_, i) => {
    // One in twenty goes to the same folder, so that one list is as long as lists become.
    const [at, round] = i % 20 === 0 ? [0, i / 20] : [i % places.length, Math.floor(i / places.length)]
    const folder = places[at] ?? 0
    return { folder, fields: loginIn(folders, folder, round, draws) }
  })
}

function loginIn(folders: readonly PlannedFolder[], at: number, round: number, draws: Draws): ItemFields {
  const own = folders[at]
  const client = own?.kind === 'channel' ? folders[own.parent ?? 0] : own
  const host = (client?.name ?? '')
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
  const portal = portals[(at + round) % portals.length] ?? 'Portail'
  const name = round < portals.length ? portal : `${portal} ${String(round)}`
  const place = portal
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z]+/g, '-')
  const custom = draws.percent(20) ? [{ label: 'Code société', value: `AR-${String(1_000 + draws.whole(9_000))}` }] : []
  if (draws.percent(8)) custom.push({ label: 'Site', value: draws.of(['Lille', 'Łódź', 'București', 'Casablanca']) })
  return {
    ...newLogin({
      name,
      username: `atlas.${drawn(draws, letters, 5).toLowerCase()}${String(draws.whole(100))}`,
      // A few are shared with others, as people do where nothing stops them.
      password: draws.percent(4) ? 'Accueil2024!' : drawn(draws, letters, 14 + draws.whole(8)),
      address: `https://${place}.${host}.example/login`,
    }),
    custom,
    totp: draws.percent(12) ? drawn(draws, base32, 32) : '',
    afterFill: draws.percent(10) ? 'send' : 'stay',
    notes: draws.percent(15) ? 'Mot de passe changé par le client tous les 90 jours.' : '',
  }
}
