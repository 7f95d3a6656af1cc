import { ask } from '../../messages/ask.ts'
import type { Act } from '../../messages/use-act.ts'
import { SelectField } from '../../ui/select-field.tsx'
import { browserLanguage, chosenLanguage } from '../../words/language.ts'
import { settingsWords } from '../../words/settings.ts'

const languages = ['en', 'fr'] as const
/** What a language calls itself: the same on every screen. */
const own = { en: 'English', fr: 'Français' }

/** Chooses the language of this desk: every page of ours that is open follows at once. */
export function LanguageField({ run }: Pick<Act, 'run'>) {
  const t = settingsWords()
  return (
    <SelectField
      label={t.language}
      hint={t.languageHint}
      value={chosenLanguage.value ?? ''}
      options={[
        { value: '', label: t.asBrowser(own[browserLanguage()]) },
        ...languages.map((one) => ({ value: one, label: own[one] })),
      ]}
      onChange={(chosen) => {
        run(async () => {
          await ask('settings.language', { language: languages.find((one) => one === chosen) ?? null })
        })
      }}
    />
  )
}
