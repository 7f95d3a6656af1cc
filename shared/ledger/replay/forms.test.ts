/** Forms: no right without one that another asked for, where the policy says so; a form and its rights land together or not at all. */
import { expect, test } from 'vitest'
import { get } from '../../bytes/table.ts'
import type { FolderId } from '../../bytes/ids.ts'
import type { Act, Policy } from '../acts.ts'
import { formOf, linesOf } from '../testing/form-dice.ts'
import {
  accept,
  attempt,
  cutOf,
  grant,
  newFolder,
  newMember,
  newOrg,
  newTeam,
  setMembers,
  toMember,
  toTeam,
} from '../testing/org.ts'
import { rekeyFolder, rekeyTeam, revoke } from '../testing/org.ts'
import type { Org } from '../testing/org.ts'
import { invitationFor, joinOf, newPerson } from '../testing/person.ts'
import type { Person } from '../testing/person.ts'
import { formLife } from './forms.ts'
import { firstPolicy } from './owners.ts'

const DAY = 24 * 3_600_000

/** An org under the rule, a folder, a team that may fill there, and somebody who asks. */
async function ruled(forms: Policy['forms'] = 'always') {
  const org = await newOrg()
  const [asker, agent] = [await newMember(org), await newMember(org)]
  const folder = await newFolder(org, org.owner)
  const team = await newTeam(org, org.owner, folder)
  await accept(org, org.owner, grant(folder, toTeam(team), 'fill'))
  if (forms !== 'off') await accept(org, org.owner, { act: 'policy set', policy: { ...firstPolicy, forms } })
  return { org, owner: org.owner, asker, agent, folder, team }
}

const asked = (org: Org, asker: Person, acts: readonly Act[], otherwise: Parameters<typeof formOf>[4] = {}) =>
  formOf(org, asker, linesOf(acts), org.state.time + DAY, otherwise)
const dated = (folder: FolderId, to: Person, from: number | null, until: number | null): Act => ({
  act: 'folder granted',
  folder,
  to: toMember(to),
  level: 'read',
  from,
  until,
})

test('P4 S14: under the rule a grant, a seat and a move need a form, and what takes away needs none', async () => {
  const { org, owner, asker, agent, folder, team } = await ruled()
  const other = await newFolder(org, owner)
  const acts: Act[] = [
    grant(folder, toMember(agent), 'read'),
    setMembers(team, [agent], []),
    { act: 'folder moved', folder: other, parent: folder },
  ]
  for (const act of acts) {
    expect([act.act, await attempt(org, owner, act)]).toEqual([act.act, 'no-form'])
    const cuts = act.act === 'folder moved' ? [cutOf(org, other)] : []
    expect([act.act, await attempt(org, owner, await asked(org, asker, [act]), act, ...cuts)]).toEqual([
      act.act,
      'accepted',
    ])
  }
  await accept(
    org,
    owner,
    await asked(org, asker, [acts[1] ?? grant(folder, toMember(agent), 'read')]),
    setMembers(team, [agent], []),
  )
  await accept(org, owner, setMembers(team, [], [agent]), cutOf(org, folder))
  await accept(org, owner, revoke(folder, toTeam(team)), cutOf(org, folder))
})

test('P4 S14: a form and its rights land together: a line that no act carries out, or one twice, is refused', async () => {
  const { org, owner, asker, agent, folder, team } = await ruled()
  const [read, seat] = [grant(folder, toMember(agent), 'read'), setMembers(team, [agent], [])]
  const form = await asked(org, asker, [read, seat])
  expect(await attempt(org, owner, form, read)).toBe('form-lines')
  expect(await attempt(org, owner, form, read, seat)).toBe('accepted')
  expect(await attempt(org, owner, read, seat, form), 'it comes first').toBe('no-form')
  expect(await attempt(org, owner, form, grant(folder, toMember(agent), 'edit'), seat), 'exactly that').toBe('no-form')
  await accept(org, owner, form, read, seat)
  expect(get(org.state.folders, folder)?.grants.map(({ form: on }) => on)).toEqual([null, null, form.form])
  expect(get(get(org.state.teams, team)?.members ?? { count: 0, root: [] }, agent.id)?.form).toBe(form.form)
  await accept(org, owner, revoke(folder, toMember(agent)))
  expect(await attempt(org, owner, form, read, seat), 'once').toBe('already-there')
})

test('P4 S14: nobody approves what they asked for, nor what nobody asked for', async () => {
  const { org, owner, asker, agent, folder } = await ruled()
  const read = grant(folder, toMember(agent), 'read')
  expect(await attempt(org, owner, await asked(org, owner, [read]), read)).toBe('to-oneself')
  const stranger = await newPerson()
  expect(await attempt(org, owner, await asked(org, stranger, [read]), read)).toBe('not-a-member')
  const form = await asked(org, asker, [read])
  const forged = await formOf(org, asker, form.lines, form.expires, {}, owner.keys.sign)
  expect(await attempt(org, owner, forged, read)).toBe('bad-signature')
  expect(await attempt(org, owner, { ...form, expires: form.expires + 1 }, read)).toBe('bad-signature')
  const edit = grant(folder, toMember(agent), 'edit')
  expect(await attempt(org, owner, { ...form, asked: linesOf([edit]), lines: linesOf([edit]) }, edit)).toBe(
    'bad-signature',
  )
})

test('S14: whoever approves may give less than was asked for, and not more', async () => {
  const { org, owner, asker, agent, folder } = await ruled()
  const now = org.state.time
  const wish = linesOf([dated(folder, agent, null, now + 5 * DAY)])
  const approve = async (act: Act) => attempt(org, owner, await asked(org, asker, [act], { asked: wish }), act)
  expect(await approve(dated(folder, agent, now, now + DAY))).toBe('accepted')
  expect(await approve(dated(folder, agent, null, now + 6 * DAY))).toBe('form-lines')
  expect(await approve(dated(folder, agent, null, null))).toBe('form-lines')
  expect(await approve(grant(folder, toMember(agent), 'edit'))).toBe('form-lines')
  expect(await approve(grant(folder, toMember(asker), 'fill'))).toBe('form-lines')
})

test('a grant that lies within the one that stood needs no form; a longer one does', async () => {
  const { org, owner, asker, agent, folder } = await ruled()
  const now = org.state.time
  const first = dated(folder, agent, null, now + 5 * DAY)
  const form = await asked(org, asker, [first])
  await accept(org, owner, form, first)
  await accept(org, owner, dated(folder, agent, null, now + 2 * DAY))
  expect(get(org.state.folders, folder)?.grants.at(-1)?.form).toBe(form.form)
  expect(await attempt(org, owner, dated(folder, agent, null, now + 5 * DAY))).toBe('no-form')
})

test('an undecided form ends: approved until it expires, for a week at the most', async () => {
  const { org, owner, asker, agent, folder } = await ruled()
  const read = grant(folder, toMember(agent), 'read')
  const form = (expires: number) => formOf(org, asker, linesOf([read]), org.state.time + 1 + expires)
  expect(await attempt(org, owner, await form(-1), read)).toBe('form-expired')
  expect(await attempt(org, owner, await form(0), read)).toBe('accepted')
  expect(await attempt(org, owner, await form(formLife), read)).toBe('accepted')
  expect(await attempt(org, owner, await form(formLife + 1), read)).toBe('too-far')
  expect(await attempt(org, owner, await asked(org, asker, [read], { lines: [] }), read)).toBe('malformed')
})

test('S14: a joiner’s seats are promised by the form of their invitation, each once', async () => {
  const { org, owner, asker, folder, team } = await ruled()
  const [newcomer, other] = [await newPerson(), await newPerson()]
  const invited = await invitationFor('member', org.state.time + DAY)
  const act = { ...invited.act, teams: [team] }
  const form = await asked(org, asker, [act])
  await accept(org, owner, form, act)
  await accept(org, owner, await joinOf(org.state.org, newcomer, { ...invited, act }))
  await accept(org, owner, setMembers(team, [newcomer], []))
  await accept(org, owner, setMembers(team, [], [newcomer]), cutOf(org, folder))
  await accept(org, owner, await rekeyTeam(org, team), await rekeyFolder(org, folder))
  expect(await attempt(org, owner, setMembers(team, [newcomer], []))).toBe('no-form')
  // A wish without a form gives no seat.
  const wished = await invitationFor('member', org.state.time + DAY)
  await accept(org, owner, { ...wished.act, teams: [team] })
  await accept(org, owner, await joinOf(org.state.org, other, { ...wished, act: { ...wished.act, teams: [team] } }))
  expect(await attempt(org, owner, setMembers(team, [other], []))).toBe('no-form')
})

test('the rule for manage asks for forms where manage is given, and off for none', async () => {
  const { org, owner, agent, folder, team } = await ruled('manage')
  expect(await attempt(org, owner, grant(folder, toMember(agent), 'edit'))).toBe('accepted')
  expect(await attempt(org, owner, setMembers(team, [agent], []))).toBe('accepted')
  expect(await attempt(org, owner, grant(folder, toMember(agent), 'manage'))).toBe('no-form')
  const free = await ruled('off')
  expect(await attempt(free.org, free.owner, grant(free.folder, toMember(free.agent), 'manage'))).toBe('accepted')
  const own = await asked(free.org, free.owner, [grant(free.folder, toMember(free.agent), 'edit')])
  expect(await attempt(free.org, free.owner, own, grant(free.folder, toMember(free.agent), 'edit'))).toBe('accepted')
})
