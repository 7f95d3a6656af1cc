import {
  Building2,
  CloudUpload,
  Folder,
  HeartPulse,
  Hourglass,
  KeyRound,
  LayoutDashboard,
  RectangleEllipsis,
  RotateCcwKey,
  Scale,
  SearchX,
  SlidersHorizontal,
  Trash2,
  User,
  Users,
  UserX,
} from 'lucide-preact'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { navigate } from '../../ui/router.ts'
import { Skeleton } from '../../ui/skeleton.tsx'
import { useDelayed } from '../../ui/use-delayed.ts'
import { clientListWords } from '../../words/client-list.ts'
import { folderWords } from '../../words/console-folders.ts'
import { ownerWords } from '../../words/console-owners.ts'
import { peopleWords } from '../../words/console-people.ts'
import { consoleWords } from '../../words/console.ts'
import { deletedWords } from '../../words/console-deleted.ts'
import { keyWords } from '../../words/keys.ts'
import { unsentWords } from '../../words/console-unsent.ts'
import { profileWords } from '../../words/profiles.ts'
import { toChangeWords } from '../../words/to-change.ts'
import { overviewWords } from '../../words/overview.ts'
import { healthWords } from '../../words/health.ts'
import { settingsWords } from '../../words/settings.ts'
import { renewalWords } from '../../words/renewals.ts'
import { clients } from '../state/clients.ts'
import { report } from '../state/health.ts'
import { pathTo } from '../state/screens.ts'
import { unsent } from '../state/unsent.ts'
import { waiting } from '../state/waiting.ts'
import { folders, formerPeople, renewals, teams, toChangeCount } from '../state/world.ts'

type Quiet =
  | 'overview'
  | 'to-change'
  | 'settings'
  | 'health'
  | 'deleted'
  | 'folders'
  | 'clients'
  | 'teams'
  | 'people'
  | 'invite'
  | 'keys'
  | 'unsent'
  | 'waiting'
  | 'policy'
  | 'renewals'
  | 'left'

/** The right column before anything is chosen. Empty when the list is empty, because the list then says what to do first. */
export function Nothing({ at }: { readonly at: Quiet }) {
  const f = folderWords()
  const p = peopleWords()
  const o = ownerWords()
  const w = renewalWords()
  switch (at) {
    case 'folders':
      return folders.value.length === 0 ? null : (
        <EmptyState icon={Folder} title={f.pickTitle}>
          {f.pickHint}
        </EmptyState>
      )
    case 'clients': {
      const c = clientListWords()
      return clients.value.length === 0 ? null : (
        <EmptyState icon={Building2} title={c.pickTitle}>
          {c.pickHint}
        </EmptyState>
      )
    }
    case 'teams':
      return teams.value.length === 0 ? null : (
        <EmptyState icon={Users} title={p.pickTeam}>
          {p.pickTeamHint}
        </EmptyState>
      )
    case 'keys': {
      const k = keyWords()
      return (
        <EmptyState icon={KeyRound} title={k.lostTitle}>
          {k.lostHint}
        </EmptyState>
      )
    }
    case 'unsent':
      return unsent.value.length === 0 ? null : (
        <EmptyState icon={CloudUpload} title={unsentWords().pickTitle}>
          {unsentWords().pickHint}
        </EmptyState>
      )
    case 'waiting':
      return waiting.value.length === 0 ? null : (
        <EmptyState icon={Hourglass} title={o.pickTitle}>
          {o.pickHint}
        </EmptyState>
      )
    case 'deleted':
      return (
        <EmptyState icon={Trash2} title={deletedWords().howTitle}>
          {deletedWords().how}
        </EmptyState>
      )
    case 'health':
      return report.value === null ? null : (
        <EmptyState icon={HeartPulse} title={healthWords().pickTitle}>
          {healthWords().pickHint}
        </EmptyState>
      )
    case 'settings':
      return (
        <EmptyState icon={SlidersHorizontal} title={settingsWords().hereTitle}>
          {settingsWords().here}
        </EmptyState>
      )
    case 'policy':
      return (
        <EmptyState icon={Scale} title={o.policyTitle}>
          {o.policyHint}
        </EmptyState>
      )
    case 'people':
    case 'invite':
      return (
        <EmptyState icon={User} title={p.pickPerson}>
          {p.pickPersonHint}
        </EmptyState>
      )
    case 'left':
      return formerPeople.value.length === 0 ? null : (
        <EmptyState icon={UserX} title={profileWords().pickLeft}>
          {profileWords().pickLeftHint}
        </EmptyState>
      )
    case 'overview':
      return (
        <EmptyState icon={LayoutDashboard} title={overviewWords().pickTitle}>
          {overviewWords().pickHint}
        </EmptyState>
      )
    case 'to-change':
      return (toChangeCount.value ?? 0) === 0 ? null : (
        <EmptyState icon={RectangleEllipsis} title={toChangeWords().howTitle}>
          {toChangeWords().how}
        </EmptyState>
      )
    case 'renewals':
      return renewals.value.length === 0 ? null : (
        <EmptyState icon={RotateCcwKey} title={w.whyTitle}>
          {w.why} {w.whyNext}
        </EmptyState>
      )
  }
}

/** How long the view may take to include something that was just created. */
const FOLLOWS_WITHIN = 2_000

/** Shown when a link leads to something that no longer exists, or that this person may not see. */
export function Gone() {
  const t = consoleWords()
  const late = useDelayed(true, FOLLOWS_WITHIN)
  if (!late) return <Skeleton />
  return (
    <EmptyState
      icon={SearchX}
      title={t.gone}
      act={
        <Button
          onClick={() => {
            navigate(pathTo({ at: 'folders' }))
          }}
        >
          {t.goToFolders}
        </Button>
      }
    >
      {t.goneHint}
    </EmptyState>
  )
}
