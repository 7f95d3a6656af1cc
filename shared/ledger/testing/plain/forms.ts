/** "Forms", written once more from docs/LEDGER.md. */
import type { FolderId, MemberId, TeamId } from '../../../bytes/ids.ts'
import { formProof } from '../../../crypto/contexts.ts'
import { verify } from '../../../crypto/verify.ts'
import { formLines } from '../../acts.ts'
import type { ActOf, FormLine } from '../../acts.ts'
import { folderOf, memberOf, need, rank } from './book.ts'
import type { Book, Grant } from './book.ts'
import type { Judging } from './judging.ts'

const WEEK = 7 * 24 * 60 * 60 * 1000

export async function approved(at: Judging, act: ActOf<'form approved'>) {
  const { book, author } = at
  const { signKey } = memberOf(book, act.requester)
  if (book.policy.forms !== 'off') need(act.requester !== author, 'to-oneself')
  need(act.expires >= book.time, 'form-expired')
  need(act.expires <= book.time + WEEK, 'too-far')
  const before = book.forms.get(act.form)
  need(before === undefined || before < book.time, 'already-there')
  need(act.lines.length > 0, 'malformed')
  need(act.asked.length > 0, 'malformed')
  for (const line of act.lines)
    need(
      act.asked.some((one) => answers(line, one)),
      'form-lines',
    )
  const asked = formLines.write(act.asked)
  const { form, requester, expires } = act
  need(
    await verify(signKey, formProof({ org: book.org, requester, form, expires, asked }), act.byRequester),
    'bad-signature',
  )
  book.forms.set(form, expires)
  at.lines.push(...act.lines)
}

const same = (one: FormLine, other: FormLine) => JSON.stringify(one) === JSON.stringify(other)

function answers(line: FormLine, asked: FormLine): boolean {
  if (line.line !== 'grant' || asked.line !== 'grant') return same(line, asked)
  const isForSame = line.folder === asked.folder && line.to.kind === asked.to.kind && line.to.id === asked.to.id
  return isForSame && isWithin(line, asked)
}

const isWithin = (inner: Omit<Grant, 'to'>, outer: Omit<Grant, 'to'>) =>
  rank(inner.level) <= rank(outer.level) &&
  (inner.from ?? -Infinity) >= (outer.from ?? -Infinity) &&
  (inner.until ?? Infinity) <= (outer.until ?? Infinity)

/** Takes the line, if there is one. */
export function take(at: Judging, line: FormLine): boolean {
  const found = at.lines.findIndex((one) => same(one, line))
  if (found >= 0) at.lines.splice(found, 1)
  return found >= 0
}

const asks = ({ policy }: Book, isManage: boolean) =>
  policy.forms === 'always' || (policy.forms === 'manage' && isManage)

export function takeGrant(at: Judging, { folder, to, level, from, until }: ActOf<'folder granted'>, stood?: Grant) {
  const isTaken = take(at, { line: 'grant', folder, to, level, from, until })
  const isNarrower = stood !== undefined && isWithin({ level, from, until }, stood)
  need(isTaken || isNarrower || !asks(at.book, level === 'manage'), 'no-form')
}

export function takeSeat(at: Judging, team: TeamId, member: MemberId) {
  const { book } = at
  const granted = [...book.folders.values()].flatMap(({ grants }) => grants.get(`team ${team}`)?.level ?? [])
  const isTaken = take(at, { line: 'seat', team, member })
  const isPromised = book.promised.get(member)?.delete(team) === true
  need(isTaken || isPromised || !granted.some((level) => asks(book, level === 'manage')), 'no-form')
}

export function takeMove(at: Judging, folder: FolderId, parent: FolderId | null) {
  folderOf(at.book, folder)
  const isTaken = take(at, { line: 'move', folder, parent })
  need(isTaken || parent === null || at.book.policy.forms === 'off', 'no-form')
}
