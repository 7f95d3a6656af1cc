import type { Plugin } from 'vite'

/** What stands around a script for pages: its words for a console that nobody reads weigh 500 bytes in every page. */
const AROUND = '\0virtual:wxt-unlisted-script-entrypoint?'

/** Starts a script for pages by itself. What it throws, the browser tells. */
export const plainScripts: Plugin = {
  name: 'plain-scripts',
  enforce: 'pre',
  transform: (_, id) =>
    id.startsWith(AROUND)
      ? `import script from ${JSON.stringify(id.slice(AROUND.length))}\nexport default script.main()`
      : null,
}
