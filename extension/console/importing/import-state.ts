import { signal } from '@preact/signals'
import { derived } from '../state/derived.ts'
import { newItemId } from '../../../shared/bytes/ids.ts'
import { toFields } from '../../import/to-fields.ts'
import type { Fitted } from '../../import/to-fields.ts'
import type { Imported, ImportProblem } from '../../import/imported.ts'
import type { Format } from '../../import/read-file.ts'
import { codeOfThrown } from '../state/failing.ts'
import type { FolderId, ItemId } from '../state/ids.ts'
import { canEdit, folders, hasLevel, may } from '../state/world.ts'
import { planFolders, sourceFolders } from './plan.ts'
import type { Choice, Known, SourceFolder } from './plan.ts'

/** A login of the file, ready to be sent; `item` stays the same at every try, so that none is made twice. */
export type ReadyLogin = Fitted & { at: number; item: ItemId }
/** `inLines`: whether it is a table, in which each login has a line. */
type Source = { logins: ReadyLogin[]; problems: ImportProblem[]; folders: SourceFolder[]; inLines: boolean }
export type OpenFile = { name: string; bytes: Uint8Array<ArrayBuffer>; format: Format | null }

/** The file that was chosen, null for none yet. Its bytes go once it is read. */
export const file = signal<OpenFile | null>(null)
export const password = signal('')
export const keyFile = signal<OpenFile | null>(null)
export const reading = signal<{ busy: boolean; code: string | null }>({ busy: false, code: null })
/** What the file says, once it is read. */
export const source = signal<Source | null>(null)
export const choices = signal<ReadonlyMap<string, Choice>>(new Map())
export const base = signal<FolderId | null>(null)

const known = derived<Known>(() => ({
  folders: folders.value.map((one) => ({
    folder: one.folder,
    parent: one.parent,
    name: one.name,
    mayEdit: canEdit(one) && !one.stale && one.refused === null,
    mayCreateBelow: hasLevel(one, 'manage') && one.closed === 'no' && !one.stale && one.personal === null,
  })),
  mayCreateTop: may.value.createTopFolder,
}))

/** Where each folder of the file goes, as chosen so far. */
export const plan = derived(() =>
  source.value === null
    ? []
    : planFolders(source.value.folders, choices.value, known.value, base.value, rootName(file.value?.name ?? '')),
)

const rootName = (name: string) => name.replace(/\.[^.]*$/, '').trim() || 'Import'

/** Takes a file, and recognises by its content what it is. */
export async function takeFile(chosen: File): Promise<void> {
  forgetSource()
  reading.value = { busy: true, code: null }
  try {
    const { MOST_BYTES, detectFormat } = await import('../../import/read-file.ts')
    if (chosen.size > MOST_BYTES) {
      reading.value = { busy: false, code: 'import-too-large' }
      return
    }
    const bytes = new Uint8Array(await chosen.arrayBuffer())
    file.value = { name: chosen.name, bytes, format: detectFormat(bytes) }
    reading.value = { busy: false, code: null }
  } catch (error) {
    reading.value = { busy: false, code: codeOfThrown(error) }
  }
}

/** Takes the key file of a KeePass database. */
export async function takeKeyFile(chosen: File): Promise<void> {
  keyFile.value = { name: chosen.name, bytes: new Uint8Array(await chosen.arrayBuffer()), format: null }
}

/** Reads the file as the format that the person sees; what goes wrong is said where they chose it. */
export async function readSource(): Promise<void> {
  const open = file.peek()
  if (open === null || open.format === null) return
  reading.value = { busy: true, code: null }
  try {
    const { readFile, isTable } = await import('../../import/read-file.ts')
    const keys = { password: password.peek() === '' ? null : password.peek(), keyFile: keyFile.peek()?.bytes ?? null }
    source.value = ready(await readFile(open.bytes, open.format, keys), isTable(open.format))
    password.value = ''
    keyFile.value = null
    reading.value = { busy: false, code: null }
  } catch (error) {
    reading.value = { busy: false, code: codeOfThrown(error) }
  }
}

function ready(imported: Imported, inLines: boolean): Source {
  const now = Date.now()
  const logins = imported.logins.map((login) => ({ ...toFields(login, now), at: login.at, item: newItemId() }))
  const problems = [...imported.problems, ...logins.flatMap((login) => login.problems)]
  return {
    logins,
    problems: problems.sort((one, other) => (one.at ?? 0) - (other.at ?? 0)),
    folders: sourceFolders(imported),
    inLines,
  }
}

/** P10: drops all that the file said. */
export function forgetSource(): void {
  file.value = null
  password.value = ''
  keyFile.value = null
  source.value = null
  choices.value = new Map()
  reading.value = { busy: false, code: null }
}
