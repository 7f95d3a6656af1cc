import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

/**
 * Stands on the wire before a server and counts what is sent to it: whole requests, lines and headers included. A process of its
 * own: in one that holds a history of years, each collection of garbage would hold up what passes.
 */
export async function countingWire(port: number) {
  const wire = fork(fileURLToPath(import.meta.resolve('./wire-process.ts')), [String(port)], {
    execArgv: ['--import', 'tsx'],
  })
  const [at] = (await once(wire, 'message')) as [number]
  return {
    origin: `http://127.0.0.1:${String(at)}`,
    /** Bytes since it was last asked. */
    async take(): Promise<number> {
      wire.send('take')
      const [bytes] = (await once(wire, 'message')) as [number]
      return bytes
    },
    close: () => wire.disconnect(),
  }
}
