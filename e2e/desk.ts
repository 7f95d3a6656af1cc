import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { chromium } from '@playwright/test'
import type { BrowserContext, Page, Worker } from '@playwright/test'
import { ensureChromium } from '../.config/chromium.mjs'
import { developmentExtensionId } from '../server/extension-id.ts'

/** The folder of the extension that desks load. */
export const extension =
  process.env['CLOISON_EXTENSION'] ?? fileURLToPath(new URL('../.output/chrome-mv3', import.meta.url))

/** A software FIDO key in one tab. Out of hand it stays there untouched, like a key that lies on the desk. */
export type Key = { hold(inHand: boolean): Promise<void> }

/** A browser profile with the extension, and one tab that holds a person's software FIDO key. */
export type Desk = {
  context: BrowserContext
  /** The key belongs to this tab: every ceremony takes place here. */
  page: Page
  key: Key
  profile: string
  /** Ends the browser; the profile stays until `close`. */
  quit(): Promise<void>
  close(): Promise<void>
}

export type Look = {
  lang?: string
  colorScheme?: 'light' | 'dark'
  headed?: boolean
  profile?: string
  jsFlags?: string
  /** A log file of all network traffic of the browser, by any page, frame or worker. */
  netLog?: string
  /** A proxy for everything that is not on this machine. */
  proxy?: string
  /** Another build than the one of all tests: its folder, and its id. */
  build?: { folder: string; id: string }
}

/** Starts Chromium with the unpacked extension, on that profile or a new one. */
export async function openDesk(look: Look = {}): Promise<Desk> {
  const { profile = newProfile() } = look
  return deskOf(
    Object.keys(look).length === 0 ? await nextBrowser() : { profile, context: await launch(profile, look) },
  )
}

async function deskOf({ profile, context }: Browser): Promise<Desk> {
  const page = context.pages()[0] ?? (await context.newPage())
  return {
    context,
    page,
    key: await giveKey(page),
    profile,
    quit: () => context.close(),
    async close() {
      await context.close()
      removeProfile(profile)
    },
  }
}

type Browser = { profile: string; context: BrowserContext }
const newProfile = () => mkdtempSync(join(tmpdir(), 'cloison-profile-'))
const removeProfile = (profile: string) => {
  rmSync(profile, { recursive: true, force: true })
}

const ahead: Promise<Browser>[] = []
/** Most journeys have two desks. */
const AHEAD = process.env['TEST_WORKER_INDEX'] === undefined ? 0 : 2

/**
 * Returns a browser as any desk has it. After its start a browser takes three to five seconds to load managed policy, and our
 * pages wait for that: in a run of journeys the next browsers are started while a test still uses the previous ones.
 */
async function nextBrowser(): Promise<Browser> {
  const browser = ahead.shift() ?? startBrowser()
  while (ahead.length < AHEAD) {
    const next = startBrowser()
    // The user of this browser gets the error; there may be none.
    next.catch(() => undefined)
    ahead.push(next)
  }
  return browser
}

async function startBrowser(): Promise<Browser> {
  const profile = newProfile()
  process.once('exit', () => {
    removeProfile(profile)
  })
  return { profile, context: await launch(profile, {}) }
}

async function launch(profile: string, look: Look): Promise<BrowserContext> {
  const { lang = 'en', colorScheme = 'light', headed = false, jsFlags, netLog, proxy } = look
  const { folder, id } = look.build ?? { folder: extension, id: developmentExtensionId }
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: await ensureChromium(),
    headless: !headed,
    locale: lang,
    colorScheme,
    viewport: { width: 1280, height: 800 },
    env: { ...process.env, LANGUAGE: lang, LANG: `${lang}_${lang === 'fr' ? 'FR' : 'US'}.UTF-8` },
    args: [
      `--disable-extensions-except=${folder}`,
      `--load-extension=${folder}`,
      `--lang=${lang}`,
      '--no-sandbox',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      // Reduced motion: a click would otherwise wait until its target stops moving.
      '--force-prefers-reduced-motion',
      // Every name under these domains resolves to this machine, for sites with several hosts.
      '--host-resolver-rules=MAP *.example 127.0.0.1, MAP *.github.io 127.0.0.1',
      ...(jsFlags === undefined ? [] : [`--js-flags=${jsFlags}`]),
      ...(proxy === undefined ? [] : [`--proxy-server=${proxy}`]),
      ...(netLog === undefined ? [] : [`--log-net-log=${netLog}`, '--net-log-capture-mode=Everything']),
    ],
  })
  await worker(context, id)
  return context
}

/** A virtual authenticator with PRF and user verification; while in hand it is touched as soon as it is asked. */
export async function giveKey(page: Page): Promise<Key> {
  const cdp = await page.context().newCDPSession(page)
  await cdp.send('WebAuthn.enable', { enableUI: false })
  const { authenticatorId } = await cdp.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      ctap2Version: 'ctap2_1',
      transport: 'usb',
      hasResidentKey: true,
      hasUserVerification: true,
      hasPrf: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
  return {
    async hold(enabled) {
      await cdp.send('WebAuthn.setAutomaticPresenceSimulation', { authenticatorId, enabled })
    },
  }
}

const runningWorker = (context: BrowserContext, id = developmentExtensionId) =>
  context.serviceWorkers().find((one) => one.url().includes(id))

/** The extension's service worker, once it runs. */
export const worker = async (context: BrowserContext, id?: string): Promise<Worker> =>
  runningWorker(context, id) ?? context.waitForEvent('serviceworker')

export const pageUrl = (path: string) => `chrome-extension://${developmentExtensionId}/${path}`

/** The browser's id of the tab that shows an address. */
export async function tabId(context: BrowserContext, address: string): Promise<number> {
  const find = async (url: string) => (await chrome.tabs.query({})).find((tab) => tab.url === url)?.id
  // The worker may end before it answers.
  let id = await runningWorker(context)
    ?.evaluate(find, address)
    .catch(() => undefined)
  if (id === undefined) {
    const opener = await context.newPage()
    // Not a popup: a locked one closes itself before it answers.
    await opener.goto(pageUrl('console.html'))
    id = await opener.evaluate(find, address)
    await opener.close()
  }
  if (id === undefined) throw new Error(`no tab shows ${address}`)
  return id
}
