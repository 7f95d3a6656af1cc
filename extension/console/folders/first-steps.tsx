import { Circle, CircleCheck } from 'lucide-preact'
import { ask } from '../../messages/ask.ts'
import { useAct } from '../../messages/use-act.ts'
import { Button } from '../../ui/button.tsx'
import { FailureBanner } from '../../ui/failure-banner.tsx'
import { navigate } from '../../ui/router.ts'
import { firstStepWords } from '../../words/first-steps.ts'
import { DetailHead } from '../parts/detail-head.tsx'
import { openFurtherKey } from '../parts/further-key.ts'
import { creating } from '../state/creating.ts'
import { stepNames, steps } from '../state/first-steps.ts'
import type { StepName } from '../state/first-steps.ts'
import { importing } from '../state/importing.ts'
import { pathTo } from '../state/screens.ts'
import { unlocked } from '../state/world.ts'
import './first-steps.css'

/** Where each step is taken. */
const acts: Readonly<Record<StepName, () => void>> = {
  'second-key': () => void openFurtherKey(),
  folder: () => {
    creating.value = { is: 'folder', parent: null }
  },
  logins: () => {
    importing.value = { below: null }
  },
  team: () => {
    navigate(pathTo({ at: 'teams' }))
  },
  invite: () => {
    navigate(pathTo({ at: 'invite' }))
  },
  'second-owner': () => {
    navigate(pathTo({ at: 'people' }))
  },
}

/** What a new organisation needs, for its owner: each line is ticked by what is true, and leads to the act. */
export function FirstSteps() {
  const t = firstStepWords()
  const act = useAct()
  const now = steps.value
  const settings = unlocked.value?.settings
  if (now === null || settings === undefined) return null
  const done = [...now.values()].filter(Boolean).length
  return (
    <>
      <DetailHead
        title={t.title}
        above={pathTo({ at: 'folders' })}
        acts={
          settings.firstSteps === 'shown' && (
            <Button
              size="small"
              onClick={() => {
                act.run(async () => {
                  await ask('settings.save', { ...settings, firstSteps: 'away' })
                  navigate(pathTo({ at: 'folders' }))
                })
              }}
            >
              {t.away}
            </Button>
          )
        }
      >
        <p class="c-soft">
          {t.intro} {t.progress(done, stepNames.length)}.
        </p>
      </DetailHead>
      <div class="c-pad">
        {act.failed && <FailureBanner code={act.failed.code} />}
        <ol class="c-first-steps">
          {stepNames.map((name) => (
            <Step key={name} name={name} done={now.get(name) === true} />
          ))}
        </ol>
        {settings.firstSteps === 'shown' && <p class="c-soft">{t.awayHint}</p>}
      </div>
    </>
  )
}

function Step({ name, done }: { readonly name: StepName; readonly done: boolean }) {
  const t = firstStepWords()
  const Icon = done ? CircleCheck : Circle
  return (
    <li data-done={done}>
      <Icon size={20} role="img" aria-label={done ? t.done : t.todo} />
      <span>
        {done ? (
          <strong>{t.steps[name].name}</strong>
        ) : (
          <button type="button" class="c-first-step" onClick={acts[name]}>
            {t.steps[name].name}
          </button>
        )}
        <span class="c-soft">{t.steps[name].why}</span>
      </span>
    </li>
  )
}
