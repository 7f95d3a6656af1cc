import { expect, test } from 'vitest'
import { WORDS_FILES } from '../../autofill/vocabulary/files.ts'
import { wordScriptsFor } from './words-for.ts'

/** The blocks of 128 characters that a text's letters are of. */
const lettersOf = (text: string): number[] => [...new Set([...text].map((letter) => letter.charCodeAt(0) >> 7))]

test.each([
  ['English', 'en', ['en'], 'Sign in', ['own']],
  ['French', 'fr-FR', ['fr'], 'Connexion', ['own']],
  ['German', 'de', ['de'], 'Anmelden', ['en', 'de']],
  ['German by itself alone', 'de', [], 'Anmelden', ['en', 'de']],
  ['what calls itself English, as its template does, and is German', 'en', ['de'], 'Anmelden', ['own', 'de']],
  ['what says nothing, and sounds German', '', ['de'], 'Anmelden', ['own', 'de']],
  ['what says nothing, and like nothing', '', [], 'Anmelden', ['own', 'latin']],
  ['a language that has no words here', 'eu', ['eu'], 'Sartu', ['own', 'latin']],
  ['a Swiss page that calls itself German, and sounds French', 'de-CH', ['fr'], 'Connexion', ['own', 'de']],
  ['Slovak', 'SK', ['sk'], 'Prihlásiť', ['en', 'cs']],
  ['Ukrainian', 'uk', ['uk'], 'Увійти', ['en', 'ru', 'fewOther']],
  ['what calls itself English, in Russian letters', 'en', [], 'Войти', ['own', 'ru']],
  ['Japanese that says nothing', '', ['ja'], 'ログイン 会員', ['own', 'ja']],
  ['Chinese, with a sign of both', 'zh-CN', [], '登录、注册', ['en', 'zh']],
  ['Korean in an English template', 'en', ['zh'], '로그인', ['own', 'zh', 'ko']],
  ['Persian', 'fa', [], 'ورود', ['en', 'ar', 'fa']],
  ['Hebrew', 'he', ['iw'], 'כניסה', ['en', 'fewOther']],
])('%s', (_, said, heard, text, words) => {
  expect(wordScriptsFor({ said, heard, letters: lettersOf(text) })).toEqual(words.map((name) => `/words-${name}.js`))
})

test('Every file of words that a page may need exists', () => {
  const given = (said: string) =>
    wordScriptsFor({ said, heard: [], letters: Array.from({ length: 512 }, (_, block) => block) })
  const languages = [
    '',
    'en',
    'fr',
    'de',
    'es',
    'it',
    'pt',
    'nl',
    'pl',
    'ro',
    'tr',
    'cs',
    'ca',
    'sv',
    'uk',
    'fa',
    'ja',
    'zh',
  ]
  const needed = [...new Set(languages.flatMap(given))].map((path) => path.slice(1))
  expect([...needed, 'words-other.js'].sort()).toEqual(Object.keys(WORDS_FILES).sort())
})
