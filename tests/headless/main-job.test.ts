import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join as path } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { passGate } from '../../extension/keeper/testing/pass-gate.ts'
import { startProcess } from '../../server/testing/process.ts'
import type { ServerProcess } from '../../server/testing/process.ts'
import { newItemId } from '../../shared/bytes/ids.ts'
import type { FolderId, TeamId } from '../../shared/bytes/ids.ts'
import { exactAddress } from '../../extension/messages/item-fields.ts'
import { itemsIn, join, look, newPerson, refresh, setUp, sign, unlock } from './person.ts'
import { pageAt } from './tab.ts'

let server: ServerProcess
let origin: string
let folder: string

beforeAll(async () => {
  folder = mkdtempSync(path(tmpdir(), 'cloison-headless-'))
  server = startProcess(folder)
  origin = (await server.origin()).replace('127.0.0.1', 'localhost')
})
afterAll(async () => {
  server.child.kill('SIGTERM')
  await server.exit
  rmSync(folder, { recursive: true, force: true })
})

const PIN = 'pin-9x4k'
const login = {
  name: 'Portail Atlas',
  username: 'agent-042',
  password: 'first-Passw0rd',
  urls: [exactAddress('https://portail.atlas.example/login')],
  custom: [{ label: 'Code société', value: 'ATL-7' }],
  totp: '',
  afterFill: 'stay' as const,
  kind: 'login' as const,
  tags: [],
  files: [],
  notes: '',
}
const need = <T>(value: T | null): T => {
  if (value === null) throw new Error('missing')
  return value
}

test('P7: an agent signs in with a folder that the owner granted, and once removed opens nothing written afterwards', async () => {
  const owner = newPerson()
  const agent = newPerson()
  await server.says('Set-up code')
  const code = need(/[0-9A-Z]{4}(-[0-9A-Z]{4}){3}/.exec(server.said()))[0]
  expect(await setUp(owner, origin, code, PIN)).toEqual({ state: 'unlocked' })

  const { team, folder: none } = await sign(owner, { do: 'create-team', name: 'Équipe Atlas', home: null })
  expect(none).toBeNull()
  const top = need((await look(owner)).folders[0] ?? null)
  const below: FolderId = need(
    (await sign(owner, { do: 'create-folder', parent: top.folder, name: 'Client Atlas' })).folder,
  )
  const saved = await owner.ask['item.save']({ folder: below, item: newItemId(), base: null, fields: login }, '')
  const teamId: TeamId = need(team)

  const invited = await sign(owner, {
    do: 'invite',
    name: 'Inès Agent',
    email: 'ines@atlas.example',
    role: 'member',
    teams: [teamId],
  })
  expect(await join(agent, origin, need(invited.code), 'other-pin-77')).toEqual({ state: 'waiting' })
  await expect(unlock(agent, 'other-pin-77')).rejects.toMatchObject({ code: 'pending' })
  await refresh(owner)
  const asking = need((await look(owner)).invitations[0] ?? null)
  expect(asking).toMatchObject({ name: 'Inès Agent', state: 'asked' })
  await sign(owner, { do: 'approve', invitation: asking.invitation })

  await unlock(agent, 'other-pin-77')
  expect((await look(agent)).folders).toEqual([])
  await sign(owner, { do: 'grant', folder: below, to: { kind: 'team', id: teamId }, level: 'fill' })
  await refresh(agent)
  expect((await look(agent)).folders.map(({ name, level, parent }) => ({ name, level, parent }))).toEqual([
    { name: 'Client Atlas', level: 'fill', parent: null },
  ])
  const frames = [pageAt('https://portail.atlas.example/login?next=1')]
  const choice = { folder: below, item: saved.item }
  const fills = () => agent.keeper.run(() => passGate(agent.keeper.needOpen(), choice, frames))
  expect((await fills())[0]?.values).toMatchObject({ username: 'agent-042', password: 'first-Passw0rd' })
  await expect(agent.ask['item.read'](choice, '')).rejects.toMatchObject({ code: 'not-allowed' })

  const changed = { ...login, password: 'second-Passw0rd' }
  await owner.ask['item.save']({ ...choice, base: saved.revision, fields: changed }, '')
  await refresh(agent)
  expect((await fills())[0]?.values).toMatchObject({ password: 'second-Passw0rd' })

  // P10: what the desk keeps of the agent is sealed.
  const { vault } = agent.keeper.needOpen()
  const seen = need((await look(owner)).people.find(({ name }) => name === 'Inès Agent') ?? null)
  const review = await owner.ask['act.review']({ do: 'remove-member', member: seen.member }, '')
  expect(review).toMatchObject({
    loses: [{ who: 'Inès Agent', folders: ['Client Atlas'] }],
    rekeys: { teams: 1, folders: 1 },
  })
  const oldKeys = new Map([...vault.folderKeys].map(([id, keys]) => [id, new Map(keys)]))
  await sign(owner, { do: 'remove-member', member: seen.member })
  await owner.ask['item.save'](
    { ...choice, base: saved.revision + 1, fields: { ...changed, password: 'third-Passw0rd' } },
    '',
  )
  await refresh(agent)
  expect(agent.keeper.open).toBeNull()
  expect(agent.keeper.why).toBe('removed')
  expect([...agent.desk.kept.blobs]).toEqual([])
  expect([...agent.desk.kept.session]).toEqual([])
  expect(oldKeys.get(below)?.has(2)).toBe(false)
  await expect(unlock(agent, 'other-pin-77')).rejects.toMatchObject({ code: 'removed' })
  const items = await itemsIn(owner, below)
  expect(items).toMatchObject({ items: [{ name: 'Portail Atlas', revision: 3 }] })
})
