import { afterAll, beforeAll, expect, test } from 'vitest'
import { countNotices } from '../../extension/keeper/doors/views/notices.ts'
import type { FolderId, MemberId } from '../../shared/bytes/ids.ts'
import { plainClient } from '../../shared/vault/about-client.ts'
import type { Stack } from '../stack.ts'
import { PIN, hire, need, newFolder, newOrg } from './org.ts'
import { join, newPerson, refresh, sign } from './person.ts'
import type { Person } from './person.ts'

// What the toolbar counts: only what this person can decide, and only while unlocked.
const DAY = 24 * 3_600_000
const dayIn = (days: number) => new Date(Date.now() + days * DAY).toISOString().slice(0, 10)

let stack: Stack
let owner: Person
let agent: Person
let ines: MemberId
let client: FolderId

beforeAll(async () => {
  ;({ stack, owner } = await newOrg())
  ;({ person: agent, member: ines } = await hire(stack, owner, 'Ines'))
  client = await newFolder(owner, 'Banque')
})
afterAll(() => stack.stop())

const counts = () => [countNotices(owner.keeper), countNotices(agent.keeper)]

test('who manages counts a grant and a contract that end within a week, and who only fills counts nothing', async () => {
  const grant = { do: 'grant', folder: client, to: { kind: 'member', id: ines }, level: 'fill' } as const
  await sign(owner, { ...grant, until: Date.now() + 20 * DAY })
  await sign(owner, { do: 'describe-client', folder: client, about: { ...plainClient(1), end: dayIn(20) } })
  await refresh(agent)
  expect(counts()).toEqual([0, 0])
  await sign(owner, { ...grant, until: Date.now() + 3 * DAY })
  await sign(owner, { do: 'describe-client', folder: client, about: { ...plainClient(1), end: dayIn(2) } })
  await refresh(agent)
  expect(counts()).toEqual([2, 0])
  await sign(owner, { do: 'close-folder', folder: client })
  expect(counts()).toEqual([0, 0])
})

test('a newcomer is counted until somebody lets them in, and nothing is counted while locked', async () => {
  const { code } = await sign(owner, {
    do: 'invite',
    name: 'Nils',
    email: 'nils@atlas.example',
    role: 'member',
    teams: [],
  })
  await join(newPerson(), stack.origin, need(code), PIN)
  await refresh(owner)
  await refresh(agent)
  expect(counts()).toEqual([1, 0])
  const [asked] = owner.keeper.joins.joins
  await sign(owner, { do: 'approve', invitation: need(asked).invitation })
  expect(counts()).toEqual([0, 0])
  await sign(owner, { do: 'reopen-folder', folder: client })
  expect(counts()).toEqual([2, 0])
  await owner.keeper.lockNow('button')
  expect(counts()).toEqual([0, 0])
})
