import type { Page } from 'playwright'

/** What is typed into the filter of people, a key after the other: some find many, some nobody. */
export const typedWords = [
  'm',
  'ma',
  'mar',
  'mart',
  'marti',
  'martin',
  'e',
  'él',
  'z',
  'zw',
  'ș',
  'حداد',
  'x',
  'xq',
  '',
]

/** The same for the logins of one folder. */
export const typedLogins = ['p', 'po', 'por', 'portail', '1', '19', '199', '1990', 'agent', 'x', 'xq', '']

/** The same for the list of clients. */
export const typedClients = ['b', 'ba', 'ban', 'banq', 'banque', 'a', 'as', 'ass', 'x', 'xq', '']

/** A script for each new page: notes when the first row of its tree is drawn. */
export const noteTree = `{
  const look = () => {
    if (document.querySelector('[role=treeitem]') === null) requestAnimationFrame(look)
    else globalThis.treeDrawn = performance.now()
  }
  requestAnimationFrame(look)
}`

/** Milliseconds from the page's address to the first row of its tree, drawn; on a page with `noteTree`. */
export async function untilTree(page: Page, address: string): Promise<number> {
  await page.goto('about:blank')
  await page.goto(address, { waitUntil: 'commit' })
  await page.getByRole('treeitem').first().waitFor()
  // The script notes it in a frame of its own, which may be the next one.
  return page.evaluate<number>('new Promise((done) => requestAnimationFrame(() => done(globalThis.treeDrawn)))')
}

/** Milliseconds from a click on a section, or on the last folder in sight for null, until rows of its list are drawn. */
export const untilShown = (page: Page, section: string | null): Promise<number> =>
  page.evaluate(
    (name) =>
      new Promise<number>((resolve) => {
        const links = [...document.querySelectorAll<HTMLElement>('nav a')]
        const folders = [...document.querySelectorAll<HTMLElement>('[role=treeitem]')]
        const target = name === null ? folders.at(-1) : links.find((one) => one.textContent.startsWith(name))
        if (target === undefined) throw new Error(`nothing is called ${String(name)}`)
        const wanted = name === null ? (target.querySelector('[class*=label]')?.textContent ?? '') : name
        const heading = () =>
          [...document.querySelectorAll('h1, h2')].some((one) => wanted !== '' && one.textContent.includes(wanted))
        const drawn = () =>
          name === null ? heading() : document.querySelector(`[role=grid][aria-label="${name}"] [role=row]`) !== null
        const from = performance.now()
        target.click()
        const look = () => {
          if (drawn()) resolve(performance.now() - from)
          else requestAnimationFrame(look)
        }
        requestAnimationFrame(look)
      }),
    section,
  )

/** Milliseconds from what is typed into the filter until the browser has drawn the list for it. */
export const untilFiltered = (page: Page, typed: string): Promise<number> =>
  page.evaluate(
    (text) =>
      new Promise<number>((resolve) => {
        const field = document.querySelector<HTMLInputElement>('.c-filter input')
        if (field === null) throw new Error('this list has no filter')
        field.value = text
        const from = performance.now()
        field.dispatchEvent(new Event('input', { bubbles: true }))
        // Once this frame's scripts have run and it is drawn, a message comes.
        requestAnimationFrame(() => {
          const { port1, port2 } = new MessageChannel()
          port1.onmessage = () => {
            resolve(performance.now() - from)
          }
          port2.postMessage(null)
        })
      }),
    typed,
  )

/** Milliseconds of each frame while the list of people scrolls by five rows a frame, two seconds long. */
export const scrollFrames = (page: Page): Promise<number[]> =>
  page.evaluate(
    () =>
      new Promise<number[]>((resolve) => {
        const list = document.querySelector('[role=grid]')
        if (list === null) throw new Error('there is no list to scroll')
        const frames: number[] = []
        let last = performance.now()
        const step = (now: number) => {
          frames.push(now - last)
          last = now
          list.scrollTop += 240
          if (frames.length < 120) requestAnimationFrame(step)
          else resolve(frames.slice(1))
        }
        requestAnimationFrame(step)
      }),
  )

/** Bytes of the page's heap after a collection. */
export async function heapOf(page: Page): Promise<number> {
  const cdp = await page.context().newCDPSession(page)
  await cdp.send('Performance.enable')
  await cdp.send('HeapProfiler.collectGarbage')
  const { metrics } = await cdp.send('Performance.getMetrics')
  return metrics.find(({ name }) => name === 'JSHeapUsedSize')?.value ?? NaN
}
