import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { report, root, run } from './process.mjs'

const plugins = ['dev-pages', 'late-domains', 'pack-words', 'plain-scripts'].map((name) => `.config/${name}.ts`)
const sources = [
  'extension',
  'shared',
  'wxt.config.ts',
  ...plugins,
  'package.json',
  'package-lock.json',
  'tsconfig.json',
]
const stamp = join(root, '.output/.sources')

/**
 * Builds the extension into .output/chrome-mv3, unless it stands there built from these very sources.
 * @param {{ anew?: boolean }} [options] anew: builds it in any case
 * @returns {Promise<void>}
 */
export async function ensureExtension({ anew = false } = {}) {
  const since = performance.now()
  const wanted = hashOf(sources)
  if (!anew && existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return
  const { code, output } = await buildIn(root)
  report(code === 0, 'build the extension', since)
  if (code !== 0) throw new Error(`The extension could not be built.\n${output}`)
  writeFileSync(stamp, wanted)
}

/**
 * Builds the extension of a clone into its .output/chrome-mv3. For production whatever NODE_ENV says here: any other build has the paths
 * of its sources in it.
 * @param {string} clone
 * @returns {Promise<{ code: number, output: string }>}
 */
export const buildIn = (clone) =>
  run(process.execPath, [join(clone, 'node_modules/wxt/bin/wxt.mjs'), 'build'], {
    cwd: clone,
    quiet: true,
    env: { NODE_ENV: 'production' },
  })

function hashOf(paths) {
  const hash = createHash('sha256')
  for (const path of paths.flatMap(filesBelow)) hash.update(`${path}\0`).update(readFileSync(join(root, path)))
  return hash.digest('hex')
}

function filesBelow(path) {
  if (!statSync(join(root, path)).isDirectory()) return [path]
  const below = readdirSync(join(root, path)).sort()
  return below.filter((name) => !/\.test\.tsx?$/.test(name)).flatMap((name) => filesBelow(`${path}/${name}`))
}
