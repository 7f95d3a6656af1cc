import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { chromium } from '@playwright/test'
import type { BrowserContext, Page, Worker } from '@playwright/test'
import { ensureChromium } from '../.config/chromium.mjs'
import { developmentExtensionId } from '../server/extension-id.ts'

const extension = process.env['CLOISON_EXTENSION'] ?? fileURLToPath(new URL('../.output/chrome-mv3', import.meta.url))

/** A software FIDO key in one tab. Out of hand it stays there untouched, as a key that lies on the desk. */
export type Key = { hold(inHand: boolean): Promise<void> }

/** A browser profile with the extension, and one tab that holds a person's software FIDO key. */
export type Desk = {
  context: BrowserContext
  /** The key belongs to this tab: every ceremony is walked here. */
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
  /** A file for everything that the browser sends and is sent, by any page, frame or worker. */
  netLog?: string
  /** Every name below `example` and `github.io` is this machine: sites of several hosts. */
  ownHosts?: boolean
  /** Through which everything goes but what is on this machine. */
  proxy?: string
}

/** Starts Chromium with the built extension, as the distribution's Chromium loads it unpacked; on that profile, or a new one. */
export async function openDesk({
  lang = 'en',
  colorScheme = 'light',
  headed = false,
  profile,
  jsFlags,
  netLog,
  ownHosts = false,
  proxy,
}: Look = {}): Promise<Desk> {
  const folder = profile ?? mkdtempSync(join(tmpdir(), 'cloison-profile-'))
  const context = await launch(folder, lang, colorScheme, headed, [
    ...(jsFlags === undefined ? [] : [`--js-flags=${jsFlags}`]),
    ...(ownHosts ? ['--host-resolver-rules=MAP *.example 127.0.0.1, MAP *.github.io 127.0.0.1'] : []),
    ...(proxy === undefined ? [] : [`--proxy-server=${proxy}`]),
    ...(netLog === undefined ? [] : [`--log-net-log=${netLog}`, '--net-log-capture-mode=Everything']),
  ])
  const page = context.pages()[0] ?? (await context.newPage())
  return {
    context,
    page,
    key: await giveKey(page),
    profile: folder,
    quit: () => context.close(),
    async close() {
      await context.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

async function launch(profile: string, lang: string, colorScheme: 'light' | 'dark', headed: boolean, more: string[]) {
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: await ensureChromium(),
    headless: !headed,
    locale: lang,
    colorScheme,
    viewport: { width: 1280, height: 800 },
    env: { ...process.env, LANGUAGE: lang, LANG: `${lang}_${lang === 'fr' ? 'FR' : 'US'}.UTF-8` },
    args: [
      `--disable-extensions-except=${extension}`,
      `--load-extension=${extension}`,
      `--lang=${lang}`,
      '--no-sandbox',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      ...more,
    ],
  })
  await worker(context)
  return context
}

/** A virtual authenticator with PRF and user verification, touched as soon as it is asked while it is in hand. */
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

const runningWorker = (context: BrowserContext) =>
  context.serviceWorkers().find((one) => one.url().includes(developmentExtensionId))

/** The extension's service worker, once it runs. */
export const worker = async (context: BrowserContext): Promise<Worker> =>
  runningWorker(context) ?? context.waitForEvent('serviceworker')

export const pageUrl = (path: string) => `chrome-extension://${developmentExtensionId}/${path}`

/** The browser's id of the tab that shows an address. */
export async function tabId(context: BrowserContext, address: string): Promise<number> {
  const find = async (url: string) => (await chrome.tabs.query({})).find((tab) => tab.url === url)?.id
  // The worker may end under the question.
  let id = await runningWorker(context)
    ?.evaluate(find, address)
    .catch(() => undefined)
  if (id === undefined) {
    const opener = await context.newPage()
    // Not a popup: a locked one closes itself under the question.
    await opener.goto(pageUrl('console.html'))
    id = await opener.evaluate(find, address)
    await opener.close()
  }
  if (id === undefined) throw new Error(`no tab shows ${address}`)
  return id
}
