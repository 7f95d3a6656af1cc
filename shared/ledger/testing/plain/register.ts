import type { FolderId, MemberId } from '../../../bytes/ids.ts'
import type { ActOf, Role } from '../../acts.ts'
import { folderOf, isClosed, isOwner, manages, need, path, rank, serves } from './book.ts'
import type { Book } from './book.ts'
import { begin } from './folders.ts'
import type { Judging } from './judging.ts'

/** The level of each role on the register, as a rank. */
export const onRegister: { [R in Role]: number } = {
  owner: rank('manage'),
  admin: rank('manage'),
  auditor: rank('read'),
  member: 0,
}

export function created(at: Judging, act: ActOf<'register created'>) {
  const { book, author } = at
  need(!book.folders.has(act.folder) && !book.deletedFolders.has(act.folder), 'already-there')
  if (act.of !== null) return ofFolder(at, act, act.of)
  need(book.register === null, 'already-there')
  need(isOwner(book, author), 'not-allowed')
  begin(at, act.folder, act.receive, null, null)
  folderOf(book, act.folder).isRegister = true
  book.register = act.folder
  for (const [member, { role }] of book.members) giveByRole(book, member, role)
}

function ofFolder(at: Judging, act: ActOf<'register created'>, of: FolderId) {
  const { book, author } = at
  need(manages(book, author, of), 'not-allowed')
  const { stale, personal, isRegister } = folderOf(book, of)
  need(stale === null && personal === null && !isRegister && !isClosed(book, of), 'register')
  need(![...book.folders].some(([id, { parent }]) => parent === of && serves(book, id)), 'already-there')
  begin(at, act.folder, act.receive, of, null)
  need(path(book, act.folder).length <= 32, 'too-deep')
  Object.assign(folderOf(book, act.folder), { isRegister: true, witnessed: false, grants: new Map() })
}

/** The register's grant to a member is what their role asks for. */
export function giveByRole(book: Book, member: MemberId, role: Role) {
  if (book.register === null) return
  const { grants } = folderOf(book, book.register)
  const key = `member ${member}`
  grants.delete(key)
  if (onRegister[role] === 0) return
  const level = onRegister[role] === rank('manage') ? 'manage' : 'read'
  grants.set(key, { to: { kind: 'member', id: member }, level, from: null, until: null })
}
