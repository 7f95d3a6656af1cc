import type { BrowserContext } from '@playwright/test'
import * as z from 'zod/mini'

type Call = (method: string, params?: object) => Promise<unknown>
/** A page or worker of the browser, and every string in its heap. */
export type Heap = { url: string; strings: string[] }

const targets = z.object({
  targetInfos: z.array(z.object({ targetId: z.string(), type: z.string(), url: z.string() })),
})
const attached = z.object({ sessionId: z.string() })
const message = z.object({
  id: z.optional(z.number()),
  method: z.optional(z.string()),
  result: z.optional(z.unknown()),
  error: z.optional(z.object({ message: z.string() })),
  params: z.optional(z.unknown()),
})
const chunk = z.object({ chunk: z.string() })
const snapshot = z.object({ strings: z.array(z.string()) })

/**
 * Returns the strings in the heap of every page and worker whose address starts with `prefix`, after a garbage collection.
 * The sessions stay attached: detaching one would remove a tab's virtual key.
 */
export async function heapsOf(context: BrowserContext, prefix: string): Promise<Heap[]> {
  const browser = context.browser()
  if (browser === null) throw new Error('this browser cannot be asked')
  const cdp = await browser.newBrowserCDPSession()
  const { targetInfos } = targets.parse(await cdp.send('Target.getTargets'))
  const heaps: Heap[] = []
  for (const { targetId, url } of targetInfos.filter((one) => one.url.startsWith(prefix))) {
    const { sessionId } = attached.parse(await cdp.send('Target.attachToTarget', { targetId, flatten: false }))
    const waiting = new Map<number, (answer: z.infer<typeof message>) => void>()
    const chunks: string[] = []
    cdp.on('Target.receivedMessageFromTarget', (event) => {
      if (event.sessionId !== sessionId) return
      const said = message.parse(JSON.parse(event.message))
      if (said.method === 'HeapProfiler.addHeapSnapshotChunk') chunks.push(chunk.parse(said.params).chunk)
      if (said.id !== undefined) waiting.get(said.id)?.(said)
    })
    let last = 0
    const call: Call = async (method, params = {}) => {
      const id = (last += 1)
      const answer = new Promise<z.infer<typeof message>>((resolve) => waiting.set(id, resolve))
      await cdp.send('Target.sendMessageToTarget', { sessionId, message: JSON.stringify({ id, method, params }) })
      const { error, result } = await answer
      if (error !== undefined) throw new Error(`${method}: ${error.message}`)
      return result
    }
    await call('HeapProfiler.enable')
    for (let round = 0; round < 3; round += 1) await call('HeapProfiler.collectGarbage')
    await call('HeapProfiler.takeHeapSnapshot', { reportProgress: false })
    heaps.push({ url, strings: snapshot.parse(JSON.parse(chunks.join(''))).strings })
  }
  return heaps
}
