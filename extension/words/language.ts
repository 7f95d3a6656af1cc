import { effect, signal } from '@preact/signals'

/** The two languages every screen is written in. */
export type Language = 'fr' | 'en'

/** The language of the first wish that names one: what was asked for, then the browser's own. English when none does. */
export function languageOf(...wishes: readonly (string | null | undefined)[]): Language {
  for (const wish of wishes) {
    const start = wish?.slice(0, 2).toLowerCase()
    if (start === 'fr' || start === 'en') return start
  }
  return 'en'
}

/** Which language this person chose for this desk; null: as the browser says. */
export const chosenLanguage = signal<Language | null>(null)

function detect(chosen: Language | null): Language {
  const asked = typeof location === 'undefined' ? null : new URLSearchParams(location.search).get('lang')
  return languageOf(asked, chosen, browserLanguage())
}

/** The browser's own language, where we speak it. */
export function browserLanguage(): Language {
  // Not by `browser`, which cannot be imported outside an extension: words are said in tests of parts too.
  const extension = typeof chrome !== 'undefined' && 'i18n' in chrome ? chrome.i18n.getUILanguage() : null
  return languageOf(extension, typeof navigator === 'undefined' ? null : navigator.language)
}

/** The language of every screen. Set it to change them all at once. */
export const language = signal<Language>(detect(null))

/** Under this key the worker keeps the choice, in clear: a locked desk speaks the person's language too. */
const KEY = 'language'

function choose(found: unknown): void {
  chosenLanguage.value = found === 'fr' || found === 'en' ? found : null
  language.value = detect(chosenLanguage.value)
}

/** Speaks the language that was chosen for this desk, and goes on following the choice. Resolves once it is known. Called once a page. */
export async function followChoice(): Promise<void> {
  const storage = typeof chrome !== 'undefined' && 'storage' in chrome ? chrome.storage : null
  if (storage === null) return
  storage.onChanged.addListener((changes, area) => {
    if (area === 'local' && KEY in changes) choose(changes[KEY]?.newValue)
  })
  choose((await storage.local.get(KEY))[KEY])
}

/** Keeps `<html lang>` true to the screens, so that they are read aloud in their own language. Called once a page. */
export function followLanguage(): void {
  effect(() => {
    document.documentElement.lang = language.value
  })
}
