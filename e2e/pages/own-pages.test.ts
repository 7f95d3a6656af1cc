import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Case } from './labelled.ts'

/** A page of our own. `company` holds the numbers of the fields for a company, tenant or site code. */
interface OwnCase extends Case {
  company?: string[]
}

const FOLDER = join(import.meta.dirname, 'own')
const { cases }: { cases: OwnCase[] } = JSON.parse(readFileSync(join(FOLDER, 'labels.json'), 'utf8'))
const ROLES = ['username', 'currentPassword', 'newPassword', 'otp']
const KINDS = ['login', 'signup', 'change', 'otp', 'other']
const LANGUAGES = ['en', 'de', 'es', 'pt', 'it', 'nl', 'pl', 'ro', 'tr', 'ar', 'ru', 'zh', 'ja']
const CLASSES = `three-field tenant-code username-first password-only no-form-element shadow otp change-password
  idp desk crm erp tickets admin settings`.split(/\s+/)

const textOf = (page: OwnCase) => readFileSync(join(FOLDER, page.file), 'utf8')
const fieldsIn = (html: string) => [...html.matchAll(/<(?:input|select|textarea)\b[^>]*>/g)].map(([tag]) => tag)
const marksIn = (html: string) => [...html.matchAll(/\bdata-bm="(\d+)"/g)].map(([, mark = '']) => mark)
const named = (page: OwnCase) => [...Object.keys(page.fields), ...page.ignore, ...(page.company ?? [])]
const has = (page: OwnCase, role: string) => Object.values(page.fields).includes(role)
const signsIn = (page: OwnCase) => has(page, 'username') || has(page, 'currentPassword')
const isQuiet = (page: OwnCase) => !signsIn(page) && ['other', 'signup'].includes(page.kind)
const count = (fits: (page: OwnCase) => boolean) => cases.filter(fits).length
const idsOf = (pages: OwnCase[]) => pages.map((page) => page.id)

test('every page has labels, and every label has its page', () => {
  const pages = readdirSync(FOLDER).filter((file) => file.endsWith('.html'))
  expect(cases.map((page) => page.file).sort()).toEqual(pages.sort())
  expect(new Set(idsOf(cases)).size).toBe(cases.length)
  expect(idsOf(cases)).toEqual(cases.map((page) => `own/${page.file.replace('.html', '')}`))
})

test('every field of a page has one number, in order, and no other element has one', () => {
  for (const page of cases) {
    const html = textOf(page)
    const numbers = page.forms.map((_, index) => String(index + 1))
    expect([page.id, fieldsIn(html).map(marksIn)]).toEqual([page.id, numbers.map((number) => [number])])
    expect([page.id, marksIn(html)]).toEqual([page.id, numbers])
  }
})

test('labels name existing fields, each once, and only known roles and kinds', () => {
  const isWrong = (page: OwnCase) =>
    named(page).some((mark) => !(Number(mark) <= page.forms.length)) ||
    new Set(named(page)).size < named(page).length ||
    Object.values(page.fields).some((role) => !ROLES.includes(role)) ||
    !KINDS.includes(page.kind) ||
    page.scored.join() !== 'login,new,otp'
  expect(idsOf(cases.filter(isWrong))).toEqual([])
})

test('no hidden, read-only or disabled field, and no checkbox or button, has a role', () => {
  const untyped =
    /type="(?:hidden|checkbox|radio|submit|button|image|reset|file)"|\s(?:readonly|disabled|hidden)[\s>=/]/
  const isWrong = (page: OwnCase) =>
    named(page).some((mark) => untyped.test(fieldsIn(textOf(page))[Number(mark) - 1] ?? ''))
  expect(idsOf(cases.filter(isWrong))).toEqual([])
})

test('tags agree with labels, so that one report can group our pages and the corpus', () => {
  const tagsOf = (page: OwnCase) => {
    const forms = Object.keys(page.fields).map((mark) => page.forms[Number(mark) - 1])
    return {
      'not-english': page.lang !== 'en',
      french: page.lang === 'fr',
      otp: has(page, 'otp'),
      'change-password': page.kind === 'change' && has(page, 'currentPassword') && has(page, 'newPassword'),
      'tenant-code': page.company !== undefined && signsIn(page),
      'username-first': page.kind === 'login' && has(page, 'username') && !has(page, 'currentPassword'),
      'password-only': page.kind === 'login' && has(page, 'currentPassword') && !has(page, 'username'),
      'no-form-element': forms.length > 0 && forms.every((form) => form === 0),
      'several-forms': new Set(page.forms.filter((form) => form > 0)).size > 1,
    }
  }
  const wrong = cases.flatMap((page) =>
    Object.entries(tagsOf(page))
      .filter(([tag, holds]) => page.tags.includes(tag) !== holds)
      .map(([tag]) => [page.id, tag]),
  )
  expect(wrong).toEqual([])
})

test('the pages cover the kinds and languages that agents meet', () => {
  expect(count(signsIn)).toBeGreaterThanOrEqual(45)
  expect(count(isQuiet)).toBeGreaterThanOrEqual(15)
  expect(count((page) => page.lang === 'fr')).toBeGreaterThanOrEqual(18)
  expect(count((page) => page.lang === 'fr' && isQuiet(page))).toBeGreaterThanOrEqual(5)
  const few = (fits: (page: OwnCase) => boolean, least: number) => count(fits) < least
  expect(LANGUAGES.filter((lang) => few((page) => page.lang === lang, 3))).toEqual([])
  expect(LANGUAGES.filter((lang) => few((page) => page.lang === lang && signsIn(page), 2))).toEqual([])
  expect(KINDS.filter((kind) => few((page) => page.kind === kind, 4))).toEqual([])
  expect(CLASSES.filter((tag) => few((page) => page.tags.includes(tag), 3))).toEqual([])
})
