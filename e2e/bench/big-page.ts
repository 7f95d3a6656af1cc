import { fileURLToPath } from 'node:url'
import type { Browser } from 'playwright'
import { bundle } from '../pages/bundle.ts'

const RUNS = 60

/** A back office's long form: 5,000 nodes, 200 inputs in rows and cells, 40 buttons, and a login at its top. */
const page = `<!doctype html><title>Orders</title><style>td { padding: 2px } .cell { overflow: hidden }</style>
<form action="/login"><label>User <input name="user"></label><label>Password <input type="password" name="pw"></label>
<button>Sign in</button></form><main></main><script>
const rows = Array.from({ length: 198 }, (_, at) => '<tr><td><span>' + at + '</span></td><td><label for="f' + at + '">Field <b>' + at +
  '</b></label></td><td><div class="cell"><div><span></span><input id="f' + at + '" name="order[' + at + ']"></div></div></td><td>' +
  '<a href="#">Open</a> <i>x</i>' + (at % 5 ? '' : '<button type="button">Save</button>') + '</td>' + '<td><em>a</em><em>b</em></td>' +
  '<td><ul><li>1</li><li>2</li><li>3</li></ul></td><td><p>n</p></td></tr>')
document.querySelector('main').innerHTML = '<form id="orders"><table>' + rows.join('') + '</table></form>'
</script>`

/**
 * Milliseconds that the engine takes on such a page, laid out, each time anew: the first in a new process, where nothing is
 * compiled yet.
 */
export async function timeBigPage(browser: Browser): Promise<number[]> {
  const script = await bundle(fileURLToPath(import.meta.resolve('../pages/detect-in-page.ts')))
  const tab = await browser.newPage()
  await tab.setContent(page)
  await tab.evaluate(script)
  const times: number[] = []
  for (let run = 0; run < RUNS; run += 1) {
    await tab.evaluate('void document.body.offsetHeight')
    times.push(await tab.evaluate<number>('detectMarks().ms'))
  }
  console.log(`(the big page has ${await tab.evaluate<string>("document.querySelectorAll('*').length")} elements)`)
  await tab.close()
  return times
}
