import { useState } from 'preact/hooks'
import { UserRoundCheck, UserRoundX } from 'lucide-preact'
import { ask } from '../../messages/ask.ts'
import type { InvitationView } from '../../messages/views.ts'
import { useAct } from '../../messages/use-act.ts'
import { Button } from '../../ui/button.tsx'
import { FailureBanner } from '../../ui/failure-banner.tsx'
import { Link } from '../../ui/link.tsx'
import { RelativeTime } from '../../ui/relative-time.tsx'
import { toast } from '../../ui/toast.tsx'
import { common } from '../../words/common.ts'
import { peopleWords } from '../../words/console-people.ts'
import { endingWords } from '../../words/endings.ts'
import { FirstOf } from '../parts/first-of.tsx'
import { CancelInvitation } from './cancel-invitation.tsx'
import { ChooseOne } from './choose-one.tsx'
import { LetInMany } from './let-in-many.tsx'
import { isWeighty, requestChoice } from '../state/picked-requests.ts'
import { pathTo } from '../state/screens.ts'
import { openReview } from '../state/sheet.ts'
import { waiting } from '../state/waiting.ts'
import { joinRequests, teamAt } from '../state/world.ts'

/** So many requests are decided on the overview itself; more of them are a list, which the count there leads to. */
const FEW = 3

/** The newcomers who wait, as long as they are few: for the overview, where each is let in with one click. */
export const FewRequests = () => (joinRequests.value.length <= FEW ? <Requests /> : null)

/** Newcomers who have registered a key and wait for approval. */
export function Requests() {
  if (joinRequests.value.length === 0) return null
  return (
    <section class="c-requests" aria-label={peopleWords().requests}>
      <h2>{peopleWords().requests}</h2>
      <LetInMany />
      <ul>
        <FirstOf rows={joinRequests.value} render={(each) => <Request key={each.invitation} request={each} />} />
      </ul>
    </section>
  )
}

function Request({ request }: { readonly request: InvitationView }) {
  const t = peopleWords()
  const teams = request.teams.map((team) => teamAt(team)?.name ?? '…').join(', ')
  const intent = { do: 'approve', invitation: request.invitation } as const
  const done = () => {
    toast(t.letInDone(request.name))
  }
  const act = useAct()
  const [refuses, setRefuses] = useState(false)
  const approve = () => {
    act.run(async () => {
      await ask('act.sign', intent)
      done()
    })
  }
  const comesBack = request.replaces !== null
  // A returning person's old keys are revoked, and a new owner may need two owners: both are reviewed before they are signed.
  const weighty = isWeighty(request)
  // While several are chosen, the act over these is the main one.
  const isUnderway = requestChoice.chosen.value.length > 0
  const proposal = waiting.value.find(
    (wait) =>
      wait.kind === 'proposal' &&
      wait.proposal.what.do === 'add-owner' &&
      wait.proposal.what.invitation === request.invitation,
  )
  return (
    <li>
      <div class="c-request">
        <ChooseOne among={requestChoice} one={request} />
        <div>
          <strong>{t.asks(request.name, teams, common().roles[request.role])}</strong>
          <span class="c-soft">{request.email}</span>
          {comesBack && <span>{t.comesBack(request.name)}</span>}
          {request.askedAt !== null && (
            <span class="c-soft">
              {t.asked} <RelativeTime time={request.askedAt} />
            </span>
          )}
        </div>
        {proposal !== undefined && <Link to={pathTo({ at: 'wait', wait: proposal.id })}>{t.letInWaits}</Link>}
        {request.mayCancel && proposal === undefined && (
          <Button
            disabled={act.busy}
            icon={UserRoundX}
            onClick={() => {
              setRefuses(true)
            }}
          >
            {endingWords().refuse}
          </Button>
        )}
        {request.mayLetIn && proposal === undefined && (
          <Button
            kind={isUnderway ? 'plain' : 'main'}
            icon={UserRoundCheck}
            title={t.letInName(request.name)}
            busy={act.busy ? t.lettingIn : null}
            onClick={() => {
              if (weighty) void openReview(intent, done)
              else approve()
            }}
          >
            {weighty ? t.reviewRequest : t.letIn}
          </Button>
        )}
      </div>
      {act.failed && <FailureBanner code={act.failed.code} />}
      {refuses && (
        <CancelInvitation
          invitation={request}
          onClose={() => {
            setRefuses(false)
          }}
        />
      )}
    </li>
  )
}
