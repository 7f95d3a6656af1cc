import { existsSync } from 'node:fs'
import { run } from './process.mjs'

const places = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/snap/bin/chromium']

/**
 * Branded Chrome ignores `--load-extension`: only a Chromium will do.
 * @returns {Promise<string | null>} the program: CLOISON_CHROMIUM, the system's, or the one Playwright brought
 */
export async function findChromium() {
  const { chromium } = await import('playwright')
  const candidates = [process.env.CLOISON_CHROMIUM, ...places, chromium.executablePath()]
  return candidates.find((path) => path && existsSync(path)) ?? null
}

/**
 * Finds Chromium, or as root on Debian installs the distribution's.
 * @returns {Promise<string>} the program, which is also what CLOISON_CHROMIUM says from here on
 * @throws {Error} one sentence that says what to do
 */
export async function ensureChromium() {
  const path = (await findChromium()) ?? ((await (installing ??= install())) ? await findChromium() : null)
  if (!path) {
    throw new Error(
      'No Chromium was found: install your system’s package chromium, or run "npx playwright install chromium", or set CLOISON_CHROMIUM to a Chromium program, and start again.',
    )
  }
  process.env.CLOISON_CHROMIUM = path
  return path
}

/** @type {Promise<boolean> | null} One at a time: three browsers that open at once must not install three times. */
let installing = null

async function install() {
  if (process.getuid?.() !== 0 || !existsSync('/etc/debian_version')) return false
  console.log('Installing Chromium…')
  const env = { DEBIAN_FRONTEND: 'noninteractive' }
  const update = await run('apt-get', ['update', '-qq'], { env, quiet: true })
  const done = await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], {
    env,
    quiet: true,
  })
  if (done.code !== 0) console.log(update.output + done.output)
  return done.code === 0
}
