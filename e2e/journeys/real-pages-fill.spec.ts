import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import type { Page } from '@playwright/test'
import type { Desk } from '../desk.ts'
import { readCorpus, serveLabelled } from '../pages/labelled.ts'
import type { Case } from '../pages/labelled.ts'
import * as people from '../people.ts'
import { oneIn } from '../../tests/whole.ts'
import { startStack } from '../../tests/stack.ts'
import type { Stack } from '../../tests/stack.ts'
import { exactly } from '../../extension/messages/item-fields.ts'
import { ownerDesk } from './fixtures.ts'

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
const TWO_STEPS = [
  ['ddg-hand/homedepot_login', 'moz-login/v-113'],
  ['ddg-hand/mapquest_login', 'moz-login/u-55'],
] as const
const FIRST_STEP = 'moz-login/u-112'
const NOT_OURS = [
  'ddg-hand/etsy_password-reset',
  'ddg-hand/cnn_newsletter',
  'ddg-hand/bestbuy_signup',
  'moz-login/t-fp75',
]
/** Each is a site of its own, at an origin of its own, with a login of its own. */
const SITES: readonly (readonly string[])[] = [...[...LOGINS, FIRST_STEP, ...NOT_OURS].map((id) => [id]), ...TWO_STEPS]

const corpus = readCorpus()
const served: { origin: string; close(): Promise<void> }[] = []
let stack: Stack
let owner: Desk
let page: Page

test.skip(corpus === null, 'the corpus of real login forms does not lie beside this checkout')

test.beforeAll(async () => {
  stack = await startStack()
  owner = await ownerDesk(stack)
  await people.createFolder(owner, 'Portails')
  for (const [at, ids] of SITES.entries()) {
    const site = await serveLabelled({ folder: corpus?.folder ?? '', cases: ids.map(caseOf) })
    served.push(site)
    await people.saveItem(owner, 'Portails', {
      name: nameOf(at),
      username: usernameOf(at),
      password: passwordOf(at),
      urls: [site.origin, ...ids.flatMap(actionsOf)].map(exactly),
    })
  }
  page = await owner.context.newPage()
})
test.afterAll(async () => {
  await owner.close()
  await Promise.all([stack.stop(), ...served.map((site) => site.close())])
})

const nameOf = (at: number) => `Portail ${String.fromCodePoint(65 + at)}`
/** Short enough for the shortest of these fields. */
const usernameOf = (at: number) => `lea${String(at)}`
const passwordOf = (at: number) => `Crème-brûlée ${String(at)}`

function caseOf(id: string): Case {
  const found = corpus?.cases.find((one) => one.id === id)
  if (found === undefined) throw new Error(`no page ${id}`)
  return found
}

/** A page that lies here still sends to where it came from: its login knows that too. */
function actionsOf(id: string): string[] {
  const html = readFileSync(join(corpus?.folder ?? '', caseOf(id).file), 'utf8')
  const actions = [...html.matchAll(/<form\b[^>]*\saction="([^"]*)"/g)].flatMap(
    ([, action = '']) => URL.parse(action) ?? [],
  )
  return [...new Set(actions.filter(({ protocol }) => /^https?:$/.test(protocol)).map(({ origin }) => origin))]
}

/** Every value that the page's own script can read, by mark. */
const readValues = (): Promise<Record<string, string>> =>
  page.evaluate(() => {
    const fields = document.querySelectorAll<HTMLInputElement>('[data-bm]')
    return Object.fromEntries([...fields].map((field): [string, string] => [field.dataset['bm'] ?? '', field.value]))
  })

/** What of the fields has changed while `deed` was done, by the role that the labels give the changed field. */
async function changedBy(site: number, step: number, deed: (popup: Page) => Promise<void>) {
  await page.goto(`${served[site]?.origin ?? ''}/${String(step)}`, { waitUntil: 'domcontentloaded' })
  const before = await readValues()
  const popup = await people.openPopup(owner, page)
  await deed(popup)
  await popup.close()
  const { fields } = caseOf(SITES[site]?.[step] ?? '')
  const changed = Object.entries(await readValues()).filter(([mark, value]) => before[mark] !== value)
  return Object.fromEntries(changed.map(([mark, value]) => [fields[mark] ?? `field ${mark}`, value]))
}

/** The popup offers this site's login first, and its row fills. */
const fill = (site: number, step = 0) =>
  changedBy(site, step, async (popup) => {
    const here = popup.getByRole('rowgroup', { name: 'For this page' })
    await expect(here.getByRole('row')).toHaveCount(1)
    await here.getByRole('row', { name: nameOf(site) }).click()
    await expect(popup.getByText(/^Filled/)).toBeVisible()
  })

for (const [site, ids] of SITES.entries()) {
  const [id = '', next] = ids
  const username = usernameOf(site)
  const currentPassword = passwordOf(site)
  if (LOGINS.includes(id))
    test(`${id}: username and password are in their fields, and nothing else changed`, oneIn(3, site), async () => {
      expect(await fill(site)).toEqual({ username, currentPassword })
    })
  else if (NOT_OURS.includes(id))
    test(`${id}: nobody signs in there, and nothing changes`, oneIn(3, site), async () => {
      const changed = await changedBy(site, 0, async (popup) => {
        await people.popupRow(popup, nameOf(site)).first().click()
        await expect(popup.getByText('There is no sign-in field on this page.')).toBeVisible()
      })
      expect(changed).toEqual({})
    })
  else if (next === undefined)
    test(`${id}: the first of two steps takes the username only`, oneIn(3, site), async () => {
      expect(await fill(site)).toEqual({ username })
    })
  else
    test(
      `${id}, then ${next}: the first step takes the username only, the second the password only`,
      oneIn(3, site),
      async () => {
        expect(await fill(site)).toEqual({ username })
        expect(await fill(site, 1)).toEqual({ currentPassword })
      },
    )
}
