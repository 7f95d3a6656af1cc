import { join } from 'node:path'
import { root, run, tool } from './process.mjs'

/**
 * The server and the extension while they are worked on: the server starts anew, and the extension loads anew, when a file of theirs
 * changes. Ends when either ends, and ends the other.
 * @returns {Promise<number>} exit code
 */
export async function dev() {
  console.log(`\n  The extension, to load unpacked once it is built: ${join(root, '.output/chrome-mv3-dev')}`)
  const stop = new AbortController()
  const ended = ({ code }) => (stop.abort(), code)
  const server = run(process.execPath, ['--import', 'tsx', '--watch', '--watch-preserve-output', 'server/main.ts'], {
    signal: stop.signal,
  })
  const extension = tool('wxt/bin/wxt.mjs', [], { signal: stop.signal })
  const [code] = await Promise.all([Promise.race([server, extension]).then(ended), server, extension])
  return code
}
