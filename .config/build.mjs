import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { report, root, tool } from './process.mjs'

const plugins = ['dev-pages', 'late-domains', 'pack-words', 'plain-scripts'].map((name) => `.config/${name}.ts`)
const sources = ['extension', 'shared', 'wxt.config.ts', ...plugins, 'package-lock.json', 'tsconfig.json']
const stamp = join(root, '.output/.sources')

/** Builds the extension into .output/chrome-mv3, unless it stands there built from these very sources. */
export async function ensureExtension() {
  const since = performance.now()
  const wanted = hashOf(sources)
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return
  const { code, output } = await tool('wxt/bin/wxt.mjs', ['build'], { quiet: true })
  report(code === 0, 'build the extension', since)
  if (code !== 0) throw new Error(`The extension could not be built.\n${output}`)
  writeFileSync(stamp, wanted)
}

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
