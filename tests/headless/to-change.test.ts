import { afterAll, beforeAll, expect, test } from 'vitest'
import type { FolderId, ItemId, MemberId } from '../../shared/bytes/ids.ts'
import { toChangeRows } from '../../extension/keeper/doors/views/to-change.ts'
import { newItemId } from '../../shared/bytes/ids.ts'
import type { Stack } from '../stack.ts'
import { PIN, fieldsOf, hire, need, newFolder, newOrg, save } from './org.ts'
import { itemsIn, newPerson, refresh, sign, unlock } from './person.ts'
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

const marksIn = async (folder: FolderId) => {
  const found = await itemsIn(owner, folder)
  return 'items' in found ? found.items.map(({ name, toChange }) => [name, toChange?.who ?? null]) : found
}
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

test('D1 P7: another name or note leaves it on the list, a new password takes it off everywhere, and a login made since is not on it', async () => {
  const was = fieldsOf('Portail')
  const renamed = { ...was, name: 'Portail neuf', notes: 'Appeler avant 18 h' }
  await owner.ask['item.save']({ folder: client, item, base: 1, was, fields: renamed }, '')
  expect((await listOf(owner)).map(([name]) => name)).toEqual(['Portail neuf'])
  await save(owner, client, 'Extranet', newItemId())
  expect((await listOf(owner)).map(([name]) => name)).toEqual(['Portail neuf'])
  expect(await marksIn(client)).toEqual([
    ['Extranet', null],
    ['Portail neuf', ['Ines']],
  ])
  const changed = { ...renamed, password: 'Marée-17' }
  await owner.ask['item.save']({ folder: client, item, base: 2, was: renamed, fields: changed }, '')
  await refresh(second)
  expect([await listOf(owner), await listOf(second)]).toEqual([[], []])
  expect(await marksIn(client)).toEqual([
    ['Extranet', null],
    ['Portail neuf', null],
  ])
})

test('D1 P7: a login that is moved away from somebody is on the list, and one that was on it stays on it', async () => {
  const other = await newFolder(owner, 'Assurance')
  await owner.ask['item.carry']({ as: 'move', folder: client, item, to: other, fresh: newItemId() }, '')
  expect(await listOf(owner)).toEqual([['Portail neuf', ['Mona']]])
  expect((await listOf(second)).length).toBe(0)
  const { member: nils } = await hire(stack, owner, 'Nils')
  await sign(owner, { do: 'grant', folder: other, to: { kind: 'member', id: nils }, level: 'fill' })
  await sign(owner, { do: 'remove-member', member: nils })
  expect(await listOf(owner)).toEqual([['Portail neuf', ['Nils', 'Mona']]])
  const again = await newFolder(owner, 'Assurance Nord')
  const [row] = (await toChangeRows(owner.keeper.needOpen())).map((one) => one.item)
  await owner.ask['item.carry'](
    { as: 'move', folder: other, item: need(row ?? null), to: again, fresh: newItemId() },
    '',
  )
  expect(await listOf(owner)).toEqual([['Portail neuf', ['Nils', 'Mona']]])
})

test('D1: who only fills is told nothing of what to change', async () => {
  const { person: paul, member } = await hire(stack, owner, 'Paul')
  const { member: leaver } = await hire(stack, owner, 'Remi')
  await sign(owner, { do: 'grant', folder: client, to: { kind: 'member', id: member }, level: 'fill' })
  await sign(owner, { do: 'grant', folder: client, to: { kind: 'member', id: leaver }, level: 'fill' })
  await sign(owner, { do: 'revoke', folder: client, to: { kind: 'member', id: leaver } })
  expect((await listOf(owner)).map(([name]) => name)).toContain('Extranet')
  await refresh(paul)
  expect(await listOf(paul)).toEqual([])
})
