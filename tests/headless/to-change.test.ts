import { afterAll, beforeAll, expect, test } from 'vitest'
import type { FolderId, ItemId, MemberId } from '../../shared/bytes/ids.ts'
import { toChangeRows } from '../../extension/keeper/doors/views/to-change.ts'
import { newItemId } from '../../shared/bytes/ids.ts'
import type { Stack } from '../stack.ts'
import { PIN, fieldsOf, hire, newFolder, newOrg, save } from './org.ts'
import { newPerson, refresh, sign, unlock } from './person.ts'
import type { Person } from './person.ts'

// D1: the passwords to change are read out of ledger and journals, so the list is the same after a lock and at another desk.
let stack: Stack
let owner: Person
let second: Person
let ines: MemberId
let client: FolderId
let item: ItemId

beforeAll(async () => {
  ;({ stack, owner } = await newOrg())
  ;({ person: second } = await hire(stack, owner, 'Mona'))
  const mona = second.keeper.needOpen().vault.me
  ;({ member: ines } = await hire(stack, owner, 'Ines'))
  client = await newFolder(owner, 'Banque')
  ;({ item } = await save(owner, client, 'Portail'))
  await sign(owner, { do: 'grant', folder: client, to: { kind: 'member', id: mona }, level: 'edit' })
  await sign(owner, { do: 'grant', folder: client, to: { kind: 'member', id: ines }, level: 'fill' })
  await refresh(second)
})
afterAll(() => stack.stop())

const listOf = async (by: Person) => (await toChangeRows(by.keeper.needOpen())).map(({ name, why }) => [name, why.who])

test('nothing is to be changed while everybody who could open a login still can', async () => {
  expect(await listOf(owner)).toEqual([])
})

test('D1 P7: after a removal the list survives a lock, and another desk and another editor have the same', async () => {
  await sign(owner, { do: 'remove-member', member: ines })
  const expected = [['Portail', ['Ines']]]
  expect(await listOf(owner)).toEqual(expected)
  await owner.keeper.lockNow('button')
  await unlock(owner, PIN)
  expect(await listOf(owner)).toEqual(expected)
  const elsewhere = newPerson(undefined, owner.key)
  await elsewhere.ask['server.trust']({ address: stack.origin }, '')
  await unlock(elsewhere, PIN)
  expect(await listOf(elsewhere)).toEqual(expected)
  await refresh(second)
  expect((await listOf(second)).map(([name]) => name)).toEqual(['Portail'])
})

test('D1: another name leaves it on the list, a new password takes it off everywhere, and a login made since is not on it', async () => {
  const was = fieldsOf('Portail')
  const renamed = { ...was, name: 'Portail neuf' }
  await owner.ask['item.save']({ folder: client, item, base: 1, was, fields: renamed }, '')
  expect((await listOf(owner)).map(([name]) => name)).toEqual(['Portail neuf'])
  await save(owner, client, 'Extranet', newItemId())
  expect((await listOf(owner)).map(([name]) => name)).toEqual(['Portail neuf'])
  const changed = { ...renamed, password: 'Marée-17' }
  await owner.ask['item.save']({ folder: client, item, base: 2, was: renamed, fields: changed }, '')
  await refresh(second)
  expect([await listOf(owner), await listOf(second)]).toEqual([[], []])
})
