import { computed, signal } from '@preact/signals'
import { ask } from '../../messages/ask.ts'
import type { HealthFinding, HealthReport } from '../../messages/health-view.ts'
import type { ItemRow } from '../../messages/views.ts'
import { codeOf } from './failing.ts'

/** The lists of a report, in the order in which they are worth working on. */
export const healthKinds = ['reused', 'weak', 'old', 'double'] as const
export type HealthKind = (typeof healthKinds)[number]

type Running = { readonly run: number; readonly done: number; readonly total: number }
type Check =
  | { readonly is: 'never' }
  | ({ readonly is: 'running' } & Running)
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

/** Checks all passwords, portion by portion. Ends when it is done, stopped, or failed. */
export async function startCheck(): Promise<void> {
  if (check.value.is === 'running') return
  check.value = { is: 'running', run: 0, done: 0, total: 0 }
  try {
    const begun = await ask('health.start', null)
    check.value = { is: 'running', ...begun }
    for (;;) {
      const { report: found, ...now } = await ask('health.go-on', { run: begun.run })
      if (!isRunning(begun.run)) return
      check.value = { is: 'running', ...now }
      if (found !== null) return take(found)
    }
  } catch (error) {
    if (check.value.is === 'running') check.value = { is: 'failed', code: codeOf(error) }
  }
}

const isRunning = (run: number): boolean => check.value.is === 'running' && check.value.run === run

function take(found: HealthReport): void {
  report.value = found
  changedSince.value = 0
  check.value = { is: 'done' }
}

/** Stops the check under way; an earlier report stays. */
export async function stopCheck(): Promise<void> {
  if (check.value.is !== 'running') return
  const { run } = check.value
  check.value = report.value === null ? { is: 'never' } : { is: 'done' }
  await ask('health.stop', { run })
}

export function forgetHealth(): void {
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
export const groupSizes = computed(() => {
  const findings = report.value?.findings ?? []
  return { reused: sizesOf(findings, 'reused'), double: sizesOf(findings, 'double') }
})

const isShared = (one: HealthFinding, of: 'reused' | 'double') => (groupSizes.value[of].get(one[of] ?? 0) ?? 0) > 1

/** The findings of each list. */
export const found = computed((): Readonly<Record<HealthKind, readonly HealthFinding[]>> => {
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

const byItem = computed(() => new Map((report.value?.findings ?? []).map((one) => [one.item, one])))

/** What the last report says of a row, as long as the login has not changed since. */
export function marksOf({ item, revision, unsent }: ItemRow): { reused: boolean; double: boolean } {
  const one = byItem.value.get(item)
  if (one?.revision !== revision || unsent !== null) return { reused: false, double: false }
  return { reused: isShared(one, 'reused'), double: isShared(one, 'double') }
}
