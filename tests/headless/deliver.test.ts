import { afterAll, beforeAll, expect, test } from 'vitest'
import { get } from '../../shared/bytes/table.ts'
import type { FolderId, MemberId } from '../../shared/bytes/ids.ts'
import { stateOf } from '../../extension/keeper/vault/vault.ts'
import type { Stack } from '../stack.ts'
import { nodeDesk } from './node-desk.ts'
import { between, fieldsOf, hire, moveServerClock, need, newFolder, newOrg, save } from './org.ts'
import { itemsIn, look, newPerson, refresh, sign } from './person.ts'
import type { Person } from './person.ts'

// Keys that could not be sealed when the grant was signed are delivered later by any client that holds them.
let ahead = 0
const atDesk = () => newPerson(nodeDesk(() => Date.now() + ahead))
const id = (person: Person): MemberId => person.keeper.needOpen().vault.me
const HOUR = 3_600_000
let stack: Stack
let odile: Person
let mona: Person
let agent: Person
let banque: FolderId

beforeAll(async () => {
  ;({ stack, owner: odile } = await newOrg(atDesk()))
  mona = (await hire(stack, odile, 'Mona', 'owner', [], atDesk())).person
  agent = (await hire(stack, odile, 'Ines', 'member', [], atDesk())).person
  banque = await newFolder(odile, 'Banque')
  await save(odile, banque, 'Portail')
})
afterAll(() => stack.stop())

/** The requests that this person has sent to the server. */
async function sentBy(person: Person, work: () => Promise<void>): Promise<string[]> {
  const sent: string[] = []
  const end = between(person, ({ path }, pass) => {
    sent.push(path)
    return pass()
  })
  await work()
  end()
  return sent
}

test('P7: the key of a dated grant is not sealed before its start; then a manager’s client delivers it, once', async () => {
  const from = Date.now() + 2 * HOUR
  await sign(odile, { do: 'grant', folder: banque, to: { kind: 'member', id: id(agent) }, level: 'read', from })
  await refresh(agent)
  expect((await look(agent)).folders).toEqual([])
  ahead = 3 * HOUR
  await moveServerClock(stack, ahead)
  await refresh(agent)
  expect(await itemsIn(agent, banque)).toMatchObject({ refused: 'no-key' })
  expect(await sentBy(odile, () => refresh(odile))).toContain('/api/repair/lacking')
  await refresh(agent)
  expect(await itemsIn(agent, banque)).toMatchObject({ items: [{ name: 'Portail' }] })
  expect(await sentBy(odile, () => refresh(odile))).not.toContain('/api/repair/lacking')
})

test('P4 S2: a wrap that the server claims to lack, but the ledger does not call for, is not sealed', async () => {
  const other = await newFolder(odile, 'Assurance')
  const from = Date.now() + ahead + HOUR
  await sign(odile, { do: 'grant', folder: other, to: { kind: 'member', id: id(agent) }, level: 'fill', from })
  ahead += 2 * HOUR
  await moveServerClock(stack, ahead)
  const sealedTo: string[] = []
  const { fetch } = odile.desk
  odile.desk.fetch = async (url, init) => {
    const path = new URL(url).pathname
    if (path === '/api/repair/objects') sealedTo.push(JSON.stringify(JSON.parse(init.body as string).wraps))
    const answer = await fetch(url, init)
    if (path !== '/api/repair/lacking') return answer
    const said = (await answer.json()) as { wraps: unknown[] }
    const ghost = { kind: 'folder', id: other, generation: 1, to: { kind: 'member', id: id(mona) } }
    return Response.json({ ...said, wraps: [...said.wraps, ghost] })
  }
  await refresh(odile)
  odile.desk.fetch = fetch
  expect(sealedTo.join()).toContain(id(agent))
  expect(sealedTo.join()).not.toContain(id(mona))
})

test('the owner who adopts a folder receives its key from an agent who still holds it', async () => {
  const boss = (await hire(stack, odile, 'Bruno', 'member', [], atDesk())).person
  const top = await newFolder(odile, 'Direction')
  await save(odile, top, 'Extranet')
  await sign(odile, { do: 'grant', folder: top, to: { kind: 'member', id: id(boss) }, level: 'manage' })
  await sign(odile, { do: 'grant', folder: top, to: { kind: 'member', id: id(agent) }, level: 'read' })
  await refresh(boss)
  await refresh(agent)
  await sign(odile, { do: 'revoke', folder: top, to: { kind: 'member', id: id(odile) } })
  await refresh(boss)
  await sign(odile, { do: 'remove-member', member: id(boss) })
  await refresh(agent)
  await sign(odile, { do: 'adopt-folder', folder: top, by: id(mona) })
  await refresh(mona)
  const { proposed } = need((await look(mona)).proposals.at(-1))
  await sign(mona, { do: 'approve-proposal', proposed })
  expect(await itemsIn(mona, top)).toMatchObject({ refused: 'no-key' })
  await refresh(agent)
  await refresh(mona)
  expect(get(stateOf(mona.keeper.needOpen().vault).folders, top)?.staleSince).toBeNull()
  expect(await itemsIn(mona, top)).toMatchObject({ items: [{ name: fieldsOf('Extranet').name }] })
})
