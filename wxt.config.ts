import { defineConfig } from 'wxt'
import { devPages, devPolicy } from './.config/dev-pages.ts'
import { lateDomains } from './.config/late-domains.ts'
import { packWords, wordsFiles } from './.config/pack-words.ts'
import { plainScripts } from './.config/plain-scripts.ts'
import { developmentKey } from './extension/extension-key.ts'

/** What every page of ours may do; each page closes `connect-src` again by its own <meta> policy (P9). */
const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  'connect-src https: wss: http://localhost:* http://127.0.0.1:* ws://localhost:* ws://127.0.0.1:*',
  "base-uri 'none'",
  "form-action 'none'",
  // The browser lets pages of the web frame only what is web-accessible: the menu. All others show nothing in a frame.
  'frame-ancestors http: https:',
].join('; ')

export default defineConfig({
  srcDir: 'extension',
  publicDir: 'extension/public',
  outDir: '.output',
  manifestVersion: 3,
  imports: false,
  webExt: { disabled: true },
  vite: ({ mode }) => ({
    plugins: [packWords, plainScripts, lateDomains, ...(mode === 'development' ? [devPages] : [])],
    build: { sourcemap: false, modulePreload: { polyfill: false } },
  }),
  hooks: {
    'build:manifestGenerated': ({ config }, manifest) => {
      if (config.command === 'serve') devPolicy(manifest)
    },
    'build:publicAssets': async (_, files) => void files.push(...(await wordsFiles())),
    // Each page by itself, in one script and one sheet: a browser spends longer on fetching what pages would share than on reading it.
    'entrypoints:grouped': (_, groups) => {
      const apart = groups.flatMap<(typeof groups)[number]>((group) =>
        'type' in group ? [group] : group.map((page) => [page]),
      )
      groups.splice(0, groups.length, ...apart)
    },
  },
  manifest: {
    name: 'Cloison',
    description: '__MSG_description__',
    default_locale: 'en',
    key: developmentKey,
    minimum_chrome_version: '137',
    icons: { 16: 'icon/16.png', 32: 'icon/32.png', 48: 'icon/48.png', 128: 'icon/128.png' },
    action: { default_popup: 'popup.html', default_title: 'Cloison' },
    storage: { managed_schema: 'managed-schema.json' },
    permissions: [
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
      'webRequest',
      'webRequestAuthProvider',
    ],
    host_permissions: ['http://*/*', 'https://*/*'],
    commands: {
      fill: { suggested_key: { default: 'Ctrl+Shift+L' }, description: '__MSG_commandFill__' },
      'open-console': { description: '__MSG_commandConsole__' },
    },
    web_accessible_resources: [
      // Under an address that is new in each of the browser's sessions: nobody finds us by guessing.
      { resources: ['menu.html'], matches: ['http://*/*', 'https://*/*'], use_dynamic_url: true },
    ],
    content_security_policy: { extension_pages: contentSecurityPolicy },
  },
})
