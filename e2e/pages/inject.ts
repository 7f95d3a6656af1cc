import { fileURLToPath } from 'node:url'
import type { CDPSession, Frame } from '@playwright/test'
import type { FillValues } from '../../extension/autofill/deeds.ts'
import type { PageFillResult } from '../../extension/autofill/page.ts'
import { bundle } from './bundle.ts'

let script: Promise<string> | null = null

/** Returns the script with the detector, for tests without the extension. Builds it once. */
export function engine(): Promise<string> {
  return (script ??= bundle(fileURLToPath(import.meta.resolve('./engine.ts'))))
}

/** Fills a login in a new isolated world of one frame, as the extension does, and returns the result. */
export async function fillIn(
  frame: Frame,
  values: FillValues,
  expectedOrigin = new URL(frame.url()).origin,
  afterFill: 'stay' | 'send' = 'stay',
): Promise<PageFillResult> {
  const call = `cloisonFill.fillPage(${JSON.stringify({ values, afterFill, expectedOrigin, sendsOnlyTo: [] })})`
  const result: PageFillResult = JSON.parse(await inIsolatedWorld(frame, call))
  return result
}

/** Returns what a fill would find in one frame. */
export async function describeIn(frame: Frame): Promise<{ kind: string; roles: string[] }> {
  const found: { kind: string; roles: string[] } = JSON.parse(
    await inIsolatedWorld(frame, 'cloisonFill.describePage()'),
  )
  return found
}

async function inIsolatedWorld(frame: Frame, call: string): Promise<string> {
  const { cdp, frameId } = await sessionOf(frame)
  try {
    const { executionContextId } = await cdp.send('Page.createIsolatedWorld', { frameId, worldName: 'cloison' })
    const expression = `${await engine()};Promise.resolve(${call}).then((found) => JSON.stringify(found))`
    const { result, exceptionDetails } = await cdp.send('Runtime.evaluate', {
      expression,
      contextId: executionContextId,
      awaitPromise: true,
    })
    if (exceptionDetails !== undefined)
      throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text)
    return String(result.value)
  } finally {
    await cdp.detach()
  }
}

/** Returns the CDP session and id of a frame. A frame in its own process, such as a sandboxed one, has a session of its own. */
async function sessionOf(frame: Frame): Promise<{ cdp: CDPSession; frameId: string }> {
  const context = frame.page().context()
  if (frame.parentFrame() === null) {
    const cdp = await context.newCDPSession(frame.page())
    return { cdp, frameId: (await cdp.send('Page.getFrameTree')).frameTree.frame.id }
  }
  const own = await context.newCDPSession(frame).catch(() => null)
  const cdp = own ?? (await context.newCDPSession(frame.page()))
  const { frameTree } = await cdp.send('Page.getFrameTree')
  const found = own === null ? frameTree.childFrames?.find((child) => child.frame.url === frame.url()) : frameTree
  if (found === undefined) throw new Error(`no frame ${frame.url()}`)
  return { cdp, frameId: found.frame.id }
}
