import { cpSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { expect, test } from 'vitest'
import { isWhole } from '../../shared/testing/whole.ts'
import { buildIn } from '../build.mjs'
import { filesIn } from './files.ts'
import { readDeployer } from './key.ts'
import { pack } from './pack.ts'
import { rsaPem, scratch } from './testing.ts'

const folder = isWhole ? scratch() : ''
const places = ['one', 'somewhere/else']
const made = new Set(['node_modules', '.git', '.output', '.wxt', '.data', 'test-results', 'demo-output'])

/** Copies the tree, without what a clean clone with its packages would not have. */
function copyTo(copy: string): void {
  const root = process.cwd()
  cpSync(root, copy, { recursive: true, filter: (path) => !made.has(basename(path)) })
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'))
}

// Two builds take a minute and more. Within `npm test` one build is packed twice (`pack.test.ts`).
test.runIf(isWhole)(
  'built and packed in two folders, package, zip, update manifest and policies are the same to the byte',
  async () => {
    writeFileSync(join(folder, 'key.pem'), rsaPem())
    const deployer = await readDeployer(join(folder, 'key.pem'))
    const options = { key: '', url: 'https://vault.example.com/', server: null, org: null }
    for (const place of places) copyTo(join(folder, place, 'clone'))
    for (const place of places) {
      const clone = join(folder, place, 'clone')
      const { code, output } = await buildIn(clone)
      expect([code, code === 0 ? '' : output]).toEqual([0, ''])
      await pack(join(clone, '.output/chrome-mv3'), deployer, { ...options, out: join(folder, place, 'out') })
    }
    const [one, other] = places.map((place) => filesIn(join(folder, place, 'clone/.output/chrome-mv3')))
    expect(one?.length).toBeGreaterThan(20)
    expect(one?.map(({ path }) => path)).toEqual(other?.map(({ path }) => path))
    const differing = one?.filter(
      ({ bytes }, at) => Buffer.compare(bytes, other?.[at]?.bytes ?? new Uint8Array()) !== 0,
    )
    expect(differing?.map(({ path }) => path)).toEqual([])
    for (const { path, bytes } of filesIn(join(folder, 'one/out')))
      expect([path, Buffer.compare(bytes, readFileSync(join(folder, 'somewhere/else/out', path)))]).toEqual([path, 0])
  },
)
