import * as z from 'zod/mini'
import type { PackedFile } from '../../extension/console/state/build-hash.ts'
import type { Deployer } from './key.ts'

const manifestShape = z.looseObject({ version: z.string(), minimum_chrome_version: z.string() })

/** A build under a deployer's own key. */
export type Deployed = Readonly<{ files: PackedFile[]; version: string; minimumVersion: string }>

/**
 * The build with the deployer's public key in its manifest, from which the browser makes the extension's id, and with the address that
 * the browser asks for updates. Everything else stays as it was built.
 * @throws {Error} where there is no manifest among the files
 */
export function deploy(files: readonly PackedFile[], { publicKey }: Deployer, updateUrl: string): Deployed {
  const built = files.find(({ path }) => path === 'manifest.json')
  if (built === undefined) throw new Error('The build has no manifest.json.')
  const manifest = manifestShape.parse(JSON.parse(new TextDecoder().decode(built.bytes)))
  const own = { ...manifest, key: publicKey.toString('base64'), update_url: updateUrl }
  const bytes = new TextEncoder().encode(JSON.stringify(own))
  return {
    files: files.map((file) => (file === built ? { path: file.path, bytes } : file)),
    version: manifest.version,
    minimumVersion: manifest.minimum_chrome_version,
  }
}
