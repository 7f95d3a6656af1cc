/** Forms: what somebody asked for and another approved, and the rights that rest on them (docs/LEDGER.md, "Forms"). */
import { drop, get, idsIn, pairsIn, put } from '../../bytes/table.ts'
import type { FolderId, Hash, MemberId, TeamId } from '../../bytes/ids.ts'
import { formProof } from '../../crypto/contexts.ts'
import { formLines } from '../acts.ts'
import type { ActOf, FormLine } from '../acts.ts'
import { memberOf, need, teamOf, withMember } from './context.ts'
import type { Context } from './context.ts'
import { atLeast, grantTo } from './level.ts'
import type { Grant, LedgerState } from './state.ts'

/** For how many ms at the most a form that was asked for can be approved. */
export const formLife = 7 * 24 * 3_600_000

type Rights = Pick<Grant, 'level' | 'from' | 'until'>

/** Whether rights lie within others: no higher level, no earlier begin, no later end. */
export const narrows = (inner: Rights, outer: Rights): boolean =>
  atLeast(outer.level, inner.level) &&
  (outer.from === null || (inner.from !== null && inner.from >= outer.from)) &&
  (outer.until === null || (inner.until !== null && inner.until <= outer.until))

/** What a line is about; a grant's level and dates aside. */
function targetOf(line: FormLine): string {
  switch (line.line) {
    case 'grant':
    case 'revocation':
      return `${line.line} ${line.folder} ${line.to.kind} ${line.to.id}`
    case 'seat':
    case 'departure':
      return `${line.line} ${line.team} ${line.member}`
    case 'joiner':
      return `joiner ${line.invitation} ${line.teams.join(' ')}`
    case 'move':
      return `move ${line.folder} ${line.parent ?? ''}`
  }
}

/** All that a line says, as one text. */
const textOf = (line: FormLine): string =>
  line.line === 'grant' ? [targetOf(line), line.level, line.from, line.until].join(' ') : targetOf(line)

/** Takes note of what a form approves; each line is then taken by an act that says the same. */
export function formApproved(state: LedgerState, act: ActOf<'form approved'>, context: Context): LedgerState {
  const { form, requester, expires, asked, lines } = act
  const { signKey } = memberOf(state, requester)
  need(state.policy.forms === 'off' || requester !== context.author, 'to-oneself')
  need(context.time <= expires, 'form-expired')
  need(expires <= context.time + formLife, 'too-far')
  need((get(state.forms, form) ?? -1) < context.time, 'already-there')
  need(lines.length > 0 && asked.length > 0, 'malformed')
  const targets = new Map<string, FormLine[]>()
  for (const one of asked) targets.set(targetOf(one), [...(targets.get(targetOf(one)) ?? []), one])
  const isAsked = (line: FormLine) =>
    (targets.get(targetOf(line)) ?? []).some(
      (one) => line.line !== 'grant' || (one.line === 'grant' && narrows(line, one)),
    )
  need(lines.every(isAsked), 'form-lines')
  const message = () => formProof({ org: state.org, requester, form, expires, asked: formLines.write(asked) })
  context.claims.push({ key: signKey, message, signature: act.byRequester, letsIn: signKey })
  for (const line of lines) context.lines.set(textOf(line), [...(context.lines.get(textOf(line)) ?? []), form])
  let { forms } = state
  for (const [one, until] of pairsIn(forms)) if (until < context.time) forms = drop(forms, one)
  return { ...state, forms: put(forms, form, expires) }
}

/** Takes the line that says exactly this, once. Returns the form that it stands on, null where there is none. */
export function takeLine({ lines }: Context, line: FormLine): Hash | null {
  const [form, ...others] = lines.get(textOf(line)) ?? []
  if (others.length > 0) lines.set(textOf(line), others)
  else lines.delete(textOf(line))
  return form ?? null
}

/** The form of a grant: that of its line; else that of the grant which it narrows. Refused where the policy asks for one. */
export function formOfGrant(state: LedgerState, act: ActOf<'folder granted'>, old: Grant | null, context: Context) {
  const { folder, to, level, from, until } = act
  const form = takeLine(context, { line: 'grant', folder, to, level, from, until })
  const raises = old === null || !narrows(act, old)
  need(form !== null || !raises || !asksForm(state, level === 'manage'), 'no-form')
  return form ?? (raises ? null : old.form)
}

const asksForm = ({ policy }: LedgerState, isManage: boolean) =>
  policy.forms === 'always' || (policy.forms === 'manage' && isManage)

/** The forms of seats, by member: that of a line; else that of the invitation by which the member came, the first time. */
export function formsOfSeats(state: LedgerState, team: TeamId, members: readonly MemberId[], context: Context) {
  const isAsked = givesSomething(state, team)
  return new Map(
    members.map((member) => {
      const form = takeLine(context, { line: 'seat', team, member }) ?? promisedSeat(state, team, member)
      need(form !== null || !isAsked, 'no-form')
      return [member, form]
    }),
  )
}

function promisedSeat(state: LedgerState, team: TeamId, member: MemberId): Hash | null {
  const promised = memberOf(state, member).promised
  return promised?.teams.includes(team) === true ? promised.form : null
}

/** A promised seat is given once. */
export function keepPromise(state: LedgerState, team: TeamId, member: MemberId): LedgerState {
  const promised = get(state.members, member)?.promised ?? null
  if (promised === null) return state
  const teams = promised.teams.filter((one) => one !== team)
  return withMember(state, member, { promised: teams.length === 0 ? null : { ...promised, teams } })
}

/** Whether a seat in the team is something that the policy asks a form for. */
function givesSomething(state: LedgerState, team: TeamId): boolean {
  if (state.policy.forms === 'off') return false
  const { grants } = teamOf(state, team)
  const levelOn = (folder: FolderId) =>
    grantTo(get(state.folders, folder)?.grants ?? [], { kind: 'team', id: team })?.level
  return idsIn(grants).some((folder) => asksForm(state, levelOn(folder) === 'manage'))
}

/** Who has something above the new place has it in what is moved there. */
export function formOfMove(state: LedgerState, { folder, parent }: ActOf<'folder moved'>, context: Context): void {
  const form = takeLine(context, { line: 'move', folder, parent })
  need(form !== null || parent === null || state.policy.forms === 'off', 'no-form')
}
