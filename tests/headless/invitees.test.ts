import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import type { Stack } from '../stack.ts'
import { between, need, newOrg, PIN } from './org.ts'
import { join, look, newPerson, refresh, sign } from './person.ts'
import type { Person } from './person.ts'

// The author of an invitation signs for whom it is.
let stack: Stack
let owner: Person
let restore = () => {}
beforeAll(async () => {
  const org = await newOrg()
  stack = org.stack
  owner = org.owner
})
afterEach(() => {
  restore()
})
afterAll(() => stack.stop())

const email = (name: string) => `${name.toLowerCase()}@atlas.example`
const invite = async (name: string) =>
  need((await sign(owner, { do: 'invite', name, email: email(name), role: 'member', teams: [] })).code)
const waiting = async () => (await look(owner)).invitations.map(({ name, state }) => `${name} ${state}`).sort()

test('M1 S1 P4: a server that swaps the names of two newcomers gets neither let in, and neither name is shown', async () => {
  for (const name of ['Carol', 'Mallow']) await join(newPerson(), stack.origin, await invite(name), PIN)
  await refresh(owner)
  expect(await waiting()).toEqual(['Carol asked', 'Mallow asked'])
  const { invitations } = await look(owner)

  const other = new Map([
    ['Carol', 'Mallow'],
    ['Mallow', 'Carol'],
  ])
  const swap = (text: string) =>
    text.replaceAll(/carol|mallow/gi, (one) => {
      const to = need(other.get(one.charAt(0).toUpperCase() + one.slice(1)))
      return one.startsWith(one.charAt(0).toLowerCase()) ? to.toLowerCase() : to
    })
  restore = between(owner, async ({ path }, pass) => {
    const answer = await pass()
    return path === '/api/joins' ? new Response(swap(await answer.text()), { headers: answer.headers }) : answer
  })
  await refresh(owner)
  expect(await waiting()).toEqual([' open', ' open'])
  for (const { invitation } of invitations)
    await expect(sign(owner, { do: 'approve', invitation })).rejects.toMatchObject({ code: 'invitation-unknown' })

  restore()
  await refresh(owner)
  expect(await waiting()).toEqual(['Carol asked', 'Mallow asked'])
  await sign(owner, { do: 'approve', invitation: need(invitations.find(({ name }) => name === 'Carol')).invitation })
  expect((await look(owner)).people.map(({ name }) => name)).toContain('Carol')
})
