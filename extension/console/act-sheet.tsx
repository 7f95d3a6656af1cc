import type { Review } from '../messages/views.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { FailureBanner } from '../ui/failure-banner.tsx'
import { ReviewSheet } from '../ui/review-sheet.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { common } from '../words/common.ts'
import { actWords } from '../words/console-acts.ts'
import { sayFailure } from '../words/failures.ts'
import { sayAct } from './say-act.ts'
import { closeSheet, sheet, sign } from './state/sheet.ts'

const enumerate = (names: readonly string[]) => names.join(', ')

/** The end of every act that changes who reaches what: what will be true, who gains, who loses, then "Sign". */
export function ActSheet() {
  const now = sheet.value
  if (now.state === 'closed') return null
  const { title, truth } = sayAct(now.intent)
  if (now.state === 'reviewing' || now.state === 'refused')
    return <Judging title={title} code={now.state === 'refused' ? now.code : null} />
  const t = actWords()
  const { gains, loses, rekeys } = now.review
  const renews = rekeys.teams + rekeys.folders > 0
  const signing = now.state === 'signing'
  return (
    <ReviewSheet
      title={title}
      truths={[truth, ...(renews ? [t.rekeys(rekeys.teams, rekeys.folders)] : [])]}
      gains={gains.map(({ who, level, folders }) => ({
        who,
        what: t.levelOn(common().levels[level], enumerate(folders)),
      }))}
      loses={loses.map(({ who, folders }) => ({ who, what: enumerate(folders) }))}
      warning={signing && renews ? t.signingRekeys : warningOf(now.review)}
      error={now.state === 'review' && now.code !== null ? sayFailure(now.code) : null}
      signing={signing}
      onSign={() => void sign()}
      onCancel={closeSheet}
    />
  )
}

function warningOf({ passwordsToChange }: Review): string | null {
  const t = actWords()
  return passwordsToChange.length === 0 ? null : t.toChange(passwordsToChange.length)
}

function Judging({ title, code }: { readonly title: string; readonly code: string | null }) {
  const t = actWords()
  return (
    <Dialog title={title} onClose={closeSheet} footer={<Button onClick={closeSheet}>{common().close}</Button>}>
      {code === null ? (
        <>
          <p class="c-soft" role="status">
            {t.judging}
          </p>
          <Skeleton rows={3} />
        </>
      ) : (
        <FailureBanner code={code} />
      )}
    </Dialog>
  )
}
