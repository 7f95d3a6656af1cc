import { afterAll, beforeAll, expect, test } from 'vitest'
import { HealthCheck } from '../../extension/keeper/items/health/health-check.ts'
import type { HealthFinding, HealthReport } from '../../extension/messages/health-view.ts'
import { newItemId } from '../../shared/bytes/ids.ts'
import type { FolderId } from '../../shared/bytes/ids.ts'
import type { Stack } from '../stack.ts'
import { nodeDesk } from './node-desk.ts'
import { PIN, between, fieldsOf, hire, need, newFolder, newOrg } from './org.ts'
import { newPerson, refresh, sign, unlock } from './person.ts'
import type { Person } from './person.ts'

// The check of passwords that a desk makes by itself.
const DAY = 86_400_000
const STRONG = 'vq7-Hmurf-92kd-Plonge'
const REUSED = 'tr8-Gavot-51mz-Crible'
let stack: Stack
let owner: Person
let agent: Person
let banque: FolderId
let assurance: FolderId
let secret: FolderId

const add = (folder: FolderId, name: string, password: string, username = `${name}-user`) =>
  owner.ask['item.save'](
    { folder, item: newItemId(), base: null, fields: { ...fieldsOf(name, password), username } },
    '',
  )
const at = async (ahead: number): Promise<Person> => {
  const person = newPerson(
    nodeDesk(() => Date.now() + ahead),
    owner.key,
  )
  await person.ask['server.trust']({ address: stack.origin }, '')
  await unlock(person, PIN)
  return person
}

beforeAll(async () => {
  ;({ stack, owner } = await newOrg())
  ;[banque, assurance] = [await newFolder(owner, 'Banque'), await newFolder(owner, 'Assurance')]
  secret = await newFolder(owner, 'Recorded')
  await add(banque, 'Portail', REUSED)
  await add(banque, 'Guichet', 'Bienvenue2026!')
  await add(banque, 'Solide', STRONG)
  await add(banque, 'Court', 'z9-Kf4')
  await add(assurance, 'Extranet', REUSED)
  await add(assurance, 'Portail', 'k3-Zibeline-77-orme', 'Portail-USER')
  await add(secret, 'Caisse', REUSED)
  await sign(owner, { do: 'witness-folder', folder: secret, witnessed: true })
  const hired = await hire(stack, owner, 'Ines')
  agent = hired.person
  await sign(owner, { do: 'grant', folder: banque, to: { kind: 'member', id: hired.member }, level: 'read' })
  await sign(owner, { do: 'grant', folder: assurance, to: { kind: 'member', id: hired.member }, level: 'fill' })
  await refresh(agent)
  await refresh(owner)
})
afterAll(() => stack.stop())

async function check(person: Person): Promise<HealthReport> {
  const { run } = await person.ask['health.start'](null, '')
  for (;;) {
    const { report } = await person.ask['health.go-on']({ run }, '')
    if (report !== null) return report
  }
}
const saysOf = ({ findings }: HealthReport, of: (finding: HealthFinding) => unknown) =>
  Object.fromEntries(findings.flatMap((one) => (of(one) === null ? [] : [[one.name, of(one)]])))

test('a check finds weak passwords, those of two logins, and two logins of one site and username', async () => {
  const report = await check(owner)
  expect(report.checked).toBe(6)
  expect(saysOf(report, ({ weak }) => weak)).toEqual({ Guichet: 'common', Court: 'short' })
  const shares = (of: 'reused' | 'double') =>
    report.findings.filter((one) => one[of] !== null).map((one) => `${one.name} ${one.folder === banque ? 'b' : 'a'}`)
  expect(shares('reused').sort()).toEqual(['Extranet a', 'Portail b'])
  expect(shares('double').sort()).toEqual(['Portail a', 'Portail b'])
  expect(report.findings.map(({ name }) => name)).not.toContain('Solide')
})

test('P3: what a check hands to a page holds no password, and nothing that is made of one', async () => {
  const [one, other] = [await check(owner), await check(owner)]
  const told = JSON.stringify(one)
  for (const password of [REUSED, STRONG, 'Bienvenue2026!']) expect(told).not.toContain(password)
  const keys = new Set(one.findings.flatMap((finding) => Object.keys(finding)))
  expect([...keys].sort()).toEqual([
    'double',
    'folder',
    'item',
    'name',
    'reused',
    'revision',
    'since',
    'username',
    'weak',
  ])
  expect(other.findings.map(({ reused }) => reused)).toEqual(one.findings.map(({ reused }) => reused))
})

test('a check asks the server for nothing, opens no recorded secret, and writes nothing to disk', async () => {
  const asked: string[] = []
  const restore = between(owner, ({ path }, pass) => {
    asked.push(path)
    return pass()
  })
  const before = new Map(owner.desk.kept.blobs)
  const report = await check(owner)
  restore()
  expect(asked).toEqual([])
  expect(report.unread).toEqual({ witnessed: 1, fillOnly: 0, refused: 0 })
  expect(report.findings.filter(({ folder }) => folder === secret)).toEqual([])
  expect(owner.desk.kept.blobs).toEqual(before)
})

test('whoever may only fill a login learns nothing about its password: it is counted', async () => {
  const report = await check(agent)
  expect(report.unread.fillOnly).toBe(2)
  expect(report.checked).toBe(4)
  expect(report.findings.map(({ folder }) => folder)).not.toContain(assurance)
  expect(saysOf(report, ({ reused }) => reused)).toEqual({})
})

test('a password is old by the day since which it holds at least, and a login that is young is not', async () => {
  expect(saysOf(await check(owner), ({ since }) => since)).toEqual({})
  const later = await at(100 * DAY)
  const report = await check(later)
  expect(Object.keys(saysOf(report, ({ since }) => since)).sort()).toEqual([
    'Court',
    'Extranet',
    'Guichet',
    'Portail',
    'Solide',
  ])
})

test('an edit that waits on this desk counts with its own password', async () => {
  const item = newItemId()
  await owner.ask['item.save']({ folder: banque, item, base: null, fields: fieldsOf('Attente', STRONG) }, '')
  await refresh(owner)
  const restore = between(owner, () => Promise.reject(new TypeError('the network is gone')))
  const was = (await owner.ask['item.read']({ folder: banque, item }, '')).fields
  await owner.ask['item.save']({ folder: banque, item, base: 1, was, fields: { ...was, password: 'soleil' } }, '')
  expect(saysOf(await check(owner), ({ weak }) => weak)).toMatchObject({ Attente: 'common' })
  restore()
  await refresh(owner)
  await owner.ask['item.delete']({ folder: banque, item, base: 2 }, '')
})

test('a check goes on in portions, and over what has gone since it began', async () => {
  const begun = await HealthCheck.begin(owner.keeper.needOpen().vault, 1)
  const { total } = begun.progress
  expect(await begun.goOn(() => true)).toBeNull()
  expect(begun.progress).toEqual({ run: 1, done: 1, total })
  const gone = need((await check(owner)).findings.find(({ name }) => name === 'Court'))
  await owner.ask['item.delete']({ folder: gone.folder, item: gone.item, base: gone.revision }, '')
  await refresh(owner)
  const report = need(await begun.goOn(() => false))
  expect(saysOf(report, ({ weak }) => weak)).toEqual({ Guichet: 'common' })
  await add(banque, 'Court', 'z9-Kf4')
})

test('P10: a check ends with the lock, when it is stopped, and when another begins', async () => {
  const begin = async () => (await owner.ask['health.start'](null, '')).run
  const goOn = (run: number) =>
    owner.ask['health.go-on']({ run }, '').then(
      () => 'on',
      (error: unknown) => (error as { code: string }).code,
    )
  const first = await begin()
  const second = await begin()
  expect(await goOn(first)).toBe('health-over')
  await owner.ask['health.stop']({ run: second }, '')
  expect(await goOn(second)).toBe('health-over')
  const third = await begin()
  await owner.keeper.lockNow('button')
  expect(await goOn(third)).toBe('locked')
  await unlock(owner, PIN)
  expect(await goOn(third)).toBe('health-over')
})
