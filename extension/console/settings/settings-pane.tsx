import { clipboardChoices, idleChoices } from '../../messages/settings.ts'
import { ask } from '../../messages/ask.ts'
import { useAct } from '../../messages/use-act.ts'
import { FailureBanner } from '../../ui/failure-banner.tsx'
import { Link } from '../../ui/link.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import { deskLimitWords } from '../../words/desk-limits.ts'
import { keyWords } from '../../words/keys.ts'
import { settingsWords } from '../../words/settings.ts'
import { SectionHead } from '../parts/section-head.tsx'
import { pathTo } from '../state/screens.ts'
import { unlocked, world } from '../state/world.ts'
import { hoursToChoose } from './hours-to-choose.ts'
import { LanguageField } from './language-field.tsx'

/** What a person sets for themselves on this desk. Each choice is saved at once. */
export function SettingsPane() {
  const t = settingsWords()
  const limits = deskLimitWords()
  const act = useAct()
  const now = unlocked.value?.settings
  const policy = world.value?.policy ?? null
  if (now === undefined || policy === null) return null
  const save = (change: Partial<typeof now>) => {
    act.run(async () => {
      await ask('settings.save', { ...now, ...change })
    })
  }
  return (
    <>
      <SectionHead title={t.title} />
      <div class="c-pad c-form">
        <LanguageField run={act.run} />
        <h3>{t.locking}</h3>
        <SelectField
          label={t.idle}
          hint={t.idleHint(Math.max(...idleChoices))}
          value={String(now.idleMinutes)}
          options={idleChoices.map((minutes) => ({ value: String(minutes), label: t.minutes(minutes) }))}
          onChange={(chosen) => {
            const idleMinutes = idleChoices.find((minutes) => String(minutes) === chosen)
            if (idleMinutes !== undefined) save({ idleMinutes })
          }}
        />
        <SelectField
          label={t.unlocked}
          hint={t.unlockedHint}
          value={String(hoursToChoose(policy.unlockedHours).find((hours) => hours === now.unlockedHours) ?? '')}
          options={[
            { value: '', label: t.asPolicy(limits.lasting(policy.unlockedHours)) },
            ...hoursToChoose(policy.unlockedHours).map((hours) => ({
              value: String(hours),
              label: limits.lasting(hours),
            })),
          ]}
          onChange={(chosen) => {
            save({ unlockedHours: chosen === '' ? null : Number(chosen) })
          }}
        />
        <h3>{t.clipboard}</h3>
        <SelectField
          label={t.clear}
          hint={t.clearHint}
          value={String(now.clipboardSeconds)}
          options={clipboardChoices.map((seconds) => ({ value: String(seconds), label: t.seconds(seconds) }))}
          onChange={(chosen) => {
            const clipboardSeconds = clipboardChoices.find((seconds) => String(seconds) === chosen)
            if (clipboardSeconds !== undefined) save({ clipboardSeconds })
          }}
        />
        {act.failed && <FailureBanner code={act.failed.code} />}
        <h3>{t.keys}</h3>
        <p class="c-soft">
          {t.keysHint} <Link to={pathTo({ at: 'keys' })}>{keyWords().myKeys}</Link>
        </p>
      </div>
    </>
  )
}
