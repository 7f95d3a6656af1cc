import { afterAll, beforeAll, expect, test } from 'vitest'
import { hash } from '../../shared/bytes/ids.ts'
import type { FolderId } from '../../shared/bytes/ids.ts'
import { randomBytes } from '../../shared/crypto/random.ts'
import { signLedgerEntry } from '../../shared/ledger/sign-entry.ts'
import type { ProposalView } from '../../extension/messages/views.ts'
import { stateOf } from '../../extension/keeper/vault/vault.ts'
import type { Stack } from '../stack.ts'
import { hire, need, newFolder, newOrg, save } from './org.ts'
import { itemsIn, look, refresh, sign } from './person.ts'
import type { Person } from './person.ts'

// H3: an entitled member, helped by the server, put a false cut into the ledger. It cannot prevent a removal, and two
// owners (here the only one) can repair the folder.
let stack: Stack
let owner: Person
let folder: FolderId
beforeAll(async () => {
  const org = await newOrg()
  stack = org.stack
  owner = org.owner
  folder = await newFolder(owner, 'Banque')
  await save(owner, folder, 'Portail')
})
afterAll(() => stack.stop())

const shown = async () => need((await look(owner)).folders.find((one) => one.folder === folder))

/** The entry of a removal, with a cut beyond the journal's end; written straight into the server's table. */
async function falseCut(leaver: Awaited<ReturnType<typeof hire>>): Promise<void> {
  const { vault } = owner.keeper.needOpen()
  const { head, time, org } = stateOf(vault)
  const acts = [
    { act: 'member removed' as const, member: leaver.member },
    { act: 'journal cut' as const, folder, sequence: Number.MAX_SAFE_INTEGER, head: hash.read(randomBytes(32)) },
  ]
  const place = { org, sequence: head.sequence + 1, previous: head.hash, time: time + 1, author: vault.me, acts }
  const { entry, hash: made } = await signLedgerEntry(vault.keys.sign, place)
  await stack.halt()
  const sql = stack.sql()
  await sql`insert into ledger_entries (sequence, entry, hash)
    values (${place.sequence}, ${entry}, ${Buffer.from(made, 'base64url')})`
  await sql.end()
  await stack.resume()
}

test('H3 P5: a false cut stops a folder but no removal; an owner anchors its journal, and the folder works again', async () => {
  const [leaver, second] = [await hire(stack, owner, 'Léo'), await hire(stack, owner, 'Sam')]
  for (const { member } of [leaver, second])
    await sign(owner, { do: 'grant', folder, to: { kind: 'member', id: member }, level: 'edit' })
  await falseCut(leaver)
  await refresh(owner)
  expect(await shown()).toMatchObject({ refused: 'shortened', mayAnchor: true })

  await sign(owner, { do: 'remove-member', member: second.member })
  await refresh(second.person)
  expect(second.person.keeper.open).toBeNull()

  await sign(owner, { do: 'anchor-journal', folder })
  await refresh(owner)
  expect(await shown()).toMatchObject({ refused: null, mayAnchor: false, stale: false })
  await save(owner, folder, 'Extranet')
  const view = await itemsIn(owner, folder)
  expect('items' in view && view.items.map(({ name }) => name).sort()).toEqual(['Extranet', 'Portail'])
})

test('H3 P5: an owner whose desk knows a different journal cannot approve the journal end that another owner proposes', async () => {
  const mona = await hire(stack, owner, 'Mona', 'owner')
  await sign(owner, { do: 'grant', folder, to: { kind: 'member', id: mona.member }, level: 'manage' })
  await sign(owner, { do: 'anchor-journal', folder })
  await save(owner, folder, 'Intranet')
  await refresh(mona.person)
  const [{ proposed, what }] = (await look(mona.person)).proposals as [ProposalView]
  expect(what).toEqual({ do: 'anchor-journal', folder: 'Banque' })
  const approve = () => sign(mona.person, { do: 'approve-proposal', proposed })
  await expect(approve()).rejects.toMatchObject({ code: 'other-journal' })
})
