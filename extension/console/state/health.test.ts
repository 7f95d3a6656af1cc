import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { HealthFinding, HealthReport } from '../../messages/health-view.ts'
import type { ItemRow } from '../../messages/views.ts'
import { newFolderId, newItemId } from '../../../shared/bytes/ids.ts'
import {
  changedSince,
  check,
  dropChanged,
  forgetHealth,
  found,
  marksOf,
  oldFrom,
  report,
  startCheck,
  stopCheck,
} from './health.ts'

const asked: { name: string; input: unknown }[] = []
/** What the worker answers to each portion, and what happens just before. */
let portions: { report: HealthReport | null; before?: () => void }[] = []
const sendMessage = (message: { name: string; input: unknown }) => {
  asked.push(message)
  if (message.name === 'health.go-on' && portions.length === 0)
    return Promise.resolve({ ok: false, code: 'health-over', data: {} })
  const portion = message.name === 'health.go-on' ? portions.shift() : undefined
  portion?.before?.()
  return Promise.resolve({ ok: true, value: { run: 7, done: 1, total: 2, report: portion?.report ?? null } })
}

const folder = newFolderId()
const DAY = 86_400_000
const finding = (change: Partial<HealthFinding>): HealthFinding => ({
  folder,
  item: newItemId(),
  revision: 1,
  name: 'Portail',
  username: 'agent',
  weak: null,
  reused: null,
  double: null,
  since: null,
  ...change,
})
const reportOf = (...findings: HealthFinding[]): HealthReport => ({
  at: 1_000 * DAY,
  checked: 9,
  findings,
  unread: { witnessed: 0, fillOnly: 0, refused: 0 },
})
const rowOf = ({ item, revision }: HealthFinding, unsent: ItemRow['unsent'] = null): ItemRow => ({
  folder,
  item,
  revision,
  unsent,
  toChange: null,
  kind: 'login',
  name: 'Portail',
  username: 'agent',
  urls: [],
  tags: [],
  changedAt: 0,
  changedBy: null,
})

beforeEach(() => {
  vi.stubGlobal('chrome', { runtime: { sendMessage } })
  asked.length = 0
  portions = []
})
afterEach(forgetHealth)

test('a check asks portion by portion until the report comes', async () => {
  portions = [{ report: null }, { report: null }, { report: reportOf() }]
  await startCheck()
  expect(asked.map(({ name }) => name)).toEqual(['health.start', ...Array<string>(3).fill('health.go-on')])
  expect([check.value.is, report.value?.checked]).toEqual(['done', 9])
})

test('a check that is stopped asks for no more, ends in the worker too, and leaves the report before it', async () => {
  portions = [{ report: reportOf() }]
  await startCheck()
  portions = [{ report: null, before: stopCheck }, { report: null }]
  await startCheck()
  expect(asked.at(-1)).toEqual({ name: 'health.stop', input: { run: 7 } })
  expect([check.value.is, report.value?.checked, portions.length]).toEqual(['done', 9, 1])
})

test('a check that the worker knows no more fails with its code, and can be begun again', async () => {
  await startCheck()
  expect(check.value).toEqual({ is: 'failed', code: 'health-over' })
  portions = [{ report: reportOf() }]
  await startCheck()
  expect(check.value.is).toBe('done')
})

test('a check under way at the lock leaves nothing, even when its report still arrives', async () => {
  portions = [{ report: reportOf(finding({ weak: 'short' })), before: forgetHealth }]
  await startCheck()
  expect([check.value.is, report.value]).toEqual(['never', null])
})

test('of two logins with one password none is listed once one of them has changed', () => {
  const [one, other, weak] = [finding({ reused: 1 }), finding({ reused: 1 }), finding({ weak: 'common' })]
  report.value = reportOf(one, other, weak)
  expect(found.value.reused).toEqual([one, other])
  expect(marksOf(rowOf(one))).toEqual({ reused: true, double: false })
  dropChanged(folder, [rowOf({ ...one, revision: 2 }), rowOf(other), rowOf(weak)])
  expect(found.value).toMatchObject({ reused: [], weak: [weak] })
  expect(changedSince.value).toBe(1)
  expect(marksOf(rowOf(other)).reused).toBe(false)
})

test('a login that is gone, or whose change waits to be sent, counts as changed; those of other folders do not', () => {
  const [gone, waits, there] = [finding({ weak: 'short' }), finding({ weak: 'short' }), finding({ weak: 'short' })]
  const elsewhere = finding({ weak: 'short', folder: newFolderId() })
  report.value = reportOf(gone, waits, there, elsewhere)
  dropChanged(folder, [rowOf(waits, 'waiting'), rowOf(there)])
  expect(found.value.weak).toEqual([there, elsewhere])
})

test('a password counts as old from the days that are chosen', () => {
  const old = finding({ since: 1_000 * DAY - 200 * DAY })
  report.value = reportOf(old)
  expect(found.value.old).toEqual([])
  oldFrom.value = 180
  expect(found.value.old).toEqual([old])
  oldFrom.value = 365
})
