import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { chromium } from '@playwright/test'
import type { BrowserContext, Page, Worker } from '@playwright/test'
import { ensureChromium } from '../.config/chromium.mjs'
import { developmentExtensionId } from '../server/extension-id.ts'

const extension = process.env['CLOISON_EXTENSION'] ?? fileURLToPath(new URL('../.output/chrome-mv3', import.meta.url))

/** A browser profile with the extension, and one tab that holds a person's software FIDO key. */
export type Desk = {
  context: BrowserContext
  /** The key belongs to this tab: every ceremony is walked here. */
  page: Page
  profile: string
  close(): Promise<void>
}

export type Look = { lang?: string; colorScheme?: 'light' | 'dark'; headed?: boolean }

/** Starts Chromium with the built extension, as the distribution's Chromium loads it unpacked. */
export async function openDesk({ lang = 'en', colorScheme = 'light', headed = false }: Look = {}): Promise<Desk> {
  const profile = mkdtempSync(join(tmpdir(), 'cloison-profile-'))
  const context = await launch(profile, lang, colorScheme, headed)
  const page = context.pages()[0] ?? (await context.newPage())
  await giveKey(context, page)
  return {
    context,
    page,
    profile,
    async close() {
      await context.close()
      rmSync(profile, { recursive: true, force: true })
    },
  }
}

export async function launch(profile: string, lang: string, colorScheme: 'light' | 'dark', headed: boolean) {
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
    ],
  })
  await worker(context)
  return context
}

/** A virtual authenticator with PRF and user verification, touched as soon as it is asked. */
async function giveKey(context: BrowserContext, page: Page): Promise<void> {
  const cdp = await context.newCDPSession(page)
  await cdp.send('WebAuthn.enable', { enableUI: false })
  await cdp.send('WebAuthn.addVirtualAuthenticator', {
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
}

/** The extension's service worker, once it runs. */
export async function worker(context: BrowserContext): Promise<Worker> {
  const running = context.serviceWorkers().find((one) => one.url().includes(developmentExtensionId))
  return running ?? context.waitForEvent('serviceworker')
}

export const pageUrl = (path: string) => `chrome-extension://${developmentExtensionId}/${path}`

/** The browser's id of the tab that shows an address. */
export async function tabId(context: BrowserContext, address: string): Promise<number> {
  const opener = await context.newPage()
  await opener.goto(pageUrl('popup.html'))
  const id = await opener.evaluate(
    async (url) => (await chrome.tabs.query({})).find((tab) => tab.url === url)?.id,
    address,
  )
  await opener.close()
  if (id === undefined) throw new Error(`no tab shows ${address}`)
  return id
}
