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
import { exactAddress } from '../../extension/messages/item-fields.ts'
import { ownerDesk } from './fixtures.ts'

// Real pages, which are not in the repository but may be beside the checkout: here are only their ids. Labels say what each field is.
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
/** The ids of each site's pages. Each site has its own origin and its own login. */
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
      urls: [site.origin, ...ids.flatMap(actionsOf)].map(exactAddress),
    })
  }
  page = await owner.context.newPage()
})
test.afterAll(async () => {
  await owner.close()
  await Promise.all([stack.stop(), ...served.map((site) => site.close())])
})

const nameOf = (at: number) => `Portail ${String.fromCodePoint(65 + at)}`
/** A username short enough for the `maxlength` of all these pages. */
const usernameOf = (at: number) => `lea${String(at)}`
const passwordOf = (at: number) => `Crème-brûlée ${String(at)}`

function caseOf(id: string): Case {
  const found = corpus?.cases.find((one) => one.id === id)
  if (found === undefined) throw new Error(`no page ${id}`)
  return found
}

/** Returns the origins to which a stored page still sends its forms: they are added to the login's addresses. */
function actionsOf(id: string): string[] {
  const html = readFileSync(join(corpus?.folder ?? '', caseOf(id).file), 'utf8')
  const actions = [...html.matchAll(/<form\b[^>]*\saction="([^"]*)"/g)].flatMap(
    ([, action = '']) => URL.parse(action) ?? [],
  )
  return [...new Set(actions.filter(({ protocol }) => /^https?:$/.test(protocol)).map(({ origin }) => origin))]
}

/** Returns the value of every field, by the number that the labels give it. */
const readValues = (): Promise<Record<string, string>> =>
  page.evaluate(() => {
    const fields = document.querySelectorAll<HTMLInputElement>('[data-bm]')
    return Object.fromEntries([...fields].map((field): [string, string] => [field.dataset['bm'] ?? '', field.value]))
  })

/** Opens a page, runs `deed` in the popup and returns the values that changed, by the role that the labels give the field. */
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

/** Fills by the popup, where this site's login is the only one for the page. Returns the values that changed, by role. */
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
    test(`${id}: username and password are filled, and no other field changed`, oneIn(3, site), async () => {
      expect(await fill(site)).toEqual({ username, currentPassword })
    })
  else if (NOT_OURS.includes(id))
    test(`${id}: no sign-in, and no field changes`, oneIn(3, site), async () => {
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
