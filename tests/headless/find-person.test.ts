/** D5: a manager staffs a team with somebody whom they could not see, and sees nobody else by it. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { MemberId, TeamId } from '../../shared/bytes/ids.ts'
import type { Stack } from '../stack.ts'
import { between, hire, need, newFolder, newOrg, save } from './org.ts'
import { look, refresh, sign } from './person.ts'
import type { Person } from './person.ts'

let stack: Stack
let owner: Person
let manager: Person
let agent: Person
let member: MemberId
let team: TeamId

beforeAll(async () => {
  ;({ stack, owner } = await newOrg())
  const hired = await hire(stack, owner, 'Mona')
  manager = hired.person
  ;({ person: agent, member } = await hire(stack, owner, 'Ines'))
  const region = await newFolder(owner, 'Nord')
  const to = { kind: 'member' as const, id: hired.member }
  await sign(owner, { do: 'grant', folder: region, to, level: 'manage' })
  await refresh(manager)
  await save(manager, region, 'Portail')
  team = need((await sign(manager, { do: 'create-team', name: 'Nuit', home: region })).team)
  await sign(manager, { do: 'grant', folder: region, to: { kind: 'team', id: team }, level: 'fill' })
})
afterAll(() => stack.stop())

const names = async (person: Person) => (await look(person)).people.map(({ name }) => name)
const find = (person: Person, email: string) => person.ask['person.find']({ email }, '')

test('D5: a manager finds an agent by exact e-mail, sees their name in the sheet, and adds them', async () => {
  expect(await names(manager)).toEqual(['Mona'])
  expect(await find(manager, 'INES@atlas.example')).toEqual([{ member, name: 'Ines', email: 'ines@atlas.example' }])
  expect(await names(manager), 'finding lists nobody').toEqual(['Mona'])
  const intent = { do: 'set-members' as const, team, added: [member], removed: [] }
  expect((await manager.ask['act.review'](intent, '')).gains.map(({ who }) => who)).toEqual(['Ines'])
  await sign(manager, intent)
  await refresh(manager)
  expect((await names(manager)).sort()).toEqual(['Ines', 'Mona'])
  await refresh(agent)
  expect((await look(agent)).folders.map(({ name }) => name)).toEqual(['Nord'])
})

test('D5: an address that nobody has finds nobody, and an agent without a team finds nobody at all', async () => {
  expect(await find(manager, 'nobody@atlas.example')).toEqual([])
  await expect(find(agent, 'mona@atlas.example')).rejects.toMatchObject({ code: 'not-allowed' })
})

test('P4: somebody else’s name, or somebody who was not asked for, is not believed of the server', async () => {
  const { person } = await hire(stack, owner, 'Rosa')
  await refresh(manager)
  const email = 'rosa@atlas.example'
  const lie = async (change: (person: object) => object, asked = email) => {
    const stop = between(manager, async ({ path }, pass) => {
      const answer = await pass()
      if (path !== '/api/people/find') return answer
      const { people } = (await answer.json()) as { people: object[] }
      return Response.json({ people: people.map(change) })
    })
    try {
      return await find(manager, asked)
    } finally {
      stop()
    }
  }
  await expect(lie((one) => ({ ...one, name: 'Ines' }))).rejects.toMatchObject({ code: 'bad-reply' })
  const other = need(owner.keeper.needOpen().vault.profiles.get(member))
  await expect(lie(() => other)).rejects.toMatchObject({ code: 'bad-reply' })
  expect(await lie((one) => one)).toMatchObject([{ member: person.keeper.needOpen().vault.me, name: 'Rosa' }])
})
