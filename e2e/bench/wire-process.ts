import { connect, createServer } from 'node:net'
import type { AddressInfo } from 'node:net'

/**
 * The wire itself, before the port that it is started with: says where it listens, then, whenever it is asked, how many
 * bytes were sent since.
 */
let sent = 0
const server = createServer((incoming) => {
  const outgoing = connect(Number(process.argv[2]), '127.0.0.1')
  incoming.on('data', (bytes) => (sent += bytes.length))
  incoming.pipe(outgoing).pipe(incoming)
  for (const end of [incoming, outgoing]) end.on('error', () => void [incoming.destroy(), outgoing.destroy()])
})
server.listen(0, '127.0.0.1', () => process.send?.((server.address() as AddressInfo).port))
process.on('message', () => {
  process.send?.(sent)
  sent = 0
})
process.on('disconnect', () => process.exit())
