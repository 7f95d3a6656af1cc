/** One form for what either replayer makes of a ledger or journal, so that the two can be compared. */
import { get, idsIn, pairsIn } from '../../../bytes/table.ts'
import type { AnyId, MemberId } from '../../../bytes/ids.ts'
import { levels } from '../../acts.ts'
import type { Level } from '../../acts.ts'
import { everLevelOf, hasManager, isClosed, isMember, levelOf, reachOf } from '../../replay/level.ts'
import type { JournalState } from '../../replay/journal-state.ts'
import type { LedgerState } from '../../replay/state.ts'
import * as plain from './book.ts'
import type { Book } from './book.ts'
import type { Diary } from './journal.ts'
import { reached } from './lose.ts'

const sorted = <T>(values: Iterable<T>): T[] =>
  [...values].sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1))
const byId = <K extends AnyId, V>(pairs: Iterable<readonly [K, V]>) =>
  Object.fromEntries([...pairs].sort(([a], [b]) => (a < b ? -1 : 1)))
const rank = (level: Level | null) => (level === null ? 0 : levels.indexOf(level) + 1)

/** Of the product's state. */
export function digest(state: LedgerState) {
  const people = idsIn(state.members)
  const folders = idsIn(state.folders)
  return {
    head: state.head,
    org: state.org,
    time: state.time,
    policy: { ...state.policy },
    ever: sorted(people),
    keys: sorted(idsIn(state.signKeys)),
    owners: sorted(idsIn(state.owners)),
    members: byId(
      people
        .filter((one) => isMember(state, one))
        .map((one) => {
          const { role, signKey, receive, profile, keyGeneration: generation } = found(get(state.members, one))
          return [one, { role, signKey, receive, profile, generation }]
        }),
    ),
    invitations: byId(
      pairsIn(state.invitations).map(
        ([id, { key, role, teams, expires, replaces, invitedBy: by, underKeys: keys, usedBy, isCancelled, form }]) => [
          id,
          { key, role, teams, expires, replaces, by, keys, formed: form !== null, used: usedBy !== null, isCancelled },
        ],
      ),
    ),
    teams: byId(
      pairsIn(state.teams).map(([id, { home, members, generations, description, staleSince: stale }]) => [
        id,
        {
          home,
          members: sorted(idsIn(members)),
          receives: [...generations].map(({ receive }) => receive),
          revision: description.revision,
          stale,
        },
      ]),
    ),
    folders: byId(
      pairsIn(state.folders).map(([id, folder]) => [
        id,
        {
          parent: folder.parent,
          receives: [...folder.generations].map(({ receive }) => receive),
          revision: folder.description.revision,
          stale: folder.staleSince,
          closed: folder.closedSince !== null,
          witnessed: folder.witnessed,
          isRegister: folder.isRegister,
          personal: folder.personal,
          recovery:
            folder.recovery === null
              ? null
              : {
                  ...folder.recovery,
                  shares: folder.recovery.shares.map(({ owner, keyGeneration }): [MemberId, number] => [
                    owner,
                    keyGeneration,
                  ]),
                },
          grants: sorted(folder.grants.map(({ to, level, from, until }) => [to.kind, to.id, level, from, until])),
          cuts: [...folder.cuts].map(({ ledger, sequence, head }) => [ledger, sequence, head]),
        },
      ]),
    ),
    forms: sorted(pairsIn(state.forms).filter(([, until]) => until >= state.time)),
    promised: byId(
      pairsIn(state.members)
        .filter(([, { promised }]) => promised !== null)
        .map(([one, { promised }]) => [one, sorted(promised?.teams ?? [])]),
    ),
    register: state.register,
    deleted: [sorted(idsIn(state.deleted.teams)), sorted(idsIn(state.deleted.folders))],
    proposals: state.proposals
      .filter(({ expires }) => expires >= state.time)
      .map(({ at, by, underKeys: keys, act, expires }) => ({ ...at, by, keys, expires, act: { ...act } })),
    levels: byId(
      people.map((one) => [
        one,
        byId(
          folders.map((folder) => [folder, [rank(levelOf(state, one, folder)), rank(everLevelOf(state, one, folder))]]),
        ),
      ]),
    ),
    reach: byId(people.map((one) => [one, isMember(state, one) ? sorted(reachOf(state, one)) : []])),
    managed: sorted(folders.filter((one) => hasManager(state, one))),
    closed: sorted(folders.filter((one) => isClosed(state, one))),
  }
}

/** Of the plain replayer's. */
export function digestOfBook(book: Book): ReturnType<typeof digest> {
  const people = [...book.everMembers]
  const folders = [...book.folders.keys()]
  const { sequence, hash } = plain.head(book)
  return {
    head: { sequence, hash },
    org: book.org,
    time: book.time,
    policy: book.policy,
    ever: sorted(people),
    keys: sorted(book.everKeys),
    owners: sorted(plain.owners(book)),
    members: byId(book.members),
    invitations: byId(
      [...book.invitations].map(([id, one]) => [
        id,
        { ...one, used: book.usedInvitations.has(id), isCancelled: book.cancelledInvitations.has(id) },
      ]),
    ),
    teams: byId([...book.teams].map(([id, team]) => [id, { ...team, members: sorted(team.members) }])),
    folders: byId(
      [...book.folders].map(([id, folder]) => [
        id,
        {
          ...folder,
          grants: sorted(
            [...folder.grants.values()].map(({ to, level, from, until }) => [to.kind, to.id, level, from, until]),
          ),
          cuts: book.cuts
            .filter((cut) => cut.folder === id)
            .map(({ ledger, sequence: at, head }) => [ledger, at, head]),
        },
      ]),
    ),
    forms: sorted([...book.forms].filter(([, until]) => until >= book.time)),
    promised: byId(
      [...book.promised].filter(([, teams]) => teams.size > 0).map(([one, teams]) => [one, sorted(teams)]),
    ),
    register: book.register,
    deleted: [sorted(book.deletedTeams), sorted(book.deletedFolders)],
    proposals: [...book.proposals]
      .filter(([, { expires }]) => expires >= book.time)
      .map(([at, proposal]) => ({ sequence: at, ...proposal })),
    levels: byId(
      people.map((one) => [
        one,
        byId(
          folders.map((folder) => [
            folder,
            [plain.levelOf(book, one, folder), plain.levelOf(book, one, folder, 'dates aside')],
          ]),
        ),
      ]),
    ),
    reach: byId(people.map((one) => [one, sorted(reached(book, one))])),
    managed: sorted(folders.filter((one) => plain.hasManager(book, one))),
    closed: sorted(folders.filter((one) => plain.isClosed(book, one))),
  }
}

/** Of the product's journal. */
export const digestOfJournal = ({ head, time, ledger, items }: JournalState) => ({
  sequence: head.sequence,
  head: head.hash,
  time,
  ledger,
  items: byId(
    pairsIn(items).map(([id, { revision, parts, gone, changedBy: by, changedAt }]) => [
      id,
      { revision, isDeleted: parts === null, parts: parts ?? gone, by, time: changedAt },
    ]),
  ),
})

/** Of the plain replayer's. */
export const digestOfDiary = ({ sequence, head, time, ledger, items }: Diary) => ({
  sequence,
  head,
  time,
  ledger,
  items: byId(items),
})

function found<T>(value: T | null): T {
  if (value === null) throw new Error('not there')
  return value
}
