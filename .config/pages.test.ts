import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import config from '../wxt.config.ts'

/** The directives of a Content-Security-Policy by name. */
function directives(policy: string): Map<string, string> {
  return new Map(policy.split(';').map((one) => [one.trim().split(' ')[0] ?? '', one.trim().replace(/^\S+ ?/, '')]))
}

const files = readdirSync('extension', { recursive: true, encoding: 'utf8' }).map((path) => `extension/${path}`)
const pages = files.filter((path) => path.endsWith('.html'))
const sources = files.filter((path) => /\.tsx?$/.test(path) && !/\.test\.tsx?$/.test(path))

test.each(pages)('P9 S13: %s can make no request', (path) => {
  const policy = directives(
    /http-equiv="Content-Security-Policy"\s+content="([^"]+)"/.exec(readFileSync(path, 'utf8'))?.[1] ?? '',
  )
  expect(policy.get('default-src')).toBe("'none'")
  expect(policy.get('connect-src')).toBe("'none'")
  expect(policy.get('form-action')).toBe("'none'")
  expect(policy.get('script-src')).toBe("'self'")
  for (const [, value] of policy) expect(value).not.toMatch(/unsafe|https?:|wss?:|\*/)
})

test('P9: what the extension shows, and the code it runs, come from the extension itself', () => {
  expect(pages.length).toBeGreaterThan(2)
  const { manifest } = config
  if (typeof manifest !== 'object' || manifest instanceof Promise) throw new Error('the manifest is not plain data')
  const policy = directives(manifest.content_security_policy?.extension_pages ?? '')
  expect(policy.get('default-src')).toBe("'none'")
  for (const [name, value] of policy)
    if (name !== 'connect-src' && name !== 'frame-ancestors')
      expect(value).not.toMatch(/https?:|wss?:|\*|unsafe-inline/)
  expect(policy.get('script-src')).toBe("'self' 'wasm-unsafe-eval'")
  expect(manifest).not.toHaveProperty('externally_connectable')
  // Who may frame us is the web, since the browser lets it frame only what is web-accessible.
  expect(policy.get('frame-ancestors')).toBe('http: https:')
  // P8: the menu alone may stand in pages of the web, under an address that is new in each of the browser's sessions.
  expect(manifest.web_accessible_resources).toEqual([
    { resources: ['menu.html'], matches: ['http://*/*', 'https://*/*'], use_dynamic_url: true },
  ])
})

test('the extension asks the browser for these permissions and no others', () => {
  const { manifest } = config
  if (typeof manifest !== 'object' || manifest instanceof Promise) throw new Error('the manifest is not plain data')
  expect(manifest.permissions).toEqual([
    'storage',
    'alarms',
    'idle',
    'scripting',
    'webNavigation',
    'activeTab',
    'offscreen',
    'clipboardWrite',
    'clipboardRead',
    'contextMenus',
    // To answer a site that asks by HTTP itself; they change nothing else.
    'webRequest',
    'webRequestAuthProvider',
  ])
  expect(manifest.host_permissions).toEqual(['http://*/*', 'https://*/*'])
  expect(manifest).not.toHaveProperty('optional_permissions')
  // The opener of a server's own page is the only static content script; all others are put where the vault says.
  expect(sources.filter((path) => readFileSync(path, 'utf8').includes('defineContentScript('))).toEqual([
    'extension/entrypoints/open.content.ts',
  ])
})

test('P9: one file of the extension can ask the network, and it asks what the keeper says', () => {
  const asks =
    /(?<![.\w])fetch\((?!url: string)|new WebSocket|XMLHttpRequest|sendBeacon|EventSource|new Image\(|importScripts\((?!FILE\)|file: string)/
  const asking = sources.filter((path) => asks.test(readFileSync(path, 'utf8')))
  expect(asking).toEqual(['extension/keeper/desk/chrome-desk.ts'])
  // A script of the package itself, whose name is written there.
  const importing = sources.filter((path) => readFileSync(path, 'utf8').includes('importScripts('))
  expect(importing).toEqual(['extension/keeper/match/late-domains.ts'])
  expect(readFileSync('extension/keeper/match/late-domains.ts', 'utf8')).toContain("const FILE = '/domains.js'")
})
