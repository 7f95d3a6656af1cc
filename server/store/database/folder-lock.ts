import { linkSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import * as z from 'zod/mini'
import { Failure } from '../../../shared/bytes/failure.ts'
import { isAlive, startedAt } from './process.ts'

const holder = z.object({ pid: z.number(), startedAt: z.nullable(z.string()) })

/**
 * Takes the folder for this process until it ends; nobody needs to let go. Throws `folder-in-use` with a sentence for the operator
 * while another process holds it.
 *
 * The holder is who is named in `server-N.lock` with the highest N. A dead holder is never removed, only followed by N + 1, made
 * by a link that fails when somebody else was quicker: so of two servers that find the same dead one, one wins.
 */
export function lockFolder(folder: string): void {
  const mine = join(folder, `server-${process.pid}.tmp`)
  writeFileSync(mine, JSON.stringify({ pid: process.pid, startedAt: startedAt(process.pid) }), { mode: 0o644 })
  try {
    while (!take(folder, mine)) continue
  } finally {
    rmSync(mine, { force: true })
  }
}

/** One try: false when somebody else moved meanwhile, so that the folder must be looked at again. */
function take(folder: string, mine: string): boolean {
  const numbers = readdirSync(folder).flatMap((name) => {
    const found = /^server-(\d+)\.lock$/.exec(name)
    return found === null ? [] : [Number(found[1])]
  })
  const last = Math.max(0, ...numbers)
  if (last > 0 && !isFree(join(folder, `server-${last}.lock`))) return false
  try {
    linkSync(mine, join(folder, `server-${last + 1}.lock`))
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false
    throw error
  }
  for (const number of numbers) rmSync(join(folder, `server-${number}.lock`), { force: true })
  return true
}

/** Whether the holder is dead; false when the file went away meanwhile; throws when the holder lives. */
function isFree(file: string): boolean {
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return false
    throw error
  }
  const { pid, startedAt: since } = parse(text)
  // An id is used again after a reboot, and at once in a container: the start time tells the two apart.
  if (!isAlive(pid) || (since !== null && startedAt(pid) !== since)) return true
  throw new Failure(
    'folder-in-use',
    `Another Cloison server (process ${pid}) is using this data folder. Stop it or choose another DATA_FOLDER.`,
  )
}

/** A file emptied by a power cut names nobody who could still be alive. */
function parse(text: string): z.infer<typeof holder> {
  try {
    return holder.parse(JSON.parse(text))
  } catch {
    return { pid: 0, startedAt: 'never' }
  }
}
