import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { buildHash } from '../extension/console/state/build-hash.ts'
import { filesIn } from './pack/files.ts'

/** `npm run build:hash -- FOLDER`: the hash of an unpacked extension, such as the one in a browser's profile. */
async function main(folder: string): Promise<void> {
  if (!existsSync(join(folder, 'manifest.json')))
    throw new Error(`There is no extension in ${folder}: its manifest.json is missing.`)
  console.log(await buildHash(filesIn(folder)))
}

main(process.argv[2] ?? '.output/chrome-mv3').catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
})
