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

function detect(): Language {
  const asked = typeof location === 'undefined' ? null : new URLSearchParams(location.search).get('lang')
  // Not by `browser`, which cannot be imported outside an extension: words are said in tests of parts too.
  const extension = typeof chrome !== 'undefined' && 'i18n' in chrome ? chrome.i18n.getUILanguage() : null
  return languageOf(asked, extension, typeof navigator === 'undefined' ? null : navigator.language)
}

/** The language of every screen. Set it to change them all at once. */
export const language = signal<Language>(detect())

/** Keeps `<html lang>` true to the screens, so that they are read aloud in their own language. Called once a page. */
export function followLanguage(): void {
  effect(() => {
    document.documentElement.lang = language.value
  })
}
