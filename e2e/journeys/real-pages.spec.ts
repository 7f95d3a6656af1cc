import { chromium, expect, test, type Browser, type Page } from '@playwright/test'
import { findChromium } from '../../.config/chromium.mjs'
import { readCorpus, serveCorpus, type Case } from '../pages/corpus.ts'
import { fillIn } from '../pages/inject.ts'

// Real pages, which lie beside the checkout or nowhere; only their ids stand here. The labels say what each field is.
const LOGINS = [
  'ddg-gen/accweb_mouv_desjardins_com_login',
  'ddg-gen/www_unige_ch_login',
  'ddg-hand/gartenforum_login',
  'ddg-hand/leo_login',
  'ddg-gen/areaclientes_orange_es_login',
  'ddg-gen/itcdguzman_mindbox_app_login',
  'ddg-gen/sistema_planalto_gov_br_login',
  'ddg-hand/relaxbanking_login',
  'moz-login/u-453',
  'ddg-gen/giris_turkiye_gov_tr_login',
  'ddg-gen/lk_tricolor_tv_login',
  'ddg-gen/sbi_sberbank_ru_login',
  'ddg-gen/cmypage_kuronekoyamato_co_jp_login',
  'ddg-gen/epaper_zaobao_com_login',
  'ddg-gen/pacer_login_uscourts_gov_login',
  'ddg-hand/steam_login',
  'moz-login/t-26',
]
const FIRST_STEPS = ['ddg-hand/homedepot_login', 'ddg-hand/mapquest_login', 'moz-login/u-112']
const SECOND_STEPS = ['moz-login/v-113', 'moz-login/u-55']
const NOT_OURS = [
  'ddg-hand/etsy_password-reset',
  'ddg-hand/cnn_newsletter',
  'ddg-hand/bestbuy_signup',
  'moz-login/t-fp75',
]

const login = { username: 'lea.martin@atlas.example', password: 'Crème-brûlée 7', custom: [] }
const corpus = readCorpus()

let server: Awaited<ReturnType<typeof serveCorpus>>
let browser: Browser
let page: Page

test.skip(corpus === null, 'the corpus of real login forms does not lie beside this checkout')
test.beforeAll(async () => {
  server = await serveCorpus(corpus ?? [])
  browser = await chromium.launch({ executablePath: (await findChromium()) ?? '', args: ['--no-sandbox'] })
})
test.afterAll(async () => {
  await browser.close()
  await server.close()
})
test.beforeEach(async () => {
  page = await browser.newPage()
})
test.afterEach(async () => {
  await page.close()
})

async function open(id: string): Promise<Case> {
  const index = corpus?.findIndex((entry) => entry.id === id) ?? -1
  const found = corpus?.[index]
  if (found === undefined) throw new Error(`no page ${id}`)
  await page.goto(`${server.origin}/${index}`, { waitUntil: 'domcontentloaded' })
  return found
}

/** Every value that the page's own script can read, by mark. */
const readValues = (): Promise<Record<string, string>> =>
  page.evaluate(() => {
    const fields = document.querySelectorAll<HTMLInputElement>('[data-bm]')
    return Object.fromEntries([...fields].map((field): [string, string] => [field.dataset['bm'] ?? '', field.value]))
  })

/** Fills the page and gives what has changed, by the role that the labels give the changed field. */
async function fillAndCompare(id: string): Promise<Record<string, string>> {
  const { fields } = await open(id)
  const before = await readValues()
  await fillIn(page.mainFrame(), login)
  const after = await readValues()
  const changed = Object.entries(after).filter(([mark, value]) => before[mark] !== value)
  return Object.fromEntries(changed.map(([mark, value]) => [fields[mark] ?? `field ${mark}`, value]))
}

for (const id of LOGINS) {
  test(`${id}: username and password are in their fields, and nothing else changed`, async () => {
    expect(await fillAndCompare(id)).toEqual({ username: login.username, currentPassword: login.password })
  })
}

for (const id of FIRST_STEPS) {
  test(`${id}: the first of two steps takes the username only`, async () => {
    expect(await fillAndCompare(id)).toEqual({ username: login.username })
  })
}

for (const [index, id] of SECOND_STEPS.entries()) {
  test(`${id}: the second of two steps, reached from the first, takes the password only`, async () => {
    expect(await fillAndCompare(FIRST_STEPS[index]!)).toEqual({ username: login.username })
    expect(await fillAndCompare(id)).toEqual({ currentPassword: login.password })
  })
}

for (const id of NOT_OURS) {
  test(`${id}: nobody signs in there, and nothing changes`, async () => {
    expect(await fillAndCompare(id)).toEqual({})
  })
}
