import { signal } from '@preact/signals'
import { ask } from '../../messages/ask.ts'
import { MOST_IMPORTED } from '../../messages/import-logins.ts'
import { codeOf } from '../state/failing.ts'
import type { FolderId } from '../state/ids.ts'
import { plan, source } from './import-state.ts'
import type { ReadyLogin } from './import-state.ts'
import { foldersToMake } from './plan.ts'
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
      for (const batch of batchesOf(logins)) {
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

type Indexed = { index: number; login: ReadyLogin }

function batchesOf(indexes: readonly number[]): Indexed[][] {
  const batches: Indexed[][] = []
  let letters = 0
  for (const index of indexes) {
    const login = source.peek()?.logins[index]
    if (login === undefined) continue
    const size = JSON.stringify(login.fields).length
    const last = batches.at(-1)
    if (last === undefined || last.length === MOST_IMPORTED || letters + size > MOST_LETTERS) {
      batches.push([{ index, login }])
      letters = size
    } else {
      last.push({ index, login })
      letters += size
    }
  }
  return batches
}

/** Makes the folders, then the logins, folder by folder. It can be cancelled between two requests, and goes on where it stopped. */
export async function startImport(): Promise<void> {
  const mine = ++turn
  const planned = plan.peek()
  change({ state: 'running', code: null })
  try {
    for (const folder of foldersToMake(planned)) {
      if (made.has(folder.key)) continue
      const id = await makeFolder(folder)
      made.set(folder.key, id)
      change({ foldersMade: made.size })
      if (mine !== turn) return
    }
    for (const { target, logins } of planned) {
      const folder = idOf(planned, target)
      if (folder !== null && !(await fillFolder(folder, logins, () => mine === turn))) return
    }
    await ask('unsent.send', null)
    if (mine === turn) change({ state: 'done' })
  } catch (error) {
    if (mine === turn) change({ state: 'stopped', code: codeOf(error) })
  }
}

async function makeFolder({ target }: PlannedFolder): Promise<FolderId> {
  if (target.is !== 'new') throw new TypeError('no new folder')
  const { below, name } = target
  const parent = below === null ? null : 'folder' in below ? below.folder : (made.get(below.key) ?? null)
  const { folder } = await ask('act.sign', { do: 'create-folder', parent, name })
  if (folder === null) throw new TypeError('no folder')
  return folder
}

const idOf = (planned: readonly PlannedFolder[], target: Target): FolderId | null => {
  if (target.is === 'there') return target.folder
  if (target.is === 'skip') return null
  return made.get(planned.find((one) => one.target === target)?.key ?? '') ?? null
}

async function fillFolder(folder: FolderId, logins: readonly number[], goesOn: () => boolean): Promise<boolean> {
  const { outcomes } = run.peek()
  const isKnown = (index: number) => !again.peek() && known.peek().has(index)
  note(logins.filter((index) => isKnown(index) && !outcomes.has(index)).map((index) => [index, 'known', null]))
  for (const batch of batchesOf(logins.filter((index) => !isKnown(index) && outcomes.get(index)?.is !== 'made'))) {
    const rows = batch.map(({ login: { item, fields, history } }) => ({ item, fields, history }))
    const { refused } = await ask('items.import', { folder, logins: rows })
    const codes = new Map(refused.map(({ item, code }) => [item, code]))
    note(
      batch.map(({ index, login }) => {
        const code = codes.get(login.item) ?? null
        return [index, code === null ? 'made' : 'failed', code]
      }),
    )
    if (!goesOn()) return false
  }
  return goesOn()
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
