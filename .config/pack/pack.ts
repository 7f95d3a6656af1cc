import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { buildHash } from '../../extension/console/state/build-hash.ts'
import { packCrx } from './crx3.ts'
import { deploy } from './deployed.ts'
import { filesIn } from './files.ts'
import type { Deployer } from './key.ts'
import type { Options } from './options.ts'
import { policyFiles } from './policies.ts'
import { updateManifest } from './update-manifest.ts'
import { zipOf } from './zip.ts'

/** What was packed, for people to read. */
export type Packed = Readonly<{ id: string; version: string; hash: string; written: string[] }>

/**
 * Packs a build for a deployer: a signed package, the same files as a zip, the update manifest and the policies of browsers.
 * @param build the folder of the production build
 * @returns what to tell the deployer, with the names of what was written below `out`
 */
export async function pack(build: string, deployer: Deployer, { url, server, org, out }: Options): Promise<Packed> {
  const { id } = deployer
  const updateUrl = `${url}update.xml`
  const { files, version, minimumVersion } = deploy(filesIn(build), deployer, updateUrl)
  const zip = zipOf(files)
  const crx = packCrx(zip, deployer)
  const name = `cloison-${version}`
  const made: [string, Uint8Array | string][] = [
    [`${name}.crx`, crx],
    [`${name}.zip`, zip],
    ['update.xml', updateManifest({ id, version, minimumVersion, codebase: `${url}${name}.crx`, crx })],
    ...policyFiles({ id, updateUrl, server, org }).map(({ name, text }): [string, string] => [`policy/${name}`, text]),
  ]
  for (const [path, content] of made) {
    mkdirSync(dirname(join(out, path)), { recursive: true })
    writeFileSync(join(out, path), content)
  }
  return { id, version, hash: await buildHash(files), written: made.map(([path]) => path) }
}
