import { signal } from '@preact/signals'
import { ask } from '../../messages/ask.ts'
import type { HealthFinding, HealthProgress, HealthReport } from '../../messages/health-view.ts'
import type { ItemRow } from '../../messages/views.ts'
import { codeOf } from './failing.ts'
import { derived } from './derived.ts'

/** The lists of a report, in the order in which they are worth working on. */
export const healthKinds = ['reused', 'weak', 'old', 'double'] as const
export type HealthKind = (typeof healthKinds)[number]

type Check =
  | { readonly is: 'never' }
  | { readonly is: 'running'; readonly done: number; readonly total: number }
  | { readonly is: 'failed'; readonly code: string }
  | { readonly is: 'done' }

export const check = signal<Check>({ is: 'never' })
/** The last report, also while another check runs; in this page's memory alone, until the lock. */
export const report = signal<HealthReport | null>(null)
/** How many logins of the report have changed since. */
export const changedSince = signal(0)
/** From how many days on a password counts as old. */
export const oldFrom = signal(365)

const DAY = 86_400_000

/** The check under way; null once it was stopped. Its answers that are late say nothing to the next one. */
let under: symbol | null = null

/** Checks all passwords, portion by portion. Ends when it is done, stopped, or failed. */
export async function startCheck(): Promise<void> {
  if (under !== null) return
  const mine = Symbol('check')
  under = mine
  check.value = { is: 'running', done: 0, total: 0 }
  try {
    const begun = await ask('health.start', null)
    const { run } = begun
    for (let now: HealthProgress & { report: HealthReport | null } = { ...begun, report: null }; ;) {
      if (under !== mine) return void (await ask('health.stop', { run }))
      check.value = { is: 'running', done: now.done, total: now.total }
      if (now.report !== null) return take(now.report)
      now = await ask('health.go-on', { run })
    }
  } catch (error) {
    if (under !== mine) return
    under = null
    check.value = { is: 'failed', code: codeOf(error) }
  }
}

function take(found: HealthReport): void {
  under = null
  report.value = found
  changedSince.value = 0
  check.value = { is: 'done' }
}

/** Stops the check under way, after its portion; an earlier report stays. */
export function stopCheck(): void {
  under = null
  check.value = report.value === null ? { is: 'never' } : { is: 'done' }
}

export function forgetHealth(): void {
  under = null
  check.value = { is: 'never' }
  report.value = null
  changedSince.value = 0
}

/** Drops what the report says of logins that have changed since: by the rows of a folder, whose revisions are known. */
export function dropChanged(folder: string, rows: readonly ItemRow[]): void {
  const now = report.value
  if (now === null) return
  const revisions = new Map(rows.map(({ item, revision, unsent }) => [item, unsent === null ? revision : null]))
  const findings = now.findings.filter((one) => one.folder !== folder || revisions.get(one.item) === one.revision)
  if (findings.length === now.findings.length) return
  changedSince.value += now.findings.length - findings.length
  report.value = { ...now, findings }
}

function sizesOf(findings: readonly HealthFinding[], of: 'reused' | 'double'): Map<number, number> {
  const sizes = new Map<number, number>()
  for (const { [of]: group } of findings) if (group !== null) sizes.set(group, (sizes.get(group) ?? 0) + 1)
  return sizes
}

/** How many logins are in each group, as far as they have not changed since. */
export const groupSizes = derived(() => {
  const findings = report.value?.findings ?? []
  return { reused: sizesOf(findings, 'reused'), double: sizesOf(findings, 'double') }
})

const isShared = (one: HealthFinding, of: 'reused' | 'double') => (groupSizes.value[of].get(one[of] ?? 0) ?? 0) > 1

/** The findings of each list. */
export const found = derived((): Readonly<Record<HealthKind, readonly HealthFinding[]>> => {
  const findings = report.value?.findings ?? []
  const oldest = (report.value?.at ?? 0) - oldFrom.value * DAY
  const byGroup = (of: 'reused' | 'double') =>
    findings.filter((one) => isShared(one, of)).sort((one, other) => (one[of] ?? 0) - (other[of] ?? 0))
  return {
    reused: byGroup('reused'),
    weak: findings.filter(({ weak }) => weak !== null),
    old: findings
      .filter(({ since }) => since !== null && since <= oldest)
      .sort((one, other) => (one.since ?? 0) - (other.since ?? 0)),
    double: byGroup('double'),
  }
})

const byItem = derived(() => new Map((report.value?.findings ?? []).map((one) => [one.item, one])))

/** What the last report says of a row, as long as the login has not changed since. */
export function marksOf({ item, revision, unsent }: ItemRow): { reused: boolean; double: boolean } {
  const one = byItem.value.get(item)
  if (one?.revision !== revision || unsent !== null) return { reused: false, double: false }
  return { reused: isShared(one, 'reused'), double: isShared(one, 'double') }
}
