import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { newItemId } from '../../shared/bytes/ids.ts'
import type { FolderId } from '../../shared/bytes/ids.ts'
import type { Stack } from '../stack.ts'
import { between, fieldsOf, hire, losing, need, newFolder, newOrg, save } from './org.ts'
import { itemsIn, look, newPerson, refresh, sign } from './person.ts'
import type { Person } from './person.ts'

// Every request here reaches the server and is carried out; only the answer gets lost.
let stack: Stack
let owner: Person
let folder: FolderId
let restore = () => {}

beforeAll(async () => {
  const org = await newOrg()
  stack = org.stack
  owner = org.owner
  folder = await newFolder(owner, 'Banque')
})
afterEach(async () => {
  restore()
  await refresh(owner)
})
afterAll(() => stack.stop())

const named = async (name: string) => (await look(owner)).folders.filter((one) => one.name === name)
const namesIn = async (person: Person, at: FolderId) => {
  const seen = await itemsIn(person, at)
  return 'items' in seen ? seen.items.map((one) => `${one.name} ${String(one.revision)}`) : seen.refused
}
const noNetwork = () => Promise.reject(new TypeError('the network is gone'))

test('an act whose answer is lost is found in the ledger and reported as done', async () => {
  restore = losing(owner, 'POST', '/api/ledger')
  const made = await newFolder(owner, 'Perdu')
  expect((await named('Perdu')).map((one) => one.folder)).toEqual([made])
})

test('an act whose answer is lost with the network is not done twice when the person tries again', async () => {
  let landed = false
  restore = between(owner, async (sent, pass) => {
    if (landed) return noNetwork()
    const answer = await pass()
    landed = sent.method === 'POST' && sent.path === '/api/ledger'
    return landed ? noNetwork() : answer
  })
  const create = { do: 'create-folder' as const, parent: null, name: 'Coupure' }
  await expect(sign(owner, create)).rejects.toMatchObject({ code: 'server-unreachable' })
  await expect(sign(owner, create)).rejects.toMatchObject({ code: 'server-unreachable' })
  restore()
  // The worker dies meanwhile: the attempt is remembered in the browser's session storage.
  const again = newPerson(owner.desk, owner.key)
  const { folder: made } = await sign(again, create)
  expect((await look(again)).folders.filter((one) => one.name === 'Coupure').map((one) => one.folder)).toEqual([made])
  // Once the act is reported as done, the same intent is a new act.
  await sign(again, create)
  await refresh(owner)
  expect(await named('Coupure')).toHaveLength(2)
})

test('after a lost answer, trying again returns the same invitation with its code', async () => {
  restore = losing(owner, 'POST', '/api/ledger')
  const invite = { do: 'invite' as const, name: 'Iris', email: 'i@atlas.example', role: 'member' as const, teams: [] }
  expect((await sign(owner, invite)).code).toMatch(/^CLOISON-/)
  expect((await look(owner)).invitations.filter((one) => one.name === 'Iris')).toHaveLength(1)
})

test('a grant whose answer was lost is not refused as already made, and one revoked since is made again', async () => {
  const { member } = await hire(stack, owner, 'Rosa')
  const to = { kind: 'member' as const, id: member }
  const grant = { do: 'grant' as const, folder, to, level: 'read' as const }
  let landed = false
  restore = between(owner, async (sent, pass) => {
    if (landed) return noNetwork()
    const answer = await pass()
    landed = sent.method === 'POST' && sent.path === '/api/ledger'
    return landed ? noNetwork() : answer
  })
  await expect(sign(owner, grant)).rejects.toMatchObject({ code: 'server-unreachable' })
  restore()
  const tries = owner.desk.kept.session.get('tries')
  await expect(sign(owner, grant)).resolves.toMatchObject({ folder: null })
  await sign(owner, { do: 'revoke', folder, to })
  // Even if the first attempt were still remembered: it is no longer in force, so the grant is signed again.
  owner.desk.kept.session.set('tries', tries)
  await sign(owner, grant)
  const { grants } = need((await look(owner)).folders.find((one) => one.folder === folder))
  expect(grants).toContainEqual(expect.objectContaining({ to, level: 'read' }))
})

test('an act that reached the ledger is reported as done, though every later request fails', async () => {
  let over = false
  restore = between(owner, async (sent, pass) => {
    if (over) return noNetwork()
    over = sent.method === 'POST' && sent.path === '/api/ledger'
    return pass()
  })
  await expect(sign(owner, { do: 'create-folder', parent: null, name: 'Juste avant' })).resolves.toMatchObject({
    folder: expect.any(String) as string,
  })
  restore()
  await refresh(owner)
  expect(await named('Juste avant')).toHaveLength(1)
})

test('a save whose answer is lost is reported as saved, and nothing is saved twice', async () => {
  restore = losing(owner, 'POST', '/api/journal')
  const { item } = await save(owner, folder, 'Portail')
  expect(await namesIn(owner, folder)).toEqual(['Portail 1'])
  const change = { folder, item, base: 1, fields: fieldsOf('Portail', 'Marée-17') }
  expect(await owner.ask['item.save'](change, '')).toEqual({ item, revision: 2, unsent: null })
  restore()
  expect(await owner.ask['item.save'](change, '')).toEqual({ item, revision: 2, unsent: null })
  await owner.ask['item.delete']({ folder, item, base: 2 }, '')
  await owner.ask['item.delete']({ folder, item, base: 2 }, '')
  expect(await namesIn(owner, folder)).toEqual([])
})

test('a save that reached the server is reported as saved, though every later request fails', async () => {
  let over = false
  restore = between(owner, async (sent, pass) => {
    if (over) return noNetwork()
    over = sent.path === '/api/journal'
    return pass()
  })
  await save(owner, folder, 'Extranet')
  expect(await namesIn(owner, folder)).toEqual(['Extranet 1'])
})

test('a save whose answer is lost with the network is found at the next try, in another worker too', async () => {
  let landed = false
  restore = between(owner, async (sent, pass) => {
    if (landed) return noNetwork()
    const answer = await pass()
    landed = sent.path === '/api/journal'
    return landed ? noNetwork() : answer
  })
  const item = newItemId()
  expect(await save(owner, folder, 'Contrats', item)).toMatchObject({ unsent: 'server-unreachable' })
  restore()
  const again = newPerson(owner.desk, owner.key)
  expect(await save(again, folder, 'Contrats', item)).toEqual({ item, revision: 1, unsent: null })
  expect(await namesIn(again, folder)).toEqual(['Contrats 1', 'Extranet 1'])
})
