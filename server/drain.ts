import type { Server } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'

/**
 * Takes no new connection, closes idle ones, and waits until requests in flight are answered and sockets are closed.
 * @param closeSockets closes every WebSocket, code 1001.
 * @param patience milliseconds until who still talks is cut off: less than the 10 s after which most supervisors kill.
 */
export async function drain(server: Server, closeSockets: () => Promise<void>, patience = 8000): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()))
  // A connection whose last answer is out turns idle, and `close` looks for those only once.
  const sweep = setInterval(() => server.closeIdleConnections(), 50)
  await Promise.race([Promise.all([closed, closeSockets()]), sleep(patience, null, { ref: false })])
  clearInterval(sweep)
  server.closeAllConnections()
}
