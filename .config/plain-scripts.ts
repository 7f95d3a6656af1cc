import type { Plugin } from 'vite'

/** What stands around a script for pages: its words for a console that nobody reads weigh 500 bytes in every page. */
const AROUND = '\0virtual:wxt-unlisted-script-entrypoint?'
const SCRIPT = /\/entrypoints\/[a-z-]+\.ts$/

/** Starts a script for pages by itself, and leaves out what only says that it is one. What it throws, the browser tells. */
export const plainScripts: Plugin = {
  name: 'plain-scripts',
  enforce: 'pre',
  transform(code, id) {
    if (id.startsWith(AROUND))
      return `import script from ${JSON.stringify(id.slice(AROUND.length))}\nexport default script()`
    return SCRIPT.test(id) ? code.replace(/\bdefineUnlistedScript\((?!\))/, '(') : null
  },
}
