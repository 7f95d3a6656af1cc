import { Check, Undo2 } from 'lucide-preact'
import type { ProposalView } from '../../messages/views.ts'
import { Button } from '../../ui/button.tsx'
import { clockOf, dayOf } from '../../ui/time.ts'
import { ownerWords } from '../../words/console-owners.ts'
import { DetailHead } from '../parts/detail-head.tsx'
import { proposalTruths, sayProposal } from '../signing/say-proposal.ts'
import { pathTo } from '../state/screens.ts'
import { noteDecision } from '../state/waiting.ts'
import { openReview } from '../state/sheet.ts'

/** One owner's proposal: who proposed it, when, and until when. Another owner decides, its author may withdraw it, everybody sees it. */
export function ProposalPane({ proposal }: { readonly proposal: ProposalView }) {
  const t = ownerWords()
  const { by, at, expires, what, may, proposed } = proposal
  const withdraw = (
    <Button
      icon={Undo2}
      onClick={() =>
        void openReview({ do: 'withdraw-proposal', proposed }, () => {
          noteDecision(proposal, 'withdrawn')
        })
      }
    >
      {may === 'mine' ? t.withdraw : t.turnDown}
    </Button>
  )
  return (
    <>
      <DetailHead title={sayProposal(what)} above={pathTo({ at: 'waiting' })}>
        <p class="c-soft">{t.proposedOn(by ?? t.someOwner, dayOf(at), clockOf(at), dayOf(expires))}</p>
      </DetailHead>
      <div class="c-pad">
        {what.do === 'set-policy' && (
          <ul class="c-points">
            {proposalTruths(what).map((truth) => (
              <li key={truth}>{truth}</li>
            ))}
          </ul>
        )}
        <p>{{ approve: t.decide, mine: t.mine, look: t.look }[may]}</p>
        <div class="c-acts">
          {may === 'approve' && (
            <Button
              kind="main"
              icon={Check}
              onClick={() =>
                void openReview({ do: 'approve-proposal', proposed }, () => {
                  noteDecision(proposal, 'approved')
                })
              }
            >
              {t.approve}
            </Button>
          )}
          {may !== 'look' && withdraw}
        </div>
      </div>
    </>
  )
}
