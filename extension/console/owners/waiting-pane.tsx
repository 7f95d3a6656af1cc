import { FolderX, Gavel, Hourglass, UserLock, UserRoundCheck, type LucideIcon } from 'lucide-preact'
import { EmptyState } from '../../ui/empty-state.tsx'
import { List } from '../../ui/list.tsx'
import { navigate } from '../../ui/router.ts'
import { relativeTo } from '../../ui/time.ts'
import { ownerWords } from '../../words/console-owners.ts'
import { recoveryWords } from '../../words/recovery.ts'
import { sayProposal } from '../signing/say-proposal.ts'
import { SectionHead } from '../parts/section-head.tsx'
import { pathTo } from '../state/screens.ts'
import { waiting, type Wait } from '../state/waiting.ts'

/** Everything that waits for a decision, visible to all: proposals, access to restore, and folders without a manager. */
export function WaitingPane({ selected }: { readonly selected: string | null }) {
  const t = ownerWords()
  return (
    <>
      <SectionHead title={t.waiting} />
      {waiting.value.length === 0 ? (
        <EmptyState icon={Hourglass} title={t.nothingTitle}>
          {t.nothingHint}
        </EmptyState>
      ) : (
        <div class="c-rows">
          <List
            label={t.waiting}
            rows={waiting.value}
            idOf={(wait) => wait.id}
            rowHeight={76}
            render={(wait) => <Row wait={wait} />}
            onEnter={(wait) => {
              navigate(pathTo({ at: 'wait', wait: wait.id }))
            }}
            selected={selected}
          />
        </div>
      )}
    </>
  )
}

/** A row may take two lines here, because its text is a sentence that must not be cut. */
function Row({ wait }: { readonly wait: Wait }) {
  const { icon: Icon, name, under, state, ours } = rowOf(wait)
  return (
    <span class="ui-row-text c-wait" title={name}>
      <Icon size={16} aria-hidden="true" />
      <span class="ui-row-lines">
        <span class="c-wait-name">{name}</span>
        <span class="ui-row-under ui-cut">
          <strong data-ours={ours}>{state}</strong>
          {under !== null && ` · ${under}`}
        </span>
      </span>
    </span>
  )
}

type RowOf = { icon: LucideIcon; name: string; under: string | null; state: string; ours: boolean }

function rowOf(wait: Wait): RowOf {
  const t = ownerWords()
  switch (wait.kind) {
    case 'proposal': {
      const { by, at, may, what } = wait.proposal
      const under = t.proposedBy(by ?? t.someOwner, relativeTo(at, Date.now()))
      const ours = may === 'approve'
      return { icon: Gavel, name: sayProposal(what), under, state: ours ? t.forYou : t.forOwner, ours }
    }
    case 'returned': {
      const { name, teams, folders } = wait.returned
      const what = [...teams, ...folders].map((one) => one.name).join(', ')
      return {
        icon: UserRoundCheck,
        name: t.returnedTitle(name ?? t.somebody),
        under: what,
        state: t.toPutBack,
        ours: true,
      }
    }
    case 'recoverable': {
      const { name } = wait.recoverable
      return {
        icon: UserLock,
        name: recoveryWords().waitTitle(name ?? t.somebody),
        under: null,
        state: recoveryWords().waitState,
        ours: true,
      }
    }
    case 'orphan': {
      const { name, path } = wait.orphan
      return {
        icon: FolderX,
        name: name ?? t.orphanUnnamed,
        under: path.slice(0, -1).join(' › ') || null,
        state: t.noManager,
        ours: false,
      }
    }
  }
}
