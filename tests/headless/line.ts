/** A socket that the test controls: what was sent on it, and whether it was closed. */
export function newLine() {
  const sent: string[] = []
  let closed = false
  const line = Object.assign(new EventTarget(), {
    OPEN: 1,
    readyState: 1,
    send: (text: string) => void sent.push(text),
    close: () => void (closed = true),
  })
  return { line, sent, isClosed: () => closed, socket: () => line as unknown as WebSocket }
}
