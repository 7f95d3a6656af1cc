import { emptyTable, get, has } from '../../shared/bytes/table.ts'
import { and, inArray, or, sql } from 'drizzle-orm'
import { folderId, memberId, parseId, teamId } from '../../shared/bytes/ids.ts'
import type { FolderId, MemberId } from '../../shared/bytes/ids.ts'
import type { Act } from '../../shared/ledger/acts.ts'
import { keyGrants, levelOf } from '../../shared/ledger/replay/level.ts'
import type { LedgerState } from '../../shared/ledger/replay/state.ts'
import type { Wrap } from '../../shared/protocol/objects.ts'
import type { FetchRequest } from '../../shared/protocol/sync.ts'
import { entitledWraps, wrapText } from '../../shared/access/entitled.ts'
import { teamsOf } from '../../shared/access/visible.ts'
import type { Connection } from './connection.ts'
import { badField } from './problem.ts'
import { wraps } from './schema.ts'

type Row = typeof wraps.$inferInsert
const rowsAtOnce = 2_000

/**
 * Refuses wraps that the ledger entitles nobody to: of a generation that is not, to somebody who is not current, or
 * delivered by somebody who neither touched that key in this entry nor manages it. Throws `bad-request`.
 */
export function checkWraps(came: readonly Wrap[], acts: readonly Act[], author: MemberId, after: LedgerState): void {
  const touched = new Set<string>(
    // A cut touches a folder's journal, not its key.
    acts.flatMap((act): string[] =>
      act.act === 'journal cut' ? [] : 'team' in act ? [act.team] : 'folder' in act ? [act.folder] : [],
    ),
  )
  // Under new keys of their own, whoever holds something seals it to themselves anew.
  const rotates = acts.some(({ act }) => act === 'member keys rotated')
  const isOwn = ({ to }: Wrap) => rotates && to.kind === 'member' && to.id === author
  const manages = (folder: FolderId | undefined) => folder !== undefined && levelOf(after, author, folder) === 'manage'
  const shares = new Set(came.flatMap((wrap) => (wrap.kind === 'share' ? [`${wrap.id} ${wrap.holder}`] : [])))
  for (const act of acts)
    if (act.act === 'recovery set' && act.owners.some((owner) => !shares.has(`${act.folder} ${owner}`)))
      throw badField('wraps', 'A share of the key did not come.')
  for (const [i, wrap] of came.entries()) {
    const folder = wrap.kind === 'team' ? get(after.teams, wrap.id)?.home : wrap.id
    const entitled = touched.has(wrap.id) || manages(folder) || isOwn(wrap)
    if (!entitled || !isExpected(wrap, after)) throw badField(`wraps.${i}`, 'The ledger entitles nobody to this wrap.')
  }
}

/** Whether the ledger entitles somebody to this wrap. */
export function isExpected(wrap: Wrap, after: LedgerState): boolean {
  if (wrap.kind === 'share') return entitledWraps(after, wrap).some((name) => wrapText(name) === wrapText(wrap))
  const holder = wrap.kind === 'team' ? get(after.teams, wrap.id) : get(after.folders, wrap.id)
  if (holder === null || wrap.generation < 1 || wrap.generation > holder.generations.length) return false
  if (wrap.to.kind === 'previous') return wrap.generation > 1
  if (wrap.kind === 'team') return has(get(after.teams, wrap.id)?.members ?? emptyTable, wrap.to.id)
  const folder = get(after.folders, wrap.id)
  if (folder === null) return false
  const { to } = wrap
  const grants = keyGrants(after, wrap.id)
  if (to.kind === 'member') return grants.some((grant) => grant.to.kind === 'member' && grant.to.id === to.id)
  if (to.kind === 'folder')
    return (
      !folder.isRegister && folder.parent === to.id && to.generation === get(after.folders, to.id)?.generations.length
    )
  const granted = grants.some((grant) => grant.to.kind === 'team' && grant.to.id === to.id)
  return granted && to.generation === get(after.teams, to.id)?.generations.length
}

/** Keeps wraps; one to the same recipient replaces what was there. */
export async function keepWraps(db: Connection, came: readonly Wrap[]): Promise<void> {
  const unique = [...new Map(came.map((wrap) => [JSON.stringify({ ...wrap, sealed: null }), rowOf(wrap)])).values()]
  const { kind, id, generation, toKind, toId, toGeneration, holder } = wraps
  for (let at = 0; at < unique.length; at += rowsAtOnce)
    await db
      .insert(wraps)
      .values(unique.slice(at, at + rowsAtOnce))
      .onConflictDoUpdate({
        target: [kind, id, generation, toKind, toId, toGeneration, holder],
        set: { sealed: sql`excluded.sealed` },
      })
}

export function rowOf(wrap: Wrap): Row {
  const { kind, id, generation, to, sealed } = wrap
  const toId = to.kind === 'previous' ? '' : to.id
  const toGeneration = to.kind === 'team' || to.kind === 'folder' ? to.generation : 0
  const holder = wrap.kind === 'share' ? wrap.holder : ''
  return { kind, id, generation, toKind: to.kind, toId, toGeneration, holder, sealed }
}

/**
 * Wraps of the asked generations, where the member has what they belong to: those to the member, to their teams, to
 * a parent folder, and of the generation before; shares that are the member's own, or came to them.
 */
export async function fetchWraps(
  db: Connection,
  state: LedgerState,
  member: MemberId,
  asked: FetchRequest['wraps'],
): Promise<Wrap[]> {
  const teams = new Set<string>(teamsOf(state, member))
  const mine = new Set<string>([member, ...teamsOf(state, member)])
  const wanted = asked.filter((one) => {
    if (one.kind === 'team') return teams.has(one.id)
    return one.kind === 'share' || levelOf(state, member, one.id) !== null
  })
  if (wanted.length === 0) return []
  const generations = new Set(wanted.map(({ kind, id, generation }) => `${kind} ${id} ${generation}`))
  const ids = [...new Set(wanted.map(({ id }) => id))]
  const rows = await db
    .select()
    .from(wraps)
    .where(
      and(inArray(wraps.id, ids), or(inArray(wraps.toKind, ['folder', 'previous']), inArray(wraps.toId, [...mine]))),
    )
  return rows.filter(({ kind, id, generation }) => generations.has(`${kind} ${id} ${generation}`)).map(wrapOf)
}

/** What `rowOf` was given. */
export function wrapOf(row: typeof wraps.$inferSelect): Wrap {
  const { kind, id, generation, toKind, toId, toGeneration, holder, sealed } = row
  const previous = { kind: 'previous' } as const
  const member = () => ({ kind: 'member', id: parseId(memberId, toId) }) as const
  if (kind === 'team')
    return { kind, id: parseId(teamId, id), generation, to: toKind === 'previous' ? previous : member(), sealed }
  if (kind === 'share')
    return { kind, id: parseId(folderId, id), generation, holder: parseId(memberId, holder), to: member(), sealed }
  const to = () => {
    switch (toKind) {
      case 'previous':
        return previous
      case 'member':
        return member()
      case 'team':
        return { kind: toKind, id: parseId(teamId, toId), generation: toGeneration }
      case 'folder':
        return { kind: toKind, id: parseId(folderId, toId), generation: toGeneration }
    }
  }
  return { kind, id: parseId(folderId, id), generation, to: to(), sealed }
}
