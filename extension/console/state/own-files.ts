import { browser } from '../../browser.ts'
import type { PackedFile } from './build-hash.ts'

/** Reads every file of the extension that runs here, from where the browser has it: no list that was made before, no request (P9). */
export const readOwnFiles = async (): Promise<PackedFile[]> =>
  readFiles(await browser.runtime.getPackageDirectoryEntry())

/** Every file below a folder, its path without the folder's own name. */
export async function readFiles(folder: FileSystemDirectoryEntry, above = ''): Promise<PackedFile[]> {
  const found = await Promise.all(
    (await entriesOf(folder)).map(async (entry): Promise<PackedFile[]> => {
      const path = `${above}${entry.name}`
      if (isFolder(entry)) return readFiles(entry, `${path}/`)
      return isFile(entry) ? [{ path, bytes: await bytesOf(entry) }] : []
    }),
  )
  return found.flat()
}

const isFolder = (entry: FileSystemEntry): entry is FileSystemDirectoryEntry => entry.isDirectory
const isFile = (entry: FileSystemEntry): entry is FileSystemFileEntry => entry.isFile

/** A directory reader returns at most a hundred entries per call, and none at the end. */
async function entriesOf(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader()
  const all: FileSystemEntry[] = []
  for (;;) {
    const more = await new Promise<FileSystemEntry[]>((resolve, reject) => {
      reader.readEntries(resolve, reject)
    })
    if (more.length === 0) return all
    all.push(...more)
  }
}

async function bytesOf(entry: FileSystemFileEntry): Promise<PackedFile['bytes']> {
  const file = await new Promise<File>((resolve, reject) => {
    entry.file(resolve, reject)
  })
  return new Uint8Array(await file.arrayBuffer())
}
