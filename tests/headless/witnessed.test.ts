import { afterAll, beforeAll, expect, test } from 'vitest'
import { popupView } from '../../extension/keeper/doors/views/popup.ts'
import { callAs } from '../../extension/keeper/desk/call-as.ts'
import { shelfOf } from '../../extension/keeper/vault/vault.ts'
import { get } from '../../shared/bytes/table.ts'
import { newItemId, zero32 } from '../../shared/bytes/ids.ts'
import type { FolderId, ItemId } from '../../shared/bytes/ids.ts'
import type { Stack } from '../stack.ts'
import { PIN, between, fieldsOf, hire, newFolder, newOrg, save } from './org.ts'
import { newPerson, refresh, sign, unlock } from './person.ts'
import type { Person } from './person.ts'

let stack: Stack
let owner: Person
let agent: Person
let banque: FolderId
let item: ItemId

beforeAll(async () => {
  ;({ stack, owner } = await newOrg())
  const hired = await hire(stack, owner, 'Ines')
  agent = hired.person
  banque = await newFolder(owner, 'Banque')
  item = (await save(owner, banque, 'Portail')).item
  await sign(owner, { do: 'grant', folder: banque, to: { kind: 'member', id: hired.member }, level: 'read' })
  await refresh(agent)
})
afterAll(() => stack.stop())

const read = (person: Person) => person.ask['item.read']({ folder: banque, item }, '')
const usesSeenBy = async ({ keeper }: Person) => {
  const { desk, session } = keeper.needOpen()
  return (await callAs(desk, session, 'uses', { folder: banque, before: null })).uses
}
const holdsSecret = ({ keeper }: Person) => {
  const { journal, parts } = shelfOf(keeper.needOpen().vault, banque)
  return parts.has(get(journal.items, item)?.parts?.secret.hash ?? zero32)
}

test('when a folder becomes witnessed its secrets are removed from every desk, and a fresh desk gets none', async () => {
  expect([holdsSecret(owner), holdsSecret(agent)]).toEqual([true, true])
  await sign(owner, { do: 'witness-folder', folder: banque, witnessed: true })
  await refresh(agent)
  const fresh = newPerson(undefined, agent.key)
  await fresh.ask['server.trust']({ address: stack.origin }, '')
  await unlock(fresh, PIN)
  expect([holdsSecret(owner), holdsSecret(agent), holdsSecret(fresh)]).toEqual([false, false, false])
})

test('the popup tells whether some logins need the server, so that offline it promises no more than is true', async () => {
  const needsServer = async (person: Person) =>
    (await person.keeper.look(() => popupView(person.keeper, null))).needsServer
  expect(await needsServer(agent)).toBe(true)
})

test('P5: the server records each use before it sends the secret, and the desk keeps none of it', async () => {
  const before = (await usesSeenBy(owner)).length
  expect((await read(agent)).fields.password).toBe(fieldsOf('Portail').password)
  expect(holdsSecret(agent)).toBe(false)
  const [last, ...older] = await usesSeenBy(owner)
  expect(older).toHaveLength(before)
  expect(last).toMatchObject({ member: agent.keeper.needOpen().vault.me, item, purpose: 'read' })
  await expect(usesSeenBy(agent)).rejects.toMatchObject({ code: 'not-allowed' })
})

test('P5 S5: a secret other than the one that the journal names is refused', async () => {
  const other = (await save(owner, banque, 'Extranet')).item
  await refresh(agent)
  const honest = between(agent, async ({ path }, pass) => {
    if (path !== '/api/use') return pass()
    const { desk, session } = owner.keeper.needOpen()
    const swapped = await callAs(desk, session, 'use', { folder: banque, item: other, purpose: 'read' })
    return Response.json(swapped)
  })
  await expect(read(agent)).rejects.toMatchObject({ code: 'part-missing' })
  honest()
  expect((await read(agent)).fields.name).toBe('Portail')
})

test('P5: listing a one-time code opens no witnessed secret; showing it is a use, recorded as read', async () => {
  const coded = { ...fieldsOf('Codes'), totp: 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ' }
  const made = { folder: banque, item: newItemId(), base: null, fields: coded }
  await owner.ask['item.save'](made, '')
  await refresh(agent)
  const of = { by: 'item' as const, folder: banque, item: made.item }
  const before = (await usesSeenBy(owner)).length
  expect(await agent.ask['code.look']({ of, purpose: 'look' }, '')).toEqual({ is: 'on-request' })
  expect(await usesSeenBy(owner)).toHaveLength(before)
  const shown = await agent.ask['code.look']({ of, purpose: 'show' }, '')
  expect(shown).toMatchObject({ is: 'shown', code: expect.stringMatching(/^\d{6}$/), period: 30_000 })
  expect((await usesSeenBy(owner))[0]).toMatchObject({ item: made.item, purpose: 'read' })
  expect(await agent.ask['code.look']({ of, purpose: 'look' }, '')).toEqual({ is: 'on-request' })
})

test('a witnessed login is edited as any other, and its old secret is fetched once', async () => {
  const fields = { ...fieldsOf('Portail', 'Neuve-82') }
  await owner.ask['item.save']({ folder: banque, item, base: 1, fields }, '')
  await refresh(agent)
  expect((await read(agent)).fields.password).toBe('Neuve-82')
})

test('once a folder is no longer witnessed, a desk fetches the secrets that it lacks and keeps them', async () => {
  await sign(owner, { do: 'witness-folder', folder: banque, witnessed: false })
  await refresh(agent)
  expect((await read(agent)).fields.password).toBe('Neuve-82')
  expect(holdsSecret(agent)).toBe(true)
  expect((await agent.keeper.look(() => popupView(agent.keeper, null))).needsServer).toBe(false)
})
