import { afterEach, expect, test } from 'vitest'
import { language } from '../../words/language.ts'
import { sayWhyToChange } from './say-why-to-change.ts'

const at = Date.parse('2026-12-01T12:00:00Z')
const now = at + 2 * 24 * 3_600_000
afterEach(() => {
  language.value = 'en'
})

test('who lost access is named, and who cannot be named is counted', () => {
  const said = (who: (string | null)[], more = 0, left = false) => sayWhyToChange({ who, more, left, at }, now)
  expect(said(['Ines'], 0, true)).toBe('Ines left the organisation, 2 days ago.')
  expect(said(['Ines', 'Paul'])).toBe('Ines and Paul lost access, 2 days ago.')
  expect(said(['Ines', null, null], 4)).toBe('Ines and 6 other people lost access, 2 days ago.')
  expect(said([null])).toBe('1 person lost access, 2 days ago.')
  language.value = 'fr'
  expect(said(['Inès', 'Paul'], 1)).toMatch(/^Accès perdu.: Inès, Paul et 1.autre personne, avant-hier\.$/)
})
