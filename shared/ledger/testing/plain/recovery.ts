import type { MemberId } from '../../../bytes/ids.ts'
import type { ActOf } from '../../acts.ts'
import { folderOf, isOwner, memberOf, need, owners } from './book.ts'
import type { Book, Folder } from './book.ts'
import { begin } from './folders.ts'
import type { Judging } from './judging.ts'
import { twoOwners } from './people.ts'

export function personalCreated(at: Judging, act: ActOf<'personal folder created'>) {
  const { book, author } = at
  need(!book.folders.has(act.folder) && !book.deletedFolders.has(act.folder), 'already-there')
  need(![...book.folders.values()].some(({ personal }) => personal === author), 'already-there')
  begin(at, act.folder, act.receive, null, author)
}

export function recoverySet(
  { book, author }: Judging,
  { folder: id, generation, owners: named }: ActOf<'recovery set'>,
) {
  const folder = folderOf(book, id)
  need(folder.personal === author, 'not-allowed')
  need(book.policy.recovery, 'no-recovery')
  need(generation === folder.receives.length, 'wrong-generation')
  need(folder.stale === null, 'stale')
  const others = owners(book).filter((one) => one !== author)
  for (const [i, one] of named.entries()) need(named.indexOf(one) === i, 'malformed')
  for (const one of named) need(others.includes(one), 'not-allowed')
  need(named.length >= 2, 'needs-two-owners')
  need(named.length === others.length, 'malformed')
  const shares = named.map((one): [MemberId, number] => [one, memberOf(book, one).generation])
  folder.recovery = { generation, shares, to: null }
}

const standing = (book: Book, { recovery, receives }: Folder) =>
  recovery?.generation !== receives.length
    ? []
    : recovery.shares.filter(([one, keys]) => isOwner(book, one) && memberOf(book, one).generation === keys)

export function recovered(at: Judging, { folder: id, to }: ActOf<'folder recovered'>) {
  const { book } = at
  const folder = folderOf(book, id)
  twoOwners(at)
  const { personal, recovery } = folder
  need(personal !== null && recovery !== null && book.policy.recovery, 'no-recovery')
  need(!book.members.has(personal), 'has-manager')
  memberOf(book, to)
  const earlier: MemberId[] = []
  for (let one = book.replaced.get(to); one !== undefined; one = book.replaced.get(one)) earlier.push(one)
  need(earlier.includes(personal), 'not-allowed')
  need(standing(book, folder).length >= 2, 'no-recovery')
  folder.personal = to
  folder.recovery = { ...recovery, to }
  folder.grants = new Map([
    [`member ${to}`, { to: { kind: 'member', id: to }, level: 'manage', from: null, until: null }],
  ])
}
