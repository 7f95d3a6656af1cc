import { popupView } from '../../extension/keeper/doors/views/popup.ts'
import { statusView } from '../../extension/keeper/doors/views/status.ts'
import { itemsIn, look } from '../headless/person.ts'
import { pageAt } from '../headless/tab.ts'
import { stateOf } from '../../extension/keeper/vault/vault.ts'
import { passGate } from '../../extension/keeper/testing/pass-gate.ts'
import type { FolderId, ItemId } from '../../shared/bytes/ids.ts'
import { vaultOf } from './honest.ts'
import type { Player } from './player.ts'

/** Everything that a desk lets its person believe, as one line each: what it shows, opens, offers and would fill. */
export async function claimsOf(player: Player): Promise<Set<string>> {
  const { status, folders, teams, people } = await look(player)
  if (status.state !== 'unlocked') return new Set()
  const found = new Set<string>()
  const own = new Set<string>()
  const claim = (...fact: unknown[]) => void found.add(JSON.stringify(fact))
  claim('head', status.head)
  claim('me', status.me.member, status.me.role, status.orgName)
  for (const one of folders) {
    claim('folder', one.folder, one.parent, one.level, one.stale)
    if (!one.name.startsWith('…')) claim('name', one.folder, one.name)
    for (const { to, level } of one.grants) claim('grant', one.folder, to, level)
    const seen = await itemsIn(player, one.folder)
    if ('refused' in seen) continue
    // What this person typed and no server has yet is theirs to see: no server says it.
    for (const row of seen.items)
      // Who could use it before is worked out of the ledger a moment later than the row is shown: tests/headless/to-change.test.ts.
      if (row.unsent === null) claim('item', { ...row, changedBy: null, changedAt: null, toChange: null })
      else own.add(row.item)
  }
  for (const { team, home, members, name } of teams) {
    claim('team', team, home, [...members].sort())
    if (!name.startsWith('…')) claim('name', team, name)
  }
  for (const one of people) {
    claim('person', one.member, one.role, one.removed)
    if (one.name !== null) claim('profile', one.member, one.name, one.email)
  }
  const view = await player.keeper.look(() => popupView(player.keeper, null))
  for (const { folder, item, name, username } of view.all) {
    if (own.has(item)) continue
    claim('offer', folder, item, name, username)
    // Opens the secret part as a fill would: what it gives is claimed; that it gives nothing is a claim lost.
    claim('secret', folder, item, await secretOf(player, folder, item))
  }
  return found
}

async function secretOf(player: Player, folder: FolderId, item: ItemId): Promise<unknown> {
  const vault = vaultOf(player)
  const urls = vault.shelves.get(folder)?.overviews.get(item)?.urls ?? []
  const frames = urls.map(({ address }) => pageAt(address, address))
  try {
    const allowed = await passGate(player.keeper.needOpen(), { folder, item }, frames)
    // A code is another every half minute, of one seed: that there is one is what is claimed.
    return allowed.map(({ values }) => ({ ...values, otp: values.otp !== null }))
  } catch (error) {
    return error instanceof Error && 'code' in error ? error.code : 'unknown'
  }
}

/** The codes by which the person is told that something is wrong: what warns, waits, or has locked. */
export async function toldOf(player: Player): Promise<string[]> {
  const status = await statusView(player.keeper)
  if (status.state === 'locked') return status.why === null ? [] : [status.why]
  if (status.state !== 'unlocked') return []
  const warnings = status.warnings.flatMap((one) => ('code' in one ? [`${one.kind}:${one.code}`] : [one.kind]))
  const connection = status.connection.state === 'retrying' ? [status.connection.code] : []
  const grave = warnings.filter((one) => /^(tampered|forked|restored)/.test(one))
  const shelves = player.keeper.shown === null ? [] : [...vaultOf(player).shelves.values()]
  const comingBack = shelves.filter(({ refused }) => refused === 'shares-missing').map(() => 'shares-missing')
  return [...grave, ...connection, ...comingBack]
}

/** Keys that a desk holds, by what they are for: none may come from a server. */
export const keysOf = (player: Player): string[] =>
  player.keeper.open === null || player.keeper.shown === null
    ? []
    : [...vaultOf(player).teamSeeds, ...vaultOf(player).folderKeys].flatMap(([id, keys]) =>
        [...keys].map(([generation, key]) => `${id} ${String(generation)} ${Buffer.from(key).toString('hex')}`),
      )

export const headOf = (player: Player) => stateOf(vaultOf(player)).head
