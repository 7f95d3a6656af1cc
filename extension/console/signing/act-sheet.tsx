import { useMemo } from 'preact/hooks'
import type { Intent } from '../../messages/intent.ts'
import type { Review } from '../../messages/review-view.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { FailureBanner } from '../../ui/failure-banner.tsx'
import { ReviewSheet } from '../../ui/review-sheet.tsx'
import { navigate } from '../../ui/router.ts'
import { Skeleton } from '../../ui/skeleton.tsx'
import { dayOf } from '../../ui/time.ts'
import { common } from '../../words/common.ts'
import { actWords } from '../../words/console-acts.ts'
import { recoveryWords } from '../../words/recovery.ts'
import { endingWords } from '../../words/endings.ts'
import { ownerWords } from '../../words/console-owners.ts'
import { sayFailure } from '../../words/failures.ts'
import { ActParts } from './act-parts.tsx'
import { sayAct, sayLaterGain, sayTeamCount } from './say-act.ts'
import { enumerate, sayReview } from './say-changes.ts'
import { pathTo } from '../state/screens.ts'
import { invitations, owners } from '../state/world.ts'
import { closeSheet, sheet, sign, type Sheet } from '../state/sheet.ts'

/** Acts that change nobody's access. For these the sheet leaves out the lists of who gains and who loses. */
const reachless = new Set<Intent['do']>([
  'set-role',
  'set-policy',
  'witness-folder',
  'withdraw-proposal',
  'create-register',
  'cancel-invitations',
])

/** The last step of every act that changes access: shows what will be true, who gains and who loses access, then "Sign". */
export function ActSheet() {
  const now = sheet.value
  if (now.state === 'closed') return null
  if (now.state === 'waits') return <Waits until={now.until} />
  return <Act now={now} />
}

type ActProps = { readonly now: Exclude<Sheet, { state: 'closed' | 'waits' }> }

function Act({ now }: ActProps) {
  // The text stays as the person read it while they sign, even if a new view arrives that already contains the act.
  const review = 'review' in now ? now.review : null
  const { title, truths } = useMemo(() => sayAct(now.intent), [now.intent])
  const { said, later, counts } = useMemo(() => {
    const people = review?.teamOf ?? null
    return {
      said: review === null ? null : sayReview(now.intent, review),
      later: sayLaterGain(now.intent, people),
      counts: people === null ? [] : [sayTeamCount(now.intent, people)],
    }
  }, [now.intent, review])
  if (now.state === 'reviewing' || now.state === 'refused' || said === null)
    return <Judging title={title} code={now.state === 'refused' ? now.code : null} />
  const t = actWords()
  const o = ownerWords()
  const { rekeys, needsSecondOwner } = now.review
  const e = endingWords()
  const ends = endings.has(now.intent.do)
  const renews = rekeys.teams + rekeys.folders > 0
  const signing = now.state === 'signing'
  const nobody = said.gains.people + said.loses.people === 0
  return (
    <ReviewSheet
      title={title}
      truths={[...truths, ...counts, ...(renews ? [t.rekeys(rekeys.teams, rekeys.folders)] : [])]}
      reach={!(nobody && reachless.has(now.intent.do))}
      gains={later === null ? said.gains : later}
      loses={said.loses}
      keeps={said.keeps}
      stops={now.intent.do === 'close-folder' ? { title: e.stopsTitle(said.stops.people), who: said.stops } : null}
      parts={<ActParts intent={now.intent} busy={signing} />}
      danger={ends}
      warnings={signing && renews ? [t.signingRekeys] : warningsOf(now)}
      note={needsSecondOwner ? o.takesTwo : isOneWay(now.intent) ? e.policyUndo : null}
      verb={needsSecondOwner ? o.signAndAsk : ends ? title : null}
      error={now.state === 'review' && now.code !== null ? sayFailure(now.code) : null}
      signing={signing}
      onSign={() => void sign()}
      onCancel={closeSheet}
    />
  )
}

/** Whether the act makes a second owner: from then on one lost key may be a dead end. */
function makesSecondOwner(intent: Intent): boolean {
  if (owners.value.length !== 1) return false
  if (intent.do === 'approve')
    return invitations.value.some(({ invitation, role }) => invitation === intent.invitation && role === 'owner')
  return intent.do === 'set-role' && intent.role === 'owner'
}

/** What whoever signs it cannot take back alone: its button is the act's own name, in red. */
const endings = new Set<Intent['do']>(['close-folder', 'delete-folder', 'delete-team'])

/** A stricter policy is one owner's to sign, and takes two to take back where there are two. */
const isOneWay = (intent: Intent) => intent.do === 'set-policy' && owners.value.length > 1

function warningsOf({ intent, review }: { readonly intent: Intent; readonly review: Review }): string[] {
  const { passwordsToChange, orphans, personal, needsSecondOwner } = review
  const t = actWords()
  return [
    ...(makesSecondOwner(intent) ? [ownerWords().twoOwnersTrap] : []),
    ...(personal.kept > 0 ? [recoveryWords().personalKept(personal.kept)] : []),
    ...(personal.lost > 0 ? [recoveryWords().personalLost(personal.lost)] : []),
    ...(orphans.length > 0 ? [t.orphans(enumerate(orphans))] : []),
    // Until a second owner approves, nobody has lost access yet.
    ...(passwordsToChange.length > 0 && !needsSecondOwner ? [t.toChange(passwordsToChange.length)] : []),
  ]
}

/** Signed, but waiting for a second owner: says until when, and links to the list of waiting acts. */
function Waits({ until }: { readonly until: number }) {
  const o = ownerWords()
  return (
    <Dialog
      title={o.proposedTitle}
      onClose={closeSheet}
      footer={
        <>
          <Button
            onClick={() => {
              closeSheet()
              navigate(pathTo({ at: 'waiting' }))
            }}
          >
            {o.showWaiting}
          </Button>
          <Button kind="main" onClick={closeSheet}>
            {common().done}
          </Button>
        </>
      }
    >
      <p role="status">{o.waitsUntil(dayOf(until))}</p>
      <p class="c-soft">{o.waitsWhere}</p>
    </Dialog>
  )
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
