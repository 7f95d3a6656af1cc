import { signal } from '@preact/signals'
import { ask } from '../../messages/ask.ts'
import type { Input } from '../../messages/contract.ts'
import { MOST_IMPORTED } from '../../messages/import-logins.ts'
import { MOST_FOLDERS } from '../../messages/intent.ts'
import { codeOf } from '../state/failing.ts'
import type { FolderId } from '../state/ids.ts'
import { plan, source } from './import-state.ts'
import type { ReadyLogin } from './import-state.ts'
import { foldersToAsk, foldersToMake, loginsToMake } from './plan.ts'
import type { PlannedFolder, Target } from './plan.ts'

/** What one message to the worker holds at the most, in letters: files make logins large. */
const MOST_LETTERS = 4_000_000

export type Outcome = 'made' | 'known' | 'failed'
export type Run = {
  state: 'idle' | 'looking' | 'running' | 'cancelled' | 'stopped' | 'done'
  /** Why it stopped. */
  code: string | null
  foldersMade: number
  /** What became of each login, by its position in the file. */
  outcomes: ReadonlyMap<number, { is: Outcome; code: string | null }>
}

const idle: Run = { state: 'idle', code: null, foldersMade: 0, outcomes: new Map() }
export const run = signal<Run>(idle)
/** The logins that their folders have already, by position. They are skipped unless the person wants them again. */
export const known = signal<ReadonlySet<number>>(new Set())
export const again = signal(false)

/** The folders that this import has made, by the key of their source folder: a second try makes none twice. */
let made = new Map<string, FolderId>()
let turn = 0

const change = (more: Partial<Run>) => {
  run.value = { ...run.peek(), ...more }
}

/** Looks which logins the folders that are there have already. Throws nothing: a failure is in `run`. */
export async function lookForKnown(): Promise<boolean> {
  const mine = ++turn
  change({ state: 'looking', code: null })
  const found = new Set<number>()
  try {
    for (const { target, logins } of plan.peek()) {
      if (target.is !== 'there') continue
      for (const batch of groupsOf(rowsOf(target.folder, logins))) {
        const asked = batch.map(({ login: { fields } }) => ({
          name: fields.name,
          username: fields.username,
          address: fields.urls[0]?.address ?? '',
          password: fields.password,
        }))
        const { known: there } = await ask('items.known', { folder: target.folder, logins: asked })
        if (mine !== turn) return false
        for (const at of there) found.add(batch[at]?.index ?? -1)
      }
    }
    known.value = found
    change({ state: 'idle' })
    return true
  } catch (error) {
    if (mine === turn) change({ state: 'idle', code: codeOf(error) })
    return false
  }
}

type Indexed = { index: number; login: ReadyLogin; folder: FolderId }

const rowsOf = (folder: FolderId, indexes: readonly number[]): Indexed[] =>
  indexes.flatMap((index) => {
    const login = source.peek()?.logins[index]
    return login === undefined ? [] : [{ index, login, folder }]
  })

/** Returns the logins in groups that one message holds each, in their order. */
function groupsOf(rows: readonly Indexed[]): Indexed[][] {
  const groups: Indexed[][] = []
  let letters = 0
  for (const row of rows) {
    const size = JSON.stringify(row.login.fields).length
    const last = groups.at(-1)
    if (last === undefined || last.length === MOST_IMPORTED || letters + size > MOST_LETTERS) {
      groups.push([row])
      letters = size
    } else {
      last.push(row)
      letters += size
    }
  }
  return groups
}

/** Makes the folders, then the logins. It can be cancelled between two requests, and goes on where it stopped. */
export async function startImport(): Promise<void> {
  const mine = ++turn
  const planned = plan.peek()
  change({ state: 'running', code: null })
  try {
    const goesOn = () => mine === turn
    if (!(await makeFolders(foldersToMake(planned), goesOn)) || !(await makeLogins(planned, goesOn))) return
    await ask('unsent.send', null)
    if (mine === turn) change({ state: 'done' })
  } catch (error) {
    if (mine === turn) change({ state: 'stopped', code: codeOf(error) })
  }
}

/** Makes the folders that are not made yet, many under one signature. Returns false where it was cancelled. */
async function makeFolders(all: readonly PlannedFolder[], goesOn: () => boolean): Promise<boolean> {
  const left = all.filter(({ key }) => !made.has(key))
  for (let from = 0; from < left.length; from += MOST_FOLDERS) {
    const some = left.slice(from, from + MOST_FOLDERS)
    const { folders } = await ask('act.sign', { do: 'create-folders', folders: foldersToAsk(some, made) })
    for (const [at, { key }] of some.entries()) {
      const folder = folders[at]
      if (folder === undefined) throw new TypeError('no folder')
      made.set(key, folder)
    }
    change({ foldersMade: made.size })
    if (!goesOn()) return false
  }
  return goesOn()
}

const idOf = (planned: readonly PlannedFolder[], target: Target): FolderId | null => {
  if (target.is === 'there') return target.folder
  if (target.is === 'skip') return null
  return made.get(planned.find((one) => one.target === target)?.key ?? '') ?? null
}

/** Makes the logins that are neither made nor there, those of many folders in one message. Returns false where it was cancelled. */
async function makeLogins(planned: readonly PlannedFolder[], goesOn: () => boolean): Promise<boolean> {
  const { outcomes } = run.peek()
  const isKnown = (index: number) => !again.peek() && known.peek().has(index)
  const wanted = loginsToMake(planned)
  note(wanted.filter((index) => isKnown(index) && !outcomes.has(index)).map((index) => [index, 'known', null]))
  const left = planned.flatMap(({ target, logins }) => {
    const folder = idOf(planned, target)
    if (folder === null) return []
    return rowsOf(
      folder,
      logins.filter((index) => !isKnown(index) && outcomes.get(index)?.is !== 'made'),
    )
  })
  for (const group of groupsOf(left)) {
    const { refused } = await ask('items.import', { batches: batchesOf(group) })
    const codes = new Map(refused.map(({ item, code }) => [item, code]))
    note(
      group.map(({ index, login }) => {
        const code = codes.get(login.item) ?? null
        return [index, code === null ? 'made' : 'failed', code]
      }),
    )
    if (!goesOn()) return false
  }
  return goesOn()
}

function batchesOf(group: readonly Indexed[]): Input<'items.import'>['batches'] {
  const batches: Input<'items.import'>['batches'] = []
  for (const { folder, login } of group) {
    const { item, fields, history } = login
    const last = batches.at(-1)
    if (last?.folder === folder) last.logins.push({ item, fields, history })
    else batches.push({ folder, logins: [{ item, fields, history }] })
  }
  return batches
}

function note(results: readonly (readonly [number, Outcome, string | null])[]): void {
  const outcomes = new Map(run.peek().outcomes)
  for (const [index, is, code] of results) outcomes.set(index, { is, code })
  change({ outcomes })
}

/** Ends it after the request under way; what was made stays. */
export function cancelImport(): void {
  turn += 1
  change({ state: 'cancelled' })
  void ask('unsent.send', null).catch(() => undefined)
}

/** P10: drops what an import remembers. */
export function forgetRun(): void {
  turn += 1
  made = new Map()
  known.value = new Set()
  again.value = false
  run.value = idle
}
