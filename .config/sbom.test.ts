import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import * as z from 'zod/mini'
import { isWhole } from '../shared/testing/whole.ts'
import { writeSbom } from './sbom.mjs'

const manifest = z.object({
  dependencies: z.record(z.string(), z.string()),
  devDependencies: z.record(z.string(), z.string()),
})
const component = z.object({
  group: z.optional(z.string()),
  name: z.string(),
  version: z.string(),
  hashes: z.array(z.object({ alg: z.literal('SHA-512'), content: z.string().check(z.regex(/^[0-9a-f]{128}$/)) })),
})
const sbom = z.looseObject({ bomFormat: z.literal('CycloneDX'), components: z.array(component) })

const folder = mkdtempSync(join(tmpdir(), 'cloison-sbom-'))
afterAll(() => {
  rmSync(folder, { recursive: true })
})

async function made(name: string): Promise<string> {
  await writeSbom(join(folder, name))
  return readFileSync(join(folder, name), 'utf8')
}

test('the SBOM lists what the product runs on, with hashes, and nothing that only builds or tests it', async () => {
  const text = await made('once.json')
  const { components } = sbom.parse(JSON.parse(text))
  const listed = new Set(
    components.map(({ group, name, version }) => `${group === undefined ? '' : `${group}/`}${name}@${version}`),
  )
  const { dependencies, devDependencies } = manifest.parse(JSON.parse(readFileSync('package.json', 'utf8')))
  const named = (all: Record<string, string>) => Object.entries(all).map(([name, version]) => `${name}@${version}`)
  expect(named(dependencies).filter((one) => !listed.has(one))).toEqual([])
  // The server's WebSockets run on the one and its check of attestations on the other; tests use both besides.
  const both = ['ws', '@peculiar/x509']
  const tools = named(devDependencies).filter((one) => !both.some((name) => one.startsWith(`${name}@`)))
  expect(tools.filter((one) => listed.has(one))).toEqual([])
  // Of another day and another machine it is the same file.
  expect(JSON.parse(text)).not.toHaveProperty('serialNumber')
  expect(JSON.parse(text)).not.toHaveProperty('metadata.timestamp')
  expect(text).not.toContain(process.cwd())
})

test.runIf(isWhole)('the SBOM made twice is the same to the byte', async () => {
  expect(await made('first.json')).toBe(await made('second.json'))
})
