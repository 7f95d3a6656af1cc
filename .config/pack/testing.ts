import { generateKeyPairSync } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll } from 'vitest'

/** A folder for the tests of a file, gone after them. A file whose tests are all left out makes none: nobody would remove it. */
export function scratch(): string {
  const folder = mkdtempSync(join(tmpdir(), 'cloison-pack-'))
  afterAll(() => {
    rmSync(folder, { recursive: true })
  })
  return folder
}

/** A PEM of an RSA private key, as a deployer makes one. */
export const rsaPem = (modulusLength = 2048, type: 'pkcs8' | 'pkcs1' = 'pkcs8'): string =>
  generateKeyPairSync('rsa', { modulusLength }).privateKey.export({ type, format: 'pem' }).toString()

/** Writes what stands for a build: a manifest, a script, and files in folders. */
export function writeBuild(folder: string): string {
  const manifest = { manifest_version: 3, name: 'A build', version: '1.2.3', minimum_chrome_version: '137', key: 'dev' }
  const files = {
    'manifest.json': JSON.stringify(manifest),
    'background.js': 'run()\n'.repeat(1000),
    'words-fr.js': 'é',
    'chunks/console-a1.js': '',
    'chunks/Console-b2.js': 'b',
    '_locales/en/messages.json': '{"description":{"message":"A build"}}',
  }
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
  return folder
}
