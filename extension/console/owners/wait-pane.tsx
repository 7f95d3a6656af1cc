import { CheckCheck } from 'lucide-preact'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ownerWords } from '../../words/console-owners.ts'
import { OrphanPane } from './orphan-pane.tsx'
import { ProposalPane } from './proposal-pane.tsx'
import { RecoveryPane } from './recovery-pane.tsx'
import { ReturnedPane } from './returned-pane.tsx'
import { decided, waitAt } from '../state/waiting.ts'

/** One thing that waits for a decision. Once it no longer waits, the pane says so. */
export function WaitPane({ id }: { readonly id: string }) {
  const wait = waitAt(id)
  if (wait === null) return <Over id={id} />
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

function Over({ id }: { readonly id: string }) {
  const t = ownerWords()
  const mine = decided.value.get(id)
  const said = mine === undefined ? { title: t.overTitle, hint: t.overHint } : t.decided[mine]
  return (
    <EmptyState icon={CheckCheck} title={said.title}>
      {said.hint}
    </EmptyState>
  )
}
