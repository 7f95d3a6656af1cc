import { has } from '../../bytes/table.ts'
import type { MemberId } from '../../bytes/ids.ts'
import { formProof } from '../../crypto/contexts.ts'
import { formLines } from '../acts.ts'
import type { Act, ActOf, FormLine } from '../acts.ts'
import { isMember } from '../replay/level.ts'
import { pick, signerOf } from './cast.ts'
import type { Cast } from './cast.ts'
import type { Org } from './org.ts'
import { someHash } from './person.ts'
import type { Person } from './person.ts'

const DAY = 24 * 3_600_000

/** The lines that acts would take. */
export const linesOf = (acts: readonly Act[]): FormLine[] =>
  acts.flatMap((act): FormLine[] => {
    switch (act.act) {
      case 'folder granted': {
        const { folder, to, level, from, until } = act
        return [{ line: 'grant', folder, to, level, from, until }]
      }
      case 'folder revoked':
        return [{ line: 'revocation', folder: act.folder, to: act.to }]
      case 'team members set': {
        const { team, added, removed } = act
        const departed = (member: MemberId): FormLine => ({ line: 'departure', team, member })
        return [...added.map((member): FormLine => ({ line: 'seat', team, member })), ...removed.map(departed)]
      }
      case 'member invited':
        return [{ line: 'joiner', invitation: act.invitation, teams: act.teams }]
      case 'folder moved':
        return [{ line: 'move', folder: act.folder, parent: act.parent }]
      default:
        return []
    }
  })

/** A form as its requester signs it, approved whole unless `otherwise` says more. */
export async function formOf(
  { state }: Org,
  requester: Person,
  lines: FormLine[],
  expires: number,
  otherwise: Partial<ActOf<'form approved'>> = {},
  signer: Pick<Person['keys'], 'sign'>['sign'] = requester.keys.sign,
): Promise<ActOf<'form approved'>> {
  const form = await someHash()
  const said = { form, requester: requester.id, expires, asked: lines, lines, ...otherwise }
  const proof = formProof({ ...said, org: state.org, asked: formLines.write(said.asked) })
  return { act: 'form approved', byRequester: await signer.sign(proof), ...said }
}

/** A form of some member for these acts; at times expired, used again, signed by another, or of other lines. */
export async function formFor(
  cast: Cast,
  { a, b, c, d }: { a: number; b: number; c: number; d: number },
  acts: readonly Act[],
  time: number,
): Promise<ActOf<'form approved'>> {
  const { org, people } = cast
  const members = people.filter(({ id }) => isMember(org.state, id))
  const requester = pick(d < 9 ? members : people, c) ?? org.owner
  const lines = linesOf(acts)
  const expires = time + (b === 9 ? -1 : b === 8 ? 8 * DAY : (b + 1) * 0.5 * DAY)
  const wider = lines.map((line): FormLine =>
    line.line === 'grant' ? { ...line, level: 'manage', until: null } : line,
  )
  const asked = d < 4 ? lines : d < 6 ? wider : d === 7 ? lines.slice(1) : lines
  const used = pick(cast.forms, a)
  const otherwise = {
    asked,
    ...(c === 9 && used !== null && { form: used }),
    ...(d === 8 && { lines: lines.slice(1) }),
  }
  const signer = signerOf(cast, c === 8 ? org.owner : requester)
  const made = await formOf(org, requester, lines, expires, otherwise, signer)
  if (!has(org.state.forms, made.form)) cast.forms.push(made.form)
  return made
}
