import type { MemberId } from '../../../bytes/ids.ts'
import type { ActOf, Role } from '../../acts.ts'
import { folderOf, isOwner, need, rank } from './book.ts'
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
  need(book.register === null && !book.folders.has(act.folder), 'already-there')
  need(isOwner(book, author), 'not-allowed')
  begin(at, act.folder, act.receive, null, null)
  book.register = act.folder
  for (const [member, { role }] of book.members) giveByRole(book, member, role)
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
