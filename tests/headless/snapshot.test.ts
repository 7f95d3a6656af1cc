import { afterAll, beforeAll, expect, test } from 'vitest'
import { snapshotEvery } from '../../extension/keeper/sync/snapshot.ts'
import { shelfOf } from '../../extension/keeper/vault/vault.ts'
import { fromBase64url, toBase64url } from '../../shared/bytes/base64url.ts'
import type { FolderId } from '../../shared/bytes/ids.ts'
import { fetchReply } from '../../shared/protocol/sync.ts'
import type { Stack } from '../stack.ts'
import { PIN, between, fieldsOf, hire, newFolder, newOrg, save } from './org.ts'
import { itemsIn, newPerson, refresh, sign, unlock } from './person.ts'
import type { Person } from './person.ts'

let stack: Stack
let owner: Person
let agent: Person
let banque: FolderId

beforeAll(async () => {
  ;({ stack, owner } = await newOrg())
  const hired = await hire(stack, owner, 'Ines')
  agent = hired.person
  banque = await newFolder(owner, 'Banque')
  await sign(owner, { do: 'grant', folder: banque, to: { kind: 'member', id: hired.member }, level: 'read' })
  const { item } = await save(owner, banque, 'Portail')
  for (let base = 1; base < snapshotEvery - 1; base += 1)
    await owner.ask['item.save'](
      { folder: banque, item, base, fields: fieldsOf('Portail', `Brume-${String(base)}`) },
      '',
    )
  await save(owner, banque, 'Extranet')
})
afterAll(() => stack.stop())

const journal = ({ keeper }: Person) => shelfOf(keeper.needOpen().vault, banque)
/** A person's own key at an empty desk; `bend` changes the server's answers. */
async function freshDesk(bend: (reply: ReturnType<typeof fetchReply.parse>) => void = () => undefined) {
  const fresh = newPerson(undefined, agent.key)
  between(fresh, async ({ path }, pass) => {
    const answer = await pass()
    if (path !== '/api/fetch' || !answer.ok) return answer
    const reply = fetchReply.parse(await answer.json())
    bend(reply)
    return Response.json(reply)
  })
  await fresh.ask['server.trust']({ address: stack.origin }, '')
  await unlock(fresh, PIN)
  return fresh
}

test('a manager’s client takes a snapshot after a sync, and a desk that knows the journal accepts it', async () => {
  expect(journal(owner).journal.snapshotAt).toBe(0)
  await refresh(owner)
  expect(journal(owner).journal.snapshotAt).toBe(snapshotEvery + 1)
  await refresh(agent)
  expect(journal(agent).refused).toBeNull()
  expect(journal(agent).journal).toEqual(journal(owner).journal)
})

test('a fresh desk starts at the snapshot, holds the same state, and continues from it, also after its worker died', async () => {
  const fresh = await freshDesk()
  expect(journal(fresh).entries).toHaveLength(1)
  expect(journal(fresh).journal).toEqual(journal(owner).journal)
  await save(owner, banque, 'Intranet')
  const woken = newPerson(fresh.desk, agent.key)
  await refresh(woken)
  expect(journal(woken).journal).toEqual(journal(owner).journal)
  expect(await itemsIn(woken, banque)).toMatchObject({
    items: [{ name: 'Extranet' }, { name: 'Intranet' }, { name: 'Portail' }],
  })
})

test('P5 S7: no desk starts from a snapshot with a changed byte or missing content', async () => {
  const fresh = await freshDesk(({ journals }) => {
    for (const one of journals) {
      const bytes = fromBase64url(one.snapshot ?? '')
      bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1
      one.snapshot = toBase64url(bytes)
    }
  })
  expect(journal(fresh).refused).toBe('wrong-snapshot')
  expect(await itemsIn(fresh, banque)).toEqual({ folder: banque, refused: 'wrong-snapshot' })
})

test('P5 S7: the server cannot withhold the entries behind a snapshot from a fresh desk, because a cut names them', async () => {
  const { vault } = owner.keeper.needOpen()
  await sign(owner, { do: 'revoke', folder: banque, to: { kind: 'member', id: agent.keeper.needOpen().vault.me } })
  await sign(owner, {
    do: 'grant',
    folder: banque,
    to: { kind: 'member', id: agent.keeper.needOpen().vault.me },
    level: 'read',
  })
  expect(vault.chain.last).toBeDefined()
  const fresh = await freshDesk(({ journals }) => {
    for (const one of journals) one.entries = one.entries.slice(0, 1)
  })
  expect(journal(fresh).refused).toBe('shortened')
})
