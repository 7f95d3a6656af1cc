/**
 * From a choice in the popup to the moment at which the page's password field hears it, in a vault of many logins: with the worker
 * awake, and with the worker stopped, which then starts, finds the vault again and fills. Times are of this machine.
 * `npm run bench -- click-to-filled [--items 10000] [--turns 100]`
 */
import { pageUrl, tabId } from '../desk.ts'
import { newFiller } from '../filler.ts'
import { kill } from '../journeys/mortal.ts'
import { servePages } from '../pages/serve.ts'
import * as people from '../people.ts'
import { percentile } from './page-load.ts'
import { keepQuiet } from './quiet.ts'

const number = (name: string, otherwise: number) =>
  process.argv.includes(name) ? Number(process.argv[process.argv.indexOf(name) + 1]) : otherwise
/** Logins in a folder. */
const EACH = 100
const items = number('--items', 10_000)
const turns = number('--turns', 100)
/** Turns that warm up: an unlock is followed by a sync, and by the register of ten thousand hosts. */
const WARM = 5

const [site, filler] = await Promise.all([servePages(), newFiller()])
const { desk } = filler
const login = { name: 'Guichet', username: 'ines', password: 'Zibeline-6042', urls: [`${site.origin}/login.html`] }
await filler.save(login)
let folder = filler.folder
for (let n = 1; n < items; n += 1) {
  if (n % EACH === 0) folder = await filler.subfolder(`Client ${String(n / EACH)}`)
  await filler.save({ ...login, name: `Portail ${String(n)}`, urls: [`https://portail-${String(n)}.example/`] }, folder)
  if (n % 500 === 0) console.log(`${String(n)} of ${String(items)} logins saved`)
}
await filler.grant('fill')
await people.unlock(desk, filler.pin)

const tab = await desk.context.newPage()
await tab.goto(login.urls[0] ?? '')
const id = await tabId(desk.context, tab.url())
const popup = await desk.context.newPage()
await popup.goto(pageUrl(`popup.html?tab=${String(id)}`))
await people.popupRow(popup, 'Guichet').first().waitFor({ timeout: 600_000 })

/** One fill through the message that the popup's row sends; ms on the clock that all pages of a machine share. */
async function once(): Promise<number> {
  await tab.reload()
  const filled = tab.evaluate<number>(`new Promise((resolve) =>
    secret.addEventListener('input', () => resolve(performance.timeOrigin + performance.now()), { once: true }))`)
  const asked = await popup.evaluate(
    async ({ tab, here }) => {
      const said: { folder: string; item: string } = JSON.parse(here)
      const from = performance.timeOrigin + performance.now()
      void chrome.runtime.sendMessage({ name: 'fill', input: { ...said, tab } })
      return Promise.resolve(from)
    },
    { tab: id, here: JSON.stringify(ids) },
  )
  return (await filled) - asked
}

const ids = await popup.evaluate(
  async (tab) =>
    new Promise<{ folder: string; item: string }>((resolve) => {
      const port = chrome.runtime.connect({ name: JSON.stringify({ view: 'popup', tab }) })
      port.onMessage.addListener(({ here }: { here: { folder: string; item: string }[] }) => {
        const [first] = here
        if (first === undefined) return
        port.disconnect()
        resolve({ folder: first.folder, item: first.item })
      })
    }),
  id,
)
await keepQuiet(desk, popup)

const awake: number[] = []
for (let turn = 0; turn < turns + WARM; turn += 1) awake.push(await once())
const asleep: number[] = []
for (let turn = 0; turn < turns / 4 + WARM; turn += 1) {
  await kill(desk)
  asleep.push(await once())
}
const said = (name: string, times: number[], target: number) => {
  const [p50, p95] = [50, 95].map((of) => percentile(times.slice(WARM), of))
  console.log(`${name}: median ${p50?.toFixed(0) ?? ''} ms, p95 ${p95?.toFixed(0) ?? ''} ms (target ${String(target)})`)
}
console.log(`click to filled, ${String(items)} logins`)
said('worker awake', awake, 50)
said('worker stopped', asleep, 300)
await Promise.all([filler.close(), site.close()])
