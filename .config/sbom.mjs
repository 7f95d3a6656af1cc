import { Buffer } from 'node:buffer'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { root, tool } from './process.mjs'

/** Where `npm run sbom` leaves the list. */
export const sbomFile = join(root, '.output/sbom.cdx.json')

/**
 * Writes which packages the product runs on, as CycloneDX JSON: those of the lockfile, for every platform, each with its hash.
 * It has no time and no random id in it, so that the same lockfile gives the same file.
 * @param {string} [file] where to
 * @returns {Promise<void>}
 * @throws {Error} what the tool says where it fails
 */
export async function writeSbom(file = sbomFile) {
  mkdirSync(dirname(file), { recursive: true })
  const args = ['--omit', 'dev', '--package-lock-only', '--output-reproducible', '--output-file', file]
  const { code, output } = await tool('@cyclonedx/cyclonedx-npm/bin/cyclonedx-npm-cli.js', args, { quiet: true })
  if (code !== 0) throw new Error(`The list of packages could not be made.\n${output}`)
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'))
  const list = JSON.parse(readFileSync(file, 'utf8'))
  addHashes(list.components, packages)
  writeFileSync(file, `${JSON.stringify(list, null, 2)}\n`)
}

/** The tool takes a hash only beside an address to fetch the package from, and our lockfile names no address. */
function addHashes(components, packages) {
  for (const component of components) {
    const path = component.properties.find(({ name }) => name === 'cdx:npm:package:path')?.value
    const [algorithm, hash] = packages[path]?.integrity?.split('-') ?? []
    if (algorithm !== 'sha512') throw new Error(`The lockfile has no hash of ${component.name}.`)
    component.hashes = [{ alg: 'SHA-512', content: Buffer.from(hash, 'base64').toString('hex') }]
    addHashes(component.components ?? [], packages)
  }
}
