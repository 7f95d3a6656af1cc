import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { chosenLanguage, followChoice, language } from './language.ts'

type Changed = (changes: Record<string, { newValue?: unknown }>, area: string) => void
let stored: Record<string, unknown> = {}
let tell: Changed = () => undefined

beforeEach(() => {
  const local = { get: () => Promise.resolve(stored) }
  const onChanged = { addListener: (listener: Changed) => (tell = listener) }
  vi.stubGlobal('chrome', { i18n: { getUILanguage: () => 'en-GB' }, storage: { local, onChanged } })
})
afterEach(() => {
  vi.unstubAllGlobals()
  stored = {}
})

test('a page speaks the language that was chosen for the desk, not the browser’s', async () => {
  stored = { language: 'fr' }
  await followChoice()
  expect([language.value, chosenLanguage.value]).toEqual(['fr', 'fr'])
})

test('a page that is open follows a choice at once, and the browser again when the choice is taken back', async () => {
  await followChoice()
  expect([language.value, chosenLanguage.value]).toEqual(['en', null])
  tell({ language: { newValue: 'fr' } }, 'local')
  expect([language.value, chosenLanguage.value]).toEqual(['fr', 'fr'])
  tell({ language: {} }, 'local')
  expect([language.value, chosenLanguage.value]).toEqual(['en', null])
})

test('what is no language of ours counts as not chosen', async () => {
  stored = { language: 'de' }
  await followChoice()
  expect([language.value, chosenLanguage.value]).toEqual(['en', null])
})
