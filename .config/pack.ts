import { resolve } from 'node:path'
import { ensureExtension } from './build.mjs'
import { isOpenToOthers, readDeployer } from './pack/key.ts'
import { readOptions } from './pack/options.ts'
import { pack } from './pack/pack.ts'

/** `npm run pack`: what is wrong with the key or an address is said before anything is built. */
async function main(args: string[]): Promise<void> {
  const options = readOptions(args)
  const deployer = await readDeployer(options.key)
  if (isOpenToOthers(options.key))
    console.warn(
      `Others on this machine may read ${options.key}, and who has it can update everybody's extension: chmod 600.`,
    )
  // Not what lies there since some day, even where its sources have not changed.
  await ensureExtension({ anew: true })
  const { id, version, hash, written } = await pack('.output/chrome-mv3', deployer, options)
  console.log(`Cloison ${version}, packed into ${resolve(options.out)}: ${written.join(', ')}`)
  if (options.server === null)
    console.log('The policies name no server: give --server https://… to have them tell it to each browser.')
  console.log(`\nFor the server    EXTENSION_ID=${id}`)
  console.log(`For the browsers  ${options.url}update.xml`)
  console.log(`The build's hash  ${hash}`)
}

main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
})
