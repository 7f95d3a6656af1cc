import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join as path } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { FolderId, MemberId, TeamId } from '../../shared/bytes/ids.ts'
import { answer } from '../../verify/answer.ts'
import type { Stack } from '../stack.ts'
import { hire, need, newFolder, newOrg, save } from './org.ts'
import { look, refresh, sign } from './person.ts'
import type { Person } from './person.ts'

let stack: Stack
let owner: Person
let agent: { person: Person; member: MemberId }
let folder: FolderId
let team: TeamId
const place = mkdtempSync(path(tmpdir(), 'cloison-export-'))

beforeAll(async () => {
  ;({ stack, owner } = await newOrg())
  folder = await newFolder(owner, 'Banque')
  await newFolder(owner, 'Crédit', folder)
  await save(owner, folder, 'Portail')
  team = need((await sign(owner, { do: 'create-team', name: 'Équipe', home: folder })).team)
  agent = await hire(stack, owner, 'Inès')
  const leaver = await hire(stack, owner, 'Léo')
  await sign(owner, { do: 'set-members', team, added: [agent.member], removed: [] })
  await sign(owner, { do: 'grant', folder, to: { kind: 'team', id: team }, level: 'fill' })
  await sign(owner, { do: 'grant', folder, to: { kind: 'member', id: leaver.member }, level: 'read' })
  await sign(owner, { do: 'remove-member', member: leaver.member })
  for (const one of [owner, agent.person]) await refresh(one)
})
afterAll(async () => {
  await stack.stop()
  rmSync(place, { recursive: true })
})

/** The verifier's output for the file that this person's console saves. */
async function verified(person: Person, ...options: string[]) {
  const { name, content } = await person.ask['ledger.export'](null, '')
  writeFileSync(path(place, name), content)
  const { code, said } = await answer([name, ...options], place)
  expect({ code, said: code === 0 ? '' : said }).toEqual({ code: 0, said: '' })
  return said
}

type Access = { member: string; level: string }
type Folder = { folder: string; parent: string | null; access: Access[]; stale: number | null; register: boolean }
type Told = {
  head: { sequence: number; hash: string }
  standing: {
    members: { member: string; role: string }[]
    teams: { team: string; members: string[] }[]
    folders: Folder[]
  }
  journals: { folder: string; items: unknown[] }[]
}

test('P4 P5: a stand-alone program finds in the exported ledger exactly what the console shows', async () => {
  const told: Told = JSON.parse(await verified(owner, '--json'))
  const { status, people, folders, teams } = await look(owner)
  if (status.state !== 'unlocked') throw new Error('locked')
  expect(told.head).toEqual({ sequence: status.head.sequence, hash: status.head.hash })
  const known = people.filter(({ removed }) => !removed).map(({ member, role }) => [member, role])
  expect(told.standing.members.map(({ member, role }) => [member, role]).sort()).toEqual(known.sort())
  expect(told.standing.teams.map((one) => [one.team, one.members.sort()])).toEqual(
    teams.map((one) => [one.team, [...one.members].sort()]),
  )
  const tree = told.standing.folders.filter(({ register }) => !register)
  for (const [person, { member }] of [
    [owner, status.me],
    [agent.person, agent],
  ] as const) {
    const shown = (await look(person)).folders.map((one) => [one.folder, one.level]).sort()
    const found = tree.flatMap(({ folder: at, access }) =>
      access.filter((one) => one.member === member).map(({ level }) => [at, level]),
    )
    expect(found.sort()).toEqual(shown)
  }
  const places = (of: { folder: string; parent: string | null }[]) => of.map((one) => [one.folder, one.parent]).sort()
  expect(places(tree)).toEqual(places(folders))
  expect(told.journals.filter(({ items }) => items.length > 0)).toMatchObject([{ folder, items: [{ revision: 1 }] }])
})

test('P1: the export contains no name but the org’s, and every member exports the same ledger', async () => {
  const { content } = await owner.ask['ledger.export'](null, '')
  const { entries }: { entries: string[] } = JSON.parse(content)
  const bytes = entries.map((one) => Buffer.from(one, 'base64url').toString('latin1')).join('')
  expect(bytes).toContain('Atlas Relation')
  for (const secret of ['Banque', 'Portail', 'Odile', 'odile@', 'Inès', 'Léo', 'Équipe', 'Brume-81'])
    expect(bytes + content).not.toContain(Buffer.from(secret).toString('latin1'))
  const [own, theirs] = [await verified(owner), await verified(agent.person)]
  const head = (said: string) => said.split('\n').filter((line) => /^(Organisation|Head|Fingerprint)/.test(line))
  expect(head(theirs)).toEqual(head(own))
})
