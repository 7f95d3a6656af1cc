import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect } from '@playwright/test'
import type { Frame, Page } from '@playwright/test'
import type Axe from 'axe-core'
import { aboutWords } from '../../extension/words/about-client.ts'
import { archiveWords } from '../../extension/words/archive.ts'
import { clientListWords } from '../../extension/words/client-list.ts'
import { peopleListWords } from '../../extension/words/people-list.ts'
import { findingWords } from '../../extension/words/finding.ts'
import { listWords } from '../../extension/words/lists.ts'
import { attestationWords } from '../../extension/words/attestation.ts'
import { batchWords } from '../../extension/words/batches.ts'
import { carryWords } from '../../extension/words/carry.ts'
import { actWords } from '../../extension/words/console-acts.ts'
import { deletedWords } from '../../extension/words/console-deleted.ts'
import { manyWords } from '../../extension/words/console-many.ts'
import { folderWords } from '../../extension/words/console-folders.ts'
import { itemWords } from '../../extension/words/console-items.ts'
import { ownerWords } from '../../extension/words/console-owners.ts'
import { accessWords } from '../../extension/words/access.ts'
import { peopleWords } from '../../extension/words/console-people.ts'
import { unsentWords } from '../../extension/words/console-unsent.ts'
import { consoleWords } from '../../extension/words/console.ts'
import { clientWords } from '../../extension/words/clients.ts'
import { common } from '../../extension/words/common.ts'
import { deskLimitWords } from '../../extension/words/desk-limits.ts'
import { failuresEn } from '../../extension/words/failures-en.ts'
import { failuresFr } from '../../extension/words/failures-fr.ts'
import { exportWords } from '../../extension/words/exporting.ts'
import { generatedWords } from '../../extension/words/generated.ts'
import { importWords } from '../../extension/words/importing.ts'
import { historyWords } from '../../extension/words/item-history.ts'
import { kindWords } from '../../extension/words/item-kinds.ts'
import { keyWords } from '../../extension/words/keys.ts'
import { plainExportWords } from '../../extension/words/plain-export.ts'
import { profileWords } from '../../extension/words/profiles.ts'
import { renewalWords } from '../../extension/words/renewals.ts'
import { matchWords } from '../../extension/words/match.ts'
import { offerWords } from '../../extension/words/offer.ts'
import { firstStepWords } from '../../extension/words/first-steps.ts'
import { healthWords } from '../../extension/words/health.ts'
import { settingsWords } from '../../extension/words/settings.ts'
import { rotationWords } from '../../extension/words/rotation.ts'
import { takeBackWords } from '../../extension/words/take-back.ts'
import { toChangeWords } from '../../extension/words/to-change.ts'
import { overviewWords } from '../../extension/words/overview.ts'
import { popupWords } from '../../extension/words/popup.ts'
import { recoveryWords } from '../../extension/words/recovery.ts'
import { secondKeyWords } from '../../extension/words/second-key.ts'
import { siteWords } from '../../extension/words/site.ts'
import { signInWords } from '../../extension/words/sign-in.ts'
import { unlockWords } from '../../extension/words/unlock.ts'
import { witnessWords } from '../../extension/words/witness.ts'
import { onlyWhole } from '../../tests/whole.ts'

/** How a person looks at a screen. */
export type Look = { readonly lang: 'en' | 'fr'; readonly colorScheme: 'light' | 'dark' }
export const looks: readonly Look[] = [
  { lang: 'fr', colorScheme: 'dark' },
  { lang: 'en', colorScheme: 'light' },
]
/** Marks a test that there is for each look: within `npm test` it is looked at in French and in the dark, in the whole run both ways. */
export const inTurn = ({ lang }: Look) => (lang === 'fr' ? {} : onlyWhole)
/** Every dictionary of a language. */
export const words = (lang: Look['lang']) => ({
  common: common[lang],
  console: consoleWords[lang],
  folder: folderWords[lang],
  item: itemWords[lang],
  kinds: kindWords[lang],
  history: historyWords[lang],
  deleted: deletedWords[lang],
  many: manyWords[lang],
  carry: carryWords[lang],
  batches: batchWords[lang],
  takeBack: takeBackWords[lang],
  site: siteWords[lang],
  owners: ownerWords[lang],
  access: accessWords[lang],
  people: peopleWords[lang],
  popup: popupWords[lang],
  match: matchWords[lang],
  offer: offerWords[lang],
  importing: importWords[lang],
  exporting: exportWords[lang],
  plainExport: plainExportWords[lang],
  clients: clientWords[lang],
  rotation: rotationWords[lang],
  settings: settingsWords[lang],
  health: healthWords[lang],
  firstSteps: firstStepWords[lang],
  unlock: unlockWords[lang],
  keys: keyWords[lang],
  generated: generatedWords[lang],
  recovery: recoveryWords[lang],
  profiles: profileWords[lang],
  secondKey: secondKeyWords[lang],
  signIn: signInWords[lang],
  renewals: renewalWords[lang],
  toChange: toChangeWords[lang],
  overview: overviewWords[lang],
  unsent: unsentWords[lang],
  witness: witnessWords[lang],
  about: aboutWords[lang],
  archive: archiveWords[lang],
  clientList: clientListWords[lang],
  peopleList: peopleListWords[lang],
  lists: listWords[lang],
  finding: findingWords[lang],
  act: actWords[lang],
  attestation: attestationWords[lang],
  limits: deskLimitWords[lang],
  failures: lang === 'en' ? failuresEn : failuresFr,
})

/** Every sentence of a dictionary by its key; a sentence with holes has `§` in them. */
function sentences(of: object, above = ''): [key: string, text: string][] {
  return Object.entries(of).flatMap(([key, value]: [string, unknown]) => {
    const here = `${above}.${key}`
    if (typeof value === 'string') return [[here, value]]
    if (typeof value === 'object' && value !== null) return sentences(value, here)
    const said: unknown = typeof value === 'function' ? Reflect.apply(value, null, ['§', '§', '§']) : ''
    return [[here, String(said).replaceAll('NaN', '§')]]
  })
}

const inFrench = new Map(sentences(words('fr')))
const frenchTexts = new Set(inFrench.values())
/** What only English says. Holes are matched where enough is said around them. */
const english = sentences(words('en'))
  .map(([, text]) => text)
  .filter((text) => !frenchTexts.has(text) && text.replace(/[^\p{L}]/gu, '').length > (text.includes('§') ? 7 : 1))
  .map((text) => {
    const parts = text.split('§').map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    return new RegExp(`^${parts.join('.+')}$`, 's')
  })

/** All that a page says: texts on the screen, labels, titles. */
const saidBy = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const said = [document.title]
    for (const element of document.body.querySelectorAll('*')) {
      if (!element.checkVisibility()) continue
      for (const name of ['aria-label', 'title', 'placeholder']) said.push(element.getAttribute(name) ?? '')
      said.push(element.textContent, ...[...element.childNodes].map((node) => node.nodeValue ?? ''))
    }
    return [...new Set(said.map((text) => text.trim()))].filter(Boolean)
  })

/** What is wider than its place, and the headings broken inside a word. */
export const misfits = (page: Page | Frame): Promise<string[]> =>
  page.evaluate(() => {
    const found: string[] = []
    const root = document.scrollingElement
    if (root && root.scrollWidth > root.clientWidth) found.push(`the page is ${String(root.scrollWidth)} px wide`)
    for (const element of document.body.querySelectorAll('*')) {
      const scrolls = /auto|scroll/.test(getComputedStyle(element).overflowX) && !element.matches('input, textarea')
      if (element.checkVisibility() && scrolls && element.scrollWidth > element.clientWidth)
        found.push(`${element.className} scrolls sideways`)
    }
    for (const head of document.querySelectorAll('h1, h2, h3')) {
      if (!head.checkVisibility() || head.clientWidth <= 1) continue
      const texts = document.createTreeWalker(head, NodeFilter.SHOW_TEXT)
      for (let node = texts.nextNode(); node !== null; node = texts.nextNode()) {
        for (const word of (node.nodeValue ?? '').matchAll(/[^\s-]+-?/g)) {
          const range = document.createRange()
          range.setStart(node, word.index)
          range.setEnd(node, word.index + word[0].length)
          if (new Set([...range.getClientRects()].map(({ top }) => top)).size > 1) found.push(`broken: ${word[0]}`)
        }
      }
    }
    return found
  })

/** Which text a page has when nothing else is said: Chromium has a rule of its own for pages of extensions. */
export const bodyText = (page: Page | Frame): Promise<{ size: string; family: string }> =>
  page.evaluate(() => {
    const { fontSize, fontFamily } = getComputedStyle(document.body)
    return { size: fontSize, family: fontFamily }
  })
/** What every page of ours has. */
export const OUR_TEXT = { size: '14px', family: 'system-ui, sans-serif' }

const sizes = {
  console: [640, 400],
  unlock: [420, 300],
  popup: [380, 400],
  'sign-in': [420, 240],
  server: [640, 400],
} as const

const axe = readFileSync(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8')

/** What breaks the rules of WCAG 2.1 AA: rule, element, why. axe is put into each document once, and asked for breaches alone. */
async function breachesIn(page: Page): Promise<unknown[]> {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axe)
  const { violations } = await page.evaluate(() =>
    (globalThis as unknown as { axe: typeof Axe }).axe.run(document, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa'],
      resultTypes: ['violations'],
    }),
  )
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html, any }) => [id, html, any[0]?.message]))
}

/** With LOOKS, a folder, leaves a picture there. */
export async function picture(page: Page, name: string): Promise<void> {
  const folder = process.env['LOOKS']
  if (folder !== undefined) await page.screenshot({ path: `${folder}/${name}.png`.replaceAll(' ', '-') })
}

/**
 * Judges the screen that the page shows: the rules of WCAG 2.1 AA, its language, its fit at 200 %. With LOOKS, a folder, it
 * also leaves two pictures there.
 */
export async function judge(page: Page, look: Look, of: keyof typeof sizes, screen: string): Promise<void> {
  const name = `${of}: ${screen}, ${look.lang}`
  const keep = (size: string) => picture(page, `${of}-${screen}-${look.lang}-${size}`)
  await keep('100')
  if (of !== 'server') expect.soft(await bodyText(page), name).toEqual(OUR_TEXT)
  expect.soft(await breachesIn(page), name).toEqual([])
  if (look.lang === 'fr') {
    const leftovers = (await saidBy(page)).filter((text) => english.some((one) => one.test(text)))
    expect.soft(leftovers, name).toEqual([])
  }
  const whole = page.viewportSize()
  const [width, height] = sizes[of]
  await page.setViewportSize({ width, height })
  await keep('200')
  expect.soft(await misfits(page), `${name}, at 200 %`).toEqual([])
  if (whole !== null) await page.setViewportSize(whole)
}
