import { get } from '../../shared/bytes/table.ts'
import { stateOf } from '../../extension/keeper/vault/vault.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { FolderId } from '../../shared/bytes/ids.ts'
import type { Stack } from '../stack.ts'
import { between, hire, need, newFolder, newOrg, save } from './org.ts'
import { look, refresh, sign } from './person.ts'
import type { Person } from './person.ts'

// Two owners. Only `manager` manages the folder; the first owner cannot even see it.
let stack: Stack
let owner: Person
let manager: Person
let folder: FolderId

beforeAll(async () => {
  const org = await newOrg()
  stack = org.stack
  owner = org.owner
  manager = (await hire(stack, owner, 'Mona', 'owner')).person
  folder = await newFolder(manager, 'Banque')
  await save(manager, folder, 'Portail')
})
afterAll(() => stack.stop())

/** A reader of the folder, then removed by the owner, who cannot re-key it. */
async function leave(name: string): Promise<Person> {
  const { person, member } = await hire(stack, owner, name)
  await refresh(manager)
  await sign(manager, { do: 'grant', folder, to: { kind: 'member', id: member }, level: 'read' })
  await refresh(person)
  expect((await look(person)).folders.map((one) => one.name)).toEqual(['Banque'])
  await sign(owner, { do: 'remove-member', member })
  return person
}
const seenBy = async (person: Person) => need((await look(person)).folders.find((one) => one.folder === folder))
const generations = (person: Person) => get(stateOf(person.keeper.needOpen().vault).folders, folder)?.generations.length

test('P7: where the remover does not manage a folder, its manager’s client re-keys it at its next sync', async () => {
  const gone = await leave('Paul')
  expect(await seenBy(owner)).toMatchObject({ name: 'Banque', level: null })
  expect(await seenBy(manager)).toMatchObject({ stale: false })
  await refresh(manager)
  expect([await seenBy(manager), generations(manager)]).toEqual([
    expect.objectContaining({ stale: false, refused: null, items: 1 }),
    2,
  ])
  await save(manager, folder, 'Extranet')
  expect(await seenBy(manager)).toMatchObject({ items: 2 })
  const keys = new Map(gone.keeper.needOpen().vault.folderKeys.get(folder))
  expect([...keys.keys()]).toEqual([1])
  await refresh(gone)
  expect(gone.keeper.why).toBe('removed')
})

test('of two clients that re-key a folder at the same moment one succeeds, and the other finds nothing left to do', async () => {
  const { person: other, member } = await hire(stack, owner, 'Nora')
  await refresh(manager)
  await sign(manager, { do: 'grant', folder, to: { kind: 'member', id: member }, level: 'manage' })
  await refresh(other)
  await leave('Pia')
  const before = need(generations(manager))
  await Promise.all([refresh(manager), refresh(other)])
  await refresh(manager)
  expect([generations(manager), generations(other)]).toEqual([before + 1, before + 1])
  expect(await seenBy(other)).toMatchObject({ stale: false, refused: null })
  await save(other, folder, 'Contrats')
})

test('a failed re-keying is not retried on the same ledger', async () => {
  await leave('Pio')
  let tries = 0
  const restore = between(manager, async ({ method, path }, pass) => {
    if (method !== 'POST' || path !== '/api/ledger') return pass()
    tries += 1
    return new Response('', { status: 502 })
  })
  for (let i = 0; i < 3; i++) await refresh(manager)
  expect(tries).toBe(1)
  expect(await seenBy(manager)).toMatchObject({ stale: true, refused: null })
  expect(await save(manager, folder, 'Waits')).toMatchObject({ unsent: 'stale-folder' })
  restore()
  // A new entry gives it another chance; here it is the desk's own.
  await sign(manager, { do: 'rename-folder', folder: await newFolder(manager, 'Autre'), name: 'Encore' })
  expect(await seenBy(manager)).toMatchObject({ stale: false })
})
