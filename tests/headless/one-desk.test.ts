import { lengthOf } from '../../shared/ledger/replay/chain.ts'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { Live } from '../../extension/keeper/live.ts'
import { popupView } from '../../extension/keeper/doors/views/popup.ts'
import { statusView } from '../../extension/keeper/doors/views/status.ts'
import { fetchReply, ledgerReply } from '../../shared/protocol/sync.ts'
import { flipped } from '../hostile-server/attacks.ts'
import type { FolderId } from '../../shared/bytes/ids.ts'
import { startStack } from '../stack.ts'
import type { Stack } from '../stack.ts'
import { newLine } from './line.ts'
import { nodeDesk } from './node-desk.ts'
import { PIN, between, fieldsOf, hire, losing, need, newFolder, newOrg, save } from './org.ts'
import { itemsIn, join, look, newPerson, refresh, setUp, sign, unlock } from './person.ts'
import type { Person } from './person.ts'

// One desk under stress: locked at any moment, its worker dead, its server silent.
let stack: Stack
let owner: Person
let folder: FolderId
let restore = () => {}

beforeAll(async () => {
  const org = await newOrg()
  stack = org.stack
  owner = org.owner
  folder = await newFolder(owner, 'Banque')
  await save(owner, folder, 'Portail')
})
afterEach(async () => {
  restore()
  if (owner.keeper.open === null) await unlock(owner, PIN)
  await refresh(owner)
})
afterAll(() => stack.stop())

const silent = (person: Person, sent: () => void = () => undefined) => {
  const { fetch } = person.desk
  // A server that accepts the request and never answers: only the abort signal ends it.
  person.desk.fetch = (_, init) =>
    new Promise((_resolve, reject) => {
      sent()
      const give = () => reject(new DOMException('given up', 'AbortError'))
      if (init.signal?.aborted === true) give()
      init.signal?.addEventListener('abort', give)
    })
  return () => void (person.desk.fetch = fetch)
}
const namesOf = async (person: Person) => {
  const seen = await itemsIn(person, folder)
  return 'items' in seen ? seen.items.map(({ name }) => name) : [seen.refused]
}

test('P10: locking does not wait for a silent server, whatever is queued, and leaves nothing behind', async () => {
  restore = silent(owner)
  const waiting = [refresh(owner), refresh(owner), newFolder(owner, 'Jamais')]
  const ends = Promise.allSettled(waiting)
  await owner.ask.lock(null, '')
  expect(owner.keeper.open).toBeNull()
  expect([...owner.desk.kept.session]).toEqual([])
  await ends
  expect([...owner.desk.kept.session]).toEqual([])
  const status = { state: 'locked', server: stack.origin, why: 'button', limit: null, touchUntil: null }
  expect(await statusView(owner.keeper)).toEqual({ ...status, managed: false, org: expect.any(String) })
  expect(await look(owner)).toMatchObject({ status, folders: [], teams: [], people: [], invitations: [] })
  const popup = await popupView(owner.keeper, 'https://portail.example/')
  expect(popup).toMatchObject({ status, here: [], recent: [], all: [] })
  restore()
  await unlock(owner, PIN)
  expect(await namesOf(owner)).toEqual(['Portail'])
})

test('fills, lists and reads do not wait for a silent server', async () => {
  restore = silent(owner)
  const stuck = refresh(owner)
  const { all } = await owner.keeper.look(() => popupView(owner.keeper, null))
  expect(all.map(({ name }) => name)).toEqual(['Portail'])
  const item = need(all[0]).item
  expect(await owner.ask['item.read']({ folder, item }, '')).toMatchObject({ fields: fieldsOf('Portail') })
  await owner.keeper.lockNow('idle')
  await stuck
})

test('a hundred hints while a sync runs make one more sync, and none when the desk is locked', async () => {
  let asked = 0
  restore = between(owner, async (sent, pass) => {
    if (sent.path === '/api/ledger') asked += 1
    return pass()
  })
  await Promise.all(Array.from({ length: 100 }, () => owner.keeper.wake()))
  expect(asked).toBe(1)
  const first = owner.keeper.wake()
  await first
  expect(asked).toBe(2)
  await owner.keeper.lockNow('button')
  await owner.keeper.wake()
  expect(asked).toBe(2)
})

test('a hint of what the desk already knows starts no sync, a new one does, and the lock closes the socket', async () => {
  const { line, sent, isClosed, socket } = newLine()
  const desk = { ...nodeDesk(), socket }
  const person = newPerson(desk, owner.key)
  const { keeper } = person
  await person.ask['server.trust']({ address: stack.origin }, '')
  await unlock(person, PIN)
  const live = new Live(keeper)
  await live.follow()
  line.dispatchEvent(new Event('open'))
  expect(sent.map((text) => (JSON.parse(text) as { kind: string }).kind)).toEqual(['token'])

  let asked = 0
  between(person, async ({ path }, pass) => {
    if (path === '/api/ledger') asked += 1
    return pass()
  })
  const say = async (data: unknown) => {
    line.dispatchEvent(new MessageEvent('message', { data }))
    await keeper.run(() => Promise.resolve())
    return asked
  }
  const known = lengthOf(need(keeper.open).vault.chain)
  expect(await say(JSON.stringify({ kind: 'ledger', sequence: known }))).toBe(0)
  expect(await say(JSON.stringify({ kind: 'journal', folder, sequence: 1 }))).toBe(0)
  for (const junk of ['', '{', 'null', JSON.stringify({ kind: 'other' }), new ArrayBuffer(8)])
    expect(await say(junk)).toBe(0)
  expect(await say(JSON.stringify({ kind: 'ledger', sequence: known + 1 }))).toBe(1)
  expect(await say(JSON.stringify({ kind: 'journal', folder, sequence: 2 }))).toBe(2)
  // H5: with many desks, each syncs at a random moment of its own, once for all hints received meanwhile.
  for (const within of [200, 200, 200])
    expect(await say(JSON.stringify({ kind: 'ledger', sequence: known + 1, within }))).toBe(2)
  await new Promise((resolve) => setTimeout(resolve, 500))
  expect(asked).toBe(3)
  await keeper.lockNow('button')
  await live.follow()
  expect(isClosed()).toBe(true)
})

test('looking for a folder that this person cannot see never reports it as tampered with', async () => {
  const { person, member } = await hire(stack, owner, 'Lena')
  await sign(owner, { do: 'grant', folder, to: { kind: 'member', id: member }, level: 'read' })
  await refresh(person)
  expect(await namesOf(person)).toEqual(['Portail'])
  const blobs = person.desk.kept.blobs.size
  await sign(owner, { do: 'revoke', folder, to: { kind: 'member', id: member } })
  await refresh(person)
  // P7: what is out of reach is removed from the disk too.
  expect(person.desk.kept.blobs.size).toBe(blobs - 1)
  expect(await itemsIn(person, folder)).toEqual({ folder, items: [] })
  await refresh(person)
  const { status } = await look(person)
  expect(status).toMatchObject({ warnings: [] })
})

test('P4: an unrequested bad wrap never replaces a good one, not even after the worker’s death', async () => {
  restore = between(owner, async ({ path }, pass) => {
    const answer = await pass()
    if (path !== '/api/fetch') return answer
    const reply = fetchReply.parse(await answer.json())
    const wraps = [...owner.keeper.needOpen().vault.wraps.values()]
    const bad = wraps.map((wrap) => ({ ...wrap, sealed: flipped(wrap.sealed) }))
    return Response.json({ ...reply, wraps: [...bad, ...reply.wraps] })
  })
  await newFolder(owner, 'Nouveau')
  restore()
  const again = newPerson(owner.desk, owner.key)
  restore = silent(owner)
  expect(await namesOf(again)).toEqual(['Portail'])
  expect((await look(again)).folders.map(({ name }) => name)).toContain('Nouveau')
})

test('a server that always announces more and never sends it is reported as tampering, and does not keep the desk busy', async () => {
  let asked = 0
  restore = between(owner, async ({ path }, pass) => {
    const answer = await pass()
    if (path !== '/api/ledger') return answer
    asked += 1
    return Response.json({ ...ledgerReply.parse(await answer.json()), more: true })
  })
  await refresh(owner)
  expect(asked).toBe(1)
  const { status } = await look(owner)
  expect(status).toMatchObject({ warnings: [{ kind: 'only-one-key' }, { kind: 'tampered-ledger' }] })
})

test('a desk whose sealed blobs are broken fetches everything again', async () => {
  const { blobs } = owner.desk.kept
  await owner.keeper.lockNow('button')
  for (const [name, bytes] of blobs) blobs.set(name, bytes.slice(0, -1))
  await unlock(owner, PIN)
  expect(await namesOf(owner)).toEqual(['Portail'])
  const again = newPerson(owner.desk, owner.key)
  restore = silent(owner)
  expect(await namesOf(again)).toEqual(['Portail'])
})

test('a desk whose disk is full keeps working, and only fetches more next time', async () => {
  const { set } = owner.desk.blobs
  owner.desk.blobs.set = () => Promise.reject(new Error('quota'))
  await save(owner, folder, 'Extranet')
  await newFolder(owner, 'Plein')
  owner.desk.blobs.set = set
  expect(await namesOf(owner)).toEqual(['Extranet', 'Portail'])
  await owner.keeper.lockNow('button')
  await unlock(owner, PIN)
  expect(await namesOf(owner)).toEqual(['Extranet', 'Portail'])
})

test('after its worker died a desk accepts no ledger shorter than the one it had seen', async () => {
  const { sequence } = owner.keeper.needOpen().vault.pinned
  const again = newPerson(owner.desk, owner.key)
  await look(again)
  expect(again.keeper.needOpen().session.pinned.sequence).toBe(sequence)
})

test('a desk stores only what changed, also after its worker died', async () => {
  let written = 0
  const { set } = owner.desk.blobs
  owner.desk.blobs.set = (name, bytes) => {
    written += 1
    return set(name, bytes)
  }
  const again = newPerson(owner.desk, owner.key)
  await refresh(again)
  expect(written).toBe(0)
  await save(again, folder, 'Nouveau')
  expect(written).toBe(2)
  await newFolder(again, 'Encore')
  expect(written).toBe(4) // The ledger, and that a receipt was left for it.
  owner.desk.blobs.set = set
})

test('a set-up whose last answer is lost took effect: the founder unlocks with key and PIN', async () => {
  const other = await startStack()
  const founder = newPerson()
  restore = losing(founder, 'POST', '/api/enrol/finish')
  await expect(setUp(founder, other.origin, other.setupCode, PIN)).rejects.toMatchObject({ code: 'server-unreachable' })
  restore()
  await unlock(founder, PIN)
  expect((await look(founder)).status).toMatchObject({ state: 'unlocked', orgName: 'Atlas Relation' })
  await other.stop()
})

test('a set-up whose answer is lost once is reported as registered, and so is one whose first session fails', async () => {
  for (const path of ['/api/enrol/finish', '/api/unlock/session']) {
    const other = await startStack()
    const founder = newPerson()
    let lost = 0
    restore = between(founder, async (sent, pass) => {
      const answer = await pass()
      if (sent.path !== path || lost++ > 0) return answer
      throw new TypeError('the network is gone')
    })
    await expect(setUp(founder, other.origin, other.setupCode, PIN)).rejects.toMatchObject({ code: 'enrolled' })
    await unlock(founder, PIN)
    expect((await look(founder)).status).toMatchObject({ state: 'unlocked' })
    await other.stop()
  }
})

test('a newcomer whose last answer is lost once waits like any other, and opens with the PIN they chose', async () => {
  const newcomer = newPerson()
  let lost = 0
  restore = between(newcomer, async (sent, pass) => {
    const answer = await pass()
    if (sent.path !== '/api/enrol/finish' || lost++ > 0) return answer
    throw new TypeError('the network is gone')
  })
  const invite = { do: 'invite' as const, name: 'Nils', email: 'n@atlas.example', role: 'member' as const, teams: [] }
  const { code } = await sign(owner, invite)
  expect(await join(newcomer, stack.origin, need(code), PIN)).toEqual({ state: 'waiting' })
  await refresh(owner)
  const { invitation } = need((await look(owner)).invitations.find(({ name }) => name === 'Nils'))
  await sign(owner, { do: 'approve', invitation })
  await unlock(newcomer, PIN)
  expect((await look(newcomer)).status).toMatchObject({ state: 'unlocked' })
})

test('an invitation code cannot be used at a server that the newcomer has not agreed to trust', async () => {
  const invite = { do: 'invite' as const, name: 'Nour', email: 'o@atlas.example', role: 'member' as const, teams: [] }
  const code = need((await sign(owner, invite)).code)
  const newcomer = newPerson(nodeDesk())
  await expect(newcomer.ask['enrol.start']({ kind: 'join', code }, '')).rejects.toMatchObject({ code: 'not-trusted' })
  await newcomer.ask['server.trust']({ address: stack.origin }, '')
  await newcomer.ask['enrol.start']({ kind: 'join', code }, '')
})

test('trusting another server locks the desk, and so does somebody else joining at it', async () => {
  const other = await startStack()
  await owner.ask['server.trust']({ address: other.origin }, '')
  expect([owner.keeper.open, [...owner.desk.kept.session]]).toEqual([null, []])
  await owner.ask['server.trust']({ address: stack.origin }, '')
  await other.stop()
  await unlock(owner, PIN)
  const invite = { do: 'invite' as const, name: 'Nina', email: 'a@atlas.example', role: 'member' as const, teams: [] }
  const code = need((await sign(owner, invite)).code)
  const newcomer = { ...owner, key: null }
  expect(await join(newcomer, stack.origin, code, 'other-pin-77')).toEqual({ state: 'waiting' })
  expect([owner.keeper.open, [...owner.desk.kept.session]]).toEqual([null, []])
})
