import type { Desk } from './desk.ts'

/**
 * Chooses the language of this desk's screens; null: as the browser says. It lies in clear, where every page of ours reads it, those of
 * a locked desk too: it says of nobody more than the browser's own settings do.
 */
export const chooseLanguage = ({ local }: Desk, language: 'en' | 'fr' | null): Promise<void> =>
  language === null ? local.remove('language') : local.set('language', language)
