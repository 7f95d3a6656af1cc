import { connect, createServer } from 'node:net'
import type { AddressInfo } from 'node:net'

/** Stands on the wire before a server and counts what is sent to it: whole requests, lines and headers included. */
export async function countingWire(port: number) {
  let sent = 0
  const server = createServer((incoming) => {
    const outgoing = connect(port, '127.0.0.1')
    incoming.on('data', (bytes) => (sent += bytes.length))
    incoming.pipe(outgoing).pipe(incoming)
    for (const end of [incoming, outgoing]) end.on('error', () => void [incoming.destroy(), outgoing.destroy()])
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port: at } = server.address() as AddressInfo
  return {
    origin: `http://127.0.0.1:${String(at)}`,
    /** Bytes since it was last asked. */
    take() {
      const bytes = sent
      sent = 0
      return bytes
    },
    close: () => server.close(),
  }
}
