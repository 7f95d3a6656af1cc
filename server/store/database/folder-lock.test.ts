import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { tempFolder } from '../../testing/temp-folder.ts'
import { lockFolder } from './folder-lock.ts'
import { startedAt } from './process.ts'

const heldBy = (folder: string, pid: number, since: string | null) =>
  writeFileSync(join(folder, 'server-7.lock'), JSON.stringify({ pid, startedAt: since }))

test('a folder is taken once', () => {
  const folder = tempFolder()
  lockFolder(folder)
  expect(() => lockFolder(folder)).toThrow(
    `Another Cloison server (process ${process.pid}) is using this data folder. Stop it or choose another DATA_FOLDER.`,
  )
  expect(readdirSync(folder)).toEqual(['server-1.lock'])
})

test('a folder held by a live process is refused, and its lock is left as it was', () => {
  const folder = tempFolder()
  heldBy(folder, process.ppid, startedAt(process.ppid))
  const before = readFileSync(join(folder, 'server-7.lock'), 'utf8')
  expect(() => lockFolder(folder)).toThrow(`process ${process.ppid}`)
  expect(readdirSync(folder)).toEqual(['server-7.lock'])
  expect(readFileSync(join(folder, 'server-7.lock'), 'utf8')).toBe(before)
})

test('a holder that died is followed by the next', () => {
  const folder = tempFolder()
  heldBy(folder, 2 ** 22 + 1, null)
  lockFolder(folder)
  expect(readdirSync(folder)).toEqual(['server-8.lock'])
})

test('another process that got the id of a dead holder does not hold the folder', () => {
  const folder = tempFolder()
  heldBy(folder, process.ppid, `${startedAt(process.ppid)} earlier`)
  lockFolder(folder)
  expect(readdirSync(folder)).toEqual(['server-8.lock'])
})

test('a lock emptied by a power cut does not hold the folder', () => {
  const folder = tempFolder()
  writeFileSync(join(folder, 'server-1.lock'), '')
  lockFolder(folder)
  expect(readdirSync(folder)).toEqual(['server-2.lock'])
})
