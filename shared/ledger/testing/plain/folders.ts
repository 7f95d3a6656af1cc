import type { FolderId, Hash, MemberId } from '../../../bytes/ids.ts'
import type { ActOf } from '../../acts.ts'
import {
  below,
  folderOf,
  granteesOf,
  hasManager,
  isAbove,
  isClosed,
  isOwner,
  manages,
  mayRead,
  need,
  noAuditor,
  path,
  rank,
  sealedTo,
  serves,
  teamOf,
} from './book.ts'
import type { Book } from './book.ts'
import { take, takeGrant, takeMove } from './forms.ts'
import type { Judging } from './judging.ts'
import { loseAfter } from './lose.ts'
import { twoOwners } from './people.ts'

function openParent(book: Book, parent: FolderId) {
  need(folderOf(book, parent).stale === null, 'stale')
  need(!isClosed(book, parent), 'closed')
}

export function shared(book: Book, id: FolderId) {
  need(folderOf(book, id).personal === null, 'personal')
  need(!folderOf(book, id).isRegister, 'register')
}

export function created(at: Judging, act: ActOf<'folder created'>) {
  const { book, author } = at
  need(!book.folders.has(act.folder) && !book.deletedFolders.has(act.folder), 'already-there')
  if (act.parent !== null) folderOf(book, act.parent)
  need(isAbove(book, author, act.parent), 'not-allowed')
  if (act.parent !== null) shared(book, act.parent)
  if (act.parent !== null) openParent(book, act.parent)
  begin(at, act.folder, act.receive, act.parent, null)
  need(path(book, act.folder).length <= 32, 'too-deep')
}

export function begin(
  { book, author }: Judging,
  id: FolderId,
  receive: Hash,
  parent: FolderId | null,
  personal: MemberId | null,
) {
  const grants = new Map([
    [`member ${author}`, { to: { kind: 'member', id: author }, level: 'manage', from: null, until: null } as const],
  ])
  book.folders.set(id, {
    parent,
    closed: false,
    witnessed: parent !== null && folderOf(book, parent).witnessed,
    isRegister: false,
    personal,
    recovery: null,
    grants,
    receives: [receive],
    revision: 1,
    stale: null,
  })
}

export function described({ book, author }: Judging, act: ActOf<'folder described'>) {
  const folder = folderOf(book, act.folder)
  need(manages(book, author, act.folder), 'not-allowed')
  need(folder.stale === null, 'stale')
  need(act.revision === folder.revision + 1, 'wrong-revision')
  folder.revision = act.revision
}

export function moved(at: Judging, act: ActOf<'folder moved'>) {
  const { book, author } = at
  const folder = folderOf(book, act.folder)
  if (act.parent !== null) folderOf(book, act.parent)
  need(folder.parent !== act.parent, 'nothing-to-do')
  need(manages(book, author, act.folder), 'not-allowed')
  need(isAbove(book, author, folder.parent) && isAbove(book, author, act.parent), 'not-allowed')
  shared(book, act.folder)
  if (act.parent !== null) shared(book, act.parent)
  need(!isClosed(book, act.folder), 'closed')
  takeMove(at, act.folder, act.parent)
  need(act.parent === null || !path(book, act.parent).includes(act.folder), 'cycle')
  if (act.parent !== null) openParent(book, act.parent)
  const all = below(book, act.folder)
  at.weigh(all.length)
  const managed = all.filter((one) => hasManager(book, one))
  folder.parent = act.parent
  for (const one of all) {
    need(path(book, one).length <= 32, 'too-deep')
    at.makeStale(one)
  }
  for (const one of managed) need(hasManager(book, one), 'last-manager')
}

export function granted(at: Judging, act: ActOf<'folder granted'>) {
  const { book, author } = at
  const { to, level, from, until } = act
  const folder = folderOf(book, act.folder)
  const key = `${to.kind} ${to.id}`
  const stood = folder.grants.get(key)
  need(manages(book, author, act.folder), 'not-allowed')
  if (level === 'manage' || stood?.level === 'manage') need(isAbove(book, author, folder.parent), 'not-allowed')
  shared(book, act.folder)
  need(key !== `member ${author}`, 'to-oneself')
  need(level !== 'manage' || (from === null && until === null), 'malformed')
  if (until !== null) need(until > book.time && (from === null || until > from), 'malformed')
  need(stood?.level !== level || stood.from !== from || stood.until !== until, 'nothing-to-do')
  if (to.kind === 'member') noAuditor(book, to.id)
  takeGrant(at, act, stood)
  const team = to.kind === 'team' ? teamOf(book, to.id) : null
  const grant = () => folder.grants.set(key, { to, level, from, until })
  if (stood !== undefined && rank(level) < rank(stood.level)) {
    const registers = below(book, act.folder).filter((one) => serves(book, one))
    if (to.kind === 'team' && stood.level === 'manage') {
      at.weigh(registers.length)
      for (const one of registers) at.makeStale(one)
    }
    loseAfter(at, granteesOf(book, to), below(book, act.folder), 'managers stay', grant)
    return
  }
  need(folder.stale === null, 'stale')
  need(!isClosed(book, act.folder), 'closed')
  if (team !== null) {
    need(team.stale === null, 'stale')
    need(mayRead(book, author, team.home), 'not-allowed')
  }
  grant()
}

export function revoked(at: Judging, act: ActOf<'folder revoked'>) {
  const { book, author } = at
  const folder = folderOf(book, act.folder)
  const key = `${act.to.kind} ${act.to.id}`
  const stood = folder.grants.get(key)
  need(stood !== undefined, 'nothing-to-do')
  if (stood.level === 'manage') need(isAbove(book, author, folder.parent), 'not-allowed')
  else need(manages(book, author, act.folder), 'not-allowed')
  shared(book, act.folder)
  take(at, { line: 'revocation', folder: act.folder, to: act.to })
  const sealed = below(book, act.folder).filter((one) => stood.level === 'manage' || !serves(book, one))
  if (act.to.kind === 'team') at.weigh(sealed.length)
  loseAfter(at, granteesOf(book, act.to), below(book, act.folder), 'managers stay', () => folder.grants.delete(key))
  if (act.to.kind === 'team') for (const one of sealed) at.makeStale(one)
}

export function addRekeyActs(at: Judging, act: ActOf<'folder re-keyed'>) {
  const { book, author } = at
  const folder = folderOf(book, act.folder)
  need(manages(book, author, act.folder), 'not-allowed')
  need(act.generation === folder.receives.length + 1, 'wrong-generation')
  need(!folder.receives.includes(act.receive), 'nothing-to-do')
  need(folder.parent === null || folderOf(book, folder.parent).stale === null, 'stale')
  for (const to of sealedTo(book, act.folder)) need(to.kind === 'member' || teamOf(book, to.id).stale === null, 'stale')
  folder.receives.push(act.receive)
  folder.stale = null
  at.touch(act.folder)
}

export function deleted(at: Judging, { folder: id }: ActOf<'folder deleted'>) {
  const { book, author } = at
  const folder = folderOf(book, id)
  need(manages(book, author, id) && isAbove(book, author, folder.parent), 'not-allowed')
  if (serves(book, id) && folder.parent !== null)
    need(isAbove(book, author, folderOf(book, folder.parent).parent), 'not-allowed')
  else shared(book, id)
  need(!isClosed(book, id), 'closed')
  need(below(book, id).length === 1, 'not-empty')
  need(
    [...book.teams.values()].every(({ home }) => home !== id),
    'not-empty',
  )
  book.folders.delete(id)
  book.cuts = book.cuts.filter((one) => one.folder !== id)
  book.deletedFolders.add(id)
  at.uncut.delete(id)
}

export function closed({ book, author }: Judging, act: ActOf<'folder closed'>) {
  const folder = folderOf(book, act.folder)
  need(manages(book, author, act.folder), 'not-allowed')
  shared(book, act.folder)
  need(!isClosed(book, act.folder), 'nothing-to-do')
  folder.closed = true
}

export function reopened(at: Judging, act: ActOf<'folder reopened'>) {
  const folder = folderOf(at.book, act.folder)
  twoOwners(at)
  need(folder.closed, 'nothing-to-do')
  folder.closed = false
}

export function witnessed({ book, author }: Judging, act: ActOf<'folder witnessed'>) {
  const folder = folderOf(book, act.folder)
  need(act.witnessed ? manages(book, author, act.folder) : isAbove(book, author, folder.parent), 'not-allowed')
  shared(book, act.folder)
  need(folder.witnessed !== act.witnessed, 'nothing-to-do')
  folder.witnessed = act.witnessed
}

export function adopted(at: Judging, act: ActOf<'folder adopted'>) {
  const { book } = at
  const folder = folderOf(book, act.folder)
  twoOwners(at)
  shared(book, act.folder)
  need(!hasManager(book, act.folder), 'has-manager')
  need(isOwner(book, act.by), 'not-a-member')
  const to = { kind: 'member', id: act.by } as const
  folder.grants.set(`member ${act.by}`, { to, level: 'manage', from: null, until: null })
}

export function cut(at: Judging, act: ActOf<'journal cut'>) {
  const { book } = at
  const { folder, sequence, head } = act
  folderOf(book, folder)
  need(at.uncut.delete(folder), 'cut-unasked')
  book.cuts.push({ folder, ledger: book.entries.length + 1, sequence, head })
}

export function anchored(at: Judging, { folder, sequence, head }: ActOf<'journal anchored'>) {
  const { book } = at
  folderOf(book, folder)
  twoOwners(at)
  need(
    book.cuts.some((one) => one.folder === folder),
    'nothing-to-do',
  )
  book.cuts = book.cuts.filter((one) => one.folder !== folder)
  book.cuts.push({ folder, ledger: book.entries.length + 1, sequence, head })
}
