import { hashAt, lengthOf } from '../../shared/ledger/replay/chain.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { toBase64url } from '../../shared/bytes/base64url.ts'
import type { FolderId } from '../../shared/bytes/ids.ts'
import { zero32 } from '../../shared/bytes/ids.ts'
import { checkEvidence } from '../../shared/ledger/fork-evidence.ts'
import { signReceipt } from '../../shared/ledger/receipt.ts'
import { backupsOf } from '../backups.ts'
import type { Backups } from '../backups.ts'
import type { Stack } from '../stack.ts'
import { PIN, between, hire, need, newFolder, newOrg, save } from './org.ts'
import { itemsIn, look, newPerson, refresh, sign, unlock } from './person.ts'
import type { Person } from './person.ts'
import { signed } from './signed.ts'

// Three people. Forks are made as a server would make them: its tables are rolled back, and it accepts other entries.
let stack: Stack
let backups: Backups
let owner: Person
let mona: Person
let ines: Person
let folder: FolderId

beforeAll(async () => {
  const org = await newOrg()
  ;({ stack, owner } = org)
  backups = backupsOf(stack)
  folder = await newFolder(owner, 'Banque')
  await save(owner, folder, 'Portail')
  const hired = await hire(stack, owner, 'Mona', 'owner')
  mona = hired.person
  await sign(owner, { do: 'grant', folder, to: { kind: 'member', id: hired.member }, level: 'edit' })
  ines = (await hire(stack, owner, 'Inès')).person
  for (const person of [owner, mona, ines]) await refresh(person)
})
afterAll(async () => {
  await backups.close()
  await stack.stop()
})

const statusOf = async (person: Person) => {
  const { status } = await look(person)
  if (status.state !== 'unlocked') throw new Error('locked')
  return status
}
const told = async (person: Person) => (await statusOf(person)).warnings.filter(({ kind }) => kind !== 'only-one-key')
const forksOf = async (person: Person) =>
  (await told(person)).flatMap((one) => (one.kind === 'forked' ? one.forks : []))
/** What this desk does some minutes later: it renews its own receipt and fetches others'. */
async function later(person: Person): Promise<void> {
  const { left } = person.keeper.needOpen().vault.forkWatch
  if (left !== null) left.due = 0
  await refresh(person)
}
const vaultOf = (person: Person) => person.keeper.needOpen().vault
const receiptOf = async (person: Person, ledger: { sequence: number; hash: typeof zero32 }) => {
  const { org, me: member, keys } = vaultOf(person)
  return toBase64url(await signReceipt(keys.sign, { org, member, ledger, time: Date.now() }))
}
/** The server answers this person's exchange of receipts with these. */
function serving(person: Person, receipts: () => string[]): () => void {
  const { fetch } = person.desk
  person.desk.fetch = (url, init) =>
    url.endsWith('/api/seen')
      ? Promise.resolve(new Response(JSON.stringify({ receipts: receipts(), cursor: 1 })))
      : fetch(url, init)
  return () => void (person.desk.fetch = fetch)
}

test('P5: a desk shows which colleagues have signed for its head, how many, and when last', async () => {
  for (const person of [mona, ines, owner]) await later(person)
  const { seen, head } = await statusOf(owner)
  expect(seen).toMatchObject({ colleagues: 2, ahead: null })
  expect(seen.names.map(({ name }) => name).sort()).toEqual(['Inès', 'Mona'])
  expect(Math.abs(need(seen.last) - Date.now())).toBeLessThan(600_000)
  await newFolder(owner, 'Assurance')
  expect((await statusOf(owner)).head.sequence).toBe(head.sequence + 1)
  expect((await statusOf(owner)).seen).toEqual({ colleagues: 0, names: [], last: null, ahead: null })
  await later(mona)
  await later(owner)
  expect((await statusOf(owner)).seen.colleagues).toBe(1)
})

test('P5: a desk reports that a colleague has seen a later entry than it was shown, and claims nothing more', async () => {
  await refresh(ines)
  await newFolder(owner, 'Mutuelle')
  await later(mona)
  const ahead = lengthOf(vaultOf(mona).chain)
  const shown = lengthOf(vaultOf(ines).chain)
  const signed = await receiptOf(mona, need(vaultOf(mona).chain.last).head)
  const stop = serving(ines, () => [signed])
  const { fetch } = ines.desk
  // The server withholds the newest entry from this desk.
  ines.desk.fetch = async (url, init) => {
    if (!url.includes('/api/ledger')) return fetch(url, init)
    return new Response(JSON.stringify(nothingNew(ines)))
  }
  await later(ines)
  expect(await statusOf(ines)).toMatchObject({ head: { sequence: shown }, seen: { ahead: { sequence: ahead } } })
  expect(await forksOf(ines)).toEqual([])
  stop()
  await refresh(ines)
  expect(await statusOf(ines)).toMatchObject({ head: { sequence: ahead }, seen: { ahead: null } })
  expect(await forksOf(ines)).toEqual([])
})

test('a receipt is sent once in a few minutes for the same head, and at once for a new head', async () => {
  let sent = 0
  const stop = between(owner, ({ path }, pass) => {
    if (path === '/api/seen') sent += 1
    return pass()
  })
  await later(owner)
  for (let i = 0; i < 3; i++) await refresh(owner)
  expect(sent).toBe(1)
  await newFolder(owner, 'Prévoyance')
  expect(sent).toBe(2)
  stop()
})

test('S8: a receipt that no member of this org signed is ignored, whatever it names', async () => {
  const elsewhere = { sequence: 2, hash: zero32 }
  const forged = toBase64url(
    await signReceipt(vaultOf(mona).keys.sign, {
      org: vaultOf(ines).org,
      member: vaultOf(owner).me,
      ledger: elsewhere,
      time: Date.now(),
    }),
  )
  const stop = serving(ines, () => [forged, 'AAAA'])
  await later(ines)
  expect(await forksOf(ines)).toEqual([])
  stop()
})

test('S8: the server accepts no receipt for a head off its chain, so that no single member can raise a false alarm', async () => {
  const { desk } = mona
  const ask = async (receipt: string) =>
    (
      await desk.fetch(`${stack.origin}/api/seen`, {
        method: 'POST',
        headers: { ...(await signed(mona, 'POST', '/api/seen')), 'content-type': 'application/json' },
        body: JSON.stringify({ receipt, after: 0 }),
      })
    ).json()
  const { head } = need(vaultOf(mona).chain.last)
  expect(await ask(await receiptOf(mona, { ...head, hash: zero32 }))).toMatchObject({ code: 'conflict' })
  expect(await ask(await receiptOf(mona, { ...head, sequence: head.sequence + 1 }))).toMatchObject({ code: 'conflict' })
  expect(await ask(await receiptOf(owner, head))).toMatchObject({ code: 'bad-request', field: 'receipt' })
  expect(await ask(await receiptOf(mona, head))).toMatchObject({ cursor: expect.any(Number) as number })
})

test('P5 S8: two desks on two branches detect the fork from one receipt, keep the evidence through a lock, and stop signing', async () => {
  for (const person of [owner, mona, ines]) await refresh(person)
  await backups.take()
  // Branch one, for the owner alone: a grant that Inès is never to see.
  await newFolder(owner, 'Branche une')
  const receipt = await receiptOf(owner, need(vaultOf(owner).chain.last).head)
  await backups.restore()
  // A receipt from branch one reaches Inès: it is only ahead of what she was shown, and is kept through a lock.
  const stop = serving(ines, () => [receipt])
  await later(ines)
  stop()
  expect(await forksOf(ines)).toEqual([])
  expect((await statusOf(ines)).seen.ahead).toMatchObject({ sequence: lengthOf(vaultOf(owner).chain) })
  await ines.ask.lock(null, '')
  ines = newPerson(ines.desk, ines.key)
  await unlock(ines, PIN)
  // Branch two, for the others.
  await newFolder(mona, 'Branche deux')
  await refresh(ines)
  const fork = need((await forksOf(ines))[0])
  expect(fork).toMatchObject({ sequence: lengthOf(vaultOf(owner).chain), on: 'seen' })
  expect([fork.own, fork.other]).toEqual([
    hashAt(vaultOf(mona).chain, fork.sequence),
    hashAt(vaultOf(owner).chain, fork.sequence),
  ])
  expect(await forksOf(ines)).toHaveLength(1)

  // The evidence as a file, which proves both signatures by itself.
  const { content } = await ines.ask['fork.export']({ fork: 0 }, '')
  const checked = await checkEvidence(content)
  expect([checked.own.hash, checked.other.hash, checked.other.member]).toEqual([
    fork.own,
    fork.other,
    vaultOf(owner).me,
  ])

  await ines.ask.lock(null, '')
  const again = newPerson(ines.desk, ines.key)
  await unlock(again, PIN)
  expect(await forksOf(again)).toEqual([fork])
  ines = again
})

test('S8: with evidence of a fork nothing more is signed into the ledger, and everything verified still works', async () => {
  const receipt = await receiptOf(owner, need(vaultOf(owner).chain.last).head)
  const serve = serving(mona, () => [receipt])
  await later(mona)
  serve()
  expect(await forksOf(mona)).toHaveLength(1)
  const before = lengthOf(vaultOf(mona).chain)
  await expect(newFolder(mona, 'Trois')).rejects.toMatchObject({ code: 'forked' })
  expect(lengthOf(vaultOf(mona).chain)).toBe(before)
  const items = await itemsIn(mona, folder)
  expect('items' in items && items.items.map(({ name }) => name)).toEqual(['Portail'])
  const read = await mona.ask['item.read']({ folder, item: need('items' in items ? items.items[0] : null).item }, '')
  expect(read.fields.password).toBe('Brume-81')
})

/** The answer of a server that has no entry after this person's, and no journal. */
function nothingNew(person: Person) {
  const { head } = need(vaultOf(person).chain.last)
  const journals: { folder: FolderId; sequence: number }[] = []
  return {
    entries: '',
    head,
    more: false,
    journals,
    whole: true,
    mark: '',

    repairedAt: 0,
    erased: zero32,
    own: null,
  }
}

/** The server sends this person only their own ledger entries, and the real journal. */
function keepingApart(person: Person, journals: { folder: FolderId; sequence: number }[]): () => void {
  const { fetch } = person.desk
  const reply = { ...nothingNew(person), journals }
  person.desk.fetch = (url, init) =>
    url.includes('/api/ledger') ? Promise.resolve(new Response(JSON.stringify(reply))) : fetch(url, init)
  return () => void (person.desk.fetch = fetch)
}

test('S8: a journal entry written on another branch refuses its folder and is reported as a fork, with its author’s signature', async () => {
  await save(mona, folder, 'Extranet')
  const stop = keepingApart(owner, [{ folder, sequence: 2 }])
  await refresh(owner)
  stop()
  const own = need(vaultOf(owner).chain.last).head
  const warnings = await told(owner)
  expect(warnings).toContainEqual(expect.objectContaining({ kind: 'tampered-folder', code: 'wrong-ledger-head' }))
  expect(await forksOf(owner)).toEqual([
    expect.objectContaining({ on: 'journal', by: 'Mona', sequence: own.sequence, own: own.hash }),
  ])
  const { content } = await owner.ask['fork.export']({ fork: 0 }, '')
  expect((await checkEvidence(content)).other.kind).toBe('journal')
})

test('S8: branches never merge: a desk on one refuses the other, and keeps its next entry as evidence', async () => {
  vaultOf(owner).forkWatch.forks = []
  // The server now sends the owner the others' branch.
  const before = need(vaultOf(owner).chain.last).head
  await refresh(owner)
  expect(vaultOf(owner).chain.last?.head).toEqual(before)
  expect(await told(owner)).toContainEqual({ kind: 'tampered-ledger', code: 'tampered-ledger' })
  // That branch is now longer, with an entry that its author signed on its head.
  vaultOf(mona).forkWatch.forks = []
  await newFolder(mona, 'Quatre')
  await refresh(owner)
  expect(vaultOf(owner).chain.last?.head).toEqual(before)
  const [fork] = await forksOf(owner)
  expect(fork).toMatchObject({ on: 'ledger', by: 'Mona', own: before.hash, sequence: before.sequence })
  await expect(newFolder(owner, 'Cinq')).rejects.toMatchObject({ code: 'forked' })
})
