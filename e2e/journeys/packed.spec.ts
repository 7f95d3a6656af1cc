import { generateKeyPairSync } from 'node:crypto'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { expect, test } from '@playwright/test'
import { unzipSync } from 'fflate'
import { readDeployer } from '../../.config/pack/key.ts'
import { pack } from '../../.config/pack/pack.ts'
import { developmentExtensionId } from '../../server/extension-id.ts'
import { extension, openDesk } from '../desk.ts'
import * as people from '../people.ts'
import { startStack } from '../../tests/stack.ts'
import { OWNER } from './fixtures.ts'

// A deployer's package, loaded from its zip: a browser installs the signed package itself by enterprise policy only.
let folder: string
test.beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'cloison-packed-'))
})
test.afterAll(() => {
  rmSync(folder, { recursive: true })
})

/** Unpacks the zip into a folder. */
function unzip(file: string, into: string): void {
  for (const [path, bytes] of Object.entries(unzipSync(new Uint8Array(readFileSync(file))))) {
    mkdirSync(dirname(join(into, path)), { recursive: true })
    writeFileSync(join(into, path), bytes)
  }
}

test('P3: an extension packed with a deployer’s key runs under its own id, with a server configured for it, and shows its hash', async () => {
  const pem = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ type: 'pkcs8', format: 'pem' })
  const key = join(folder, 'key.pem')
  writeFileSync(key, pem, { mode: 0o600 })
  const options = { key, url: 'https://vault.example.com/', server: null, org: null, out: join(folder, 'out') }
  const { id, hash, version } = await pack(extension, await readDeployer(key), options)
  expect(id).not.toBe(developmentExtensionId)
  unzip(join(folder, 'out', `cloison-${version}.zip`), join(folder, 'unzipped'))

  const stack = await startStack({ EXTENSION_ID: id })
  const desk = await openDesk({ build: { folder: join(folder, 'unzipped'), id } })
  const { page } = desk
  const address = (path: string) => `chrome-extension://${id}/${path}`
  await page.goto(address(`unlock.html#/open?server=${encodeURIComponent(stack.origin)}`))
  await people.setUp(desk, { code: stack.setupCode, org: 'Atlas Relation', ...OWNER })
  await page.goto(address('console.html'))
  await page.locator('.c-ledger').click()
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByLabel('Hash of the build (SHA-256)')).toHaveValue(hash)
  await expect(dialog).toContainText(id)
  await desk.close()
  await stack.stop()
})
