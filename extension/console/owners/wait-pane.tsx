import { CheckCheck } from 'lucide-preact'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ownerWords } from '../../words/console-owners.ts'
import { OrphanPane } from './orphan-pane.tsx'
import { ProposalPane } from './proposal-pane.tsx'
import { RecoveryPane } from './recovery-pane.tsx'
import { ReturnedPane } from './returned-pane.tsx'
import { waitAt } from '../state/waiting.ts'

/** One thing that waits for a decision. Once it no longer waits, the pane says so. */
export function WaitPane({ id }: { readonly id: string }) {
  const wait = waitAt(id)
  if (wait === null) return <Over />
  switch (wait.kind) {
    case 'proposal':
      return <ProposalPane proposal={wait.proposal} />
    case 'returned':
      return <ReturnedPane returned={wait.returned} />
    case 'orphan':
      return <OrphanPane orphan={wait.orphan} />
    case 'recoverable':
      return <RecoveryPane recoverable={wait.recoverable} />
  }
}

function Over() {
  const t = ownerWords()
  return (
    <EmptyState icon={CheckCheck} title={t.overTitle}>
      {t.overHint}
    </EmptyState>
  )
}
