import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { unzipSync } from 'fflate'
import { afterEach, expect, test } from 'vitest'
import { buildHash } from '../../extension/console/state/build-hash.ts'
import { extensionId } from '../../extension/extension-key.ts'
import { readConfig } from '../../server/config.ts'
import { filesIn } from './files.ts'
import { readDeployer } from './key.ts'
import { pack } from './pack.ts'
import { rsaPem, scratch, writeBuild } from './testing.ts'

const folder = scratch()
writeFileSync(join(folder, 'key.pem'), rsaPem())
const deployer = await readDeployer(join(folder, 'key.pem'))
const build = writeBuild(join(folder, 'build'))
const options = {
  key: '',
  url: 'https://vault.example.com/a&b/',
  server: 'https://vault.example.com',
  org: 'o'.repeat(43),
}
const packInto = (out: string, from = build) => pack(from, deployer, { ...options, out: join(folder, out) })
const packed = await packInto('out')
const text = (path: string) => readFileSync(join(folder, 'out', path), 'utf8')
const zip = () => unzipSync(new Uint8Array(readFileSync(join(folder, 'out', 'cloison-1.2.3.zip'))))

const zone = process.env['TZ']
afterEach(() => {
  if (zone === undefined) delete process.env['TZ']
  else process.env['TZ'] = zone
})

test('packed twice, of files written at other times and read in another time zone, it is the same to the byte', async () => {
  process.env['TZ'] = 'Pacific/Kiritimati'
  const again = await packInto('again', writeBuild(join(folder, 'another', 'build')))
  expect(again).toEqual(packed)
  const written = (out: string) =>
    filesIn(join(folder, out)).map(({ path, bytes }) => [path, Buffer.from(bytes).toString('hex')])
  expect(written('again')).toEqual(written('out'))
  expect(readdirSync(join(folder, 'out')).sort()).toEqual([
    'cloison-1.2.3.crx',
    'cloison-1.2.3.zip',
    'policy',
    'update.xml',
  ])
})

test('the zip holds the build, sorted, and in its manifest the deployer’s key and where updates lie', () => {
  const files = zip()
  const paths = filesIn(build).map(({ path }) => path)
  expect(Object.keys(files)).toEqual(paths)
  for (const path of paths.filter((one) => one !== 'manifest.json'))
    expect(Buffer.from(files[path] ?? [])).toEqual(readFileSync(join(build, path)))
  expect(JSON.parse(Buffer.from(files['manifest.json'] ?? []).toString())).toEqual({
    manifest_version: 3,
    name: 'A build',
    version: '1.2.3',
    minimum_chrome_version: '137',
    key: deployer.publicKey.toString('base64'),
    update_url: 'https://vault.example.com/a&b/update.xml',
  })
  expect(readFileSync(join(folder, 'out', 'cloison-1.2.3.crx')).toString('hex')).toContain(
    readFileSync(join(folder, 'out', 'cloison-1.2.3.zip')).toString('hex'),
  )
})

test('P3: manifest, update manifest and policies name one extension, which a server accepts as its own', async () => {
  const { key } = JSON.parse(Buffer.from(zip()['manifest.json'] ?? []).toString())
  const id = await extensionId(key)
  expect(packed.id).toBe(id)
  expect(text('update.xml')).toContain(`appid="${id}"`)
  for (const browser of ['chrome', 'edge'])
    for (const kind of ['json', 'reg']) expect(text(`policy/${browser}.${kind}`)).toContain(id)
  expect(readConfig({ EXTENSION_ID: packed.id }).extensionId).toBe(id)
})

test('the hash is the build’s, whoever packs it', async () => {
  expect(packed.hash).toBe(await buildHash(filesIn(build)))
  writeFileSync(join(folder, 'other.pem'), rsaPem())
  const other = await readDeployer(join(folder, 'other.pem'))
  const theirs = await pack(build, other, { ...options, url: 'https://other.example/', out: join(folder, 'theirs') })
  expect(theirs.hash).toBe(packed.hash)
  expect(theirs.id).not.toBe(packed.id)
})

test('the update manifest names version, address and hash of the package', async () => {
  const crx = readFileSync(join(folder, 'out', 'cloison-1.2.3.crx'))
  const hash = Buffer.from(await crypto.subtle.digest('SHA-256', crx)).toString('hex')
  expect(text('update.xml')).toContain(
    `<updatecheck codebase="https://vault.example.com/a&amp;b/cloison-1.2.3.crx" version="1.2.3" hash_sha256="${hash}" prodversionmin="137"/>`,
  )
})

test('the policies force the installation, and tell the extension what its managed schema has', () => {
  const schema = JSON.parse(readFileSync('extension/public/managed-schema.json', 'utf8'))
  const { id } = packed
  for (const browser of ['chrome', 'edge']) {
    const policy = JSON.parse(text(`policy/${browser}.json`))
    expect(policy.ExtensionSettings[id]).toEqual({
      installation_mode: 'force_installed',
      update_url: 'https://vault.example.com/a&b/update.xml',
      override_update_url: true,
    })
    const managed = policy['3rdparty'].extensions[id]
    expect(managed).toEqual({ server: options.server, org: options.org })
    expect(Object.keys(managed).filter((name) => !(name in schema.properties))).toEqual([])
  }
})

test('the same for the Windows registry, in keys of our own extension alone', () => {
  const root = (vendor: string) => `HKEY_LOCAL_MACHINE\\SOFTWARE\\Policies\\${vendor}`
  for (const [browser, vendor] of [
    ['chrome', 'Google\\Chrome'],
    ['edge', 'Microsoft\\Edge'],
  ] as const)
    expect(text(`policy/${browser}.reg`).split('\r\n')).toEqual([
      'Windows Registry Editor Version 5.00',
      '',
      `[${root(vendor)}\\ExtensionSettings\\${packed.id}]`,
      '"installation_mode"="force_installed"',
      '"update_url"="https://vault.example.com/a&b/update.xml"',
      '"override_update_url"=dword:00000001',
      '',
      `[${root(vendor)}\\3rdparty\\extensions\\${packed.id}\\policy]`,
      '"server"="https://vault.example.com"',
      `"org"="${options.org}"`,
      '',
    ])
})

test('without a server the policies set nothing for the extension itself', async () => {
  await pack(build, deployer, { ...options, server: null, org: null, out: join(folder, 'bare') })
  const bare = (name: string) => readFileSync(join(folder, 'bare', 'policy', name), 'utf8')
  expect(Object.keys(JSON.parse(bare('chrome.json')))).toEqual(['ExtensionSettings'])
  expect(bare('edge.reg')).not.toContain('3rdparty')
})

test('a folder that is no build is refused', async () => {
  mkdirSync(join(folder, 'empty'))
  await expect(packInto('none', join(folder, 'empty'))).rejects.toThrow('no manifest.json')
})
