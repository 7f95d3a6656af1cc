import {
  Building2,
  CloudUpload,
  FolderPlus,
  FolderTree,
  HeartPulse,
  Hourglass,
  KeyRound,
  LayoutDashboard,
  RectangleEllipsis,
  RotateCcwKey,
  Scale,
  SlidersHorizontal,
  Trash2,
  Users,
  UserRound,
  type LucideIcon,
} from 'lucide-preact'
import { carried, heldOver } from '../../ui/carried.ts'
import { DropPlace } from '../../ui/drag.tsx'
import { Badge } from '../../ui/badge.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { navigate } from '../../ui/router.ts'
import type { TreeNode } from '../../ui/tree-keys.ts'
import { toast } from '../../ui/toast.tsx'
import { Tree, type TreeCarry } from '../../ui/tree.tsx'
import { carryWords } from '../../words/carry.ts'
import { clientListWords } from '../../words/client-list.ts'
import { folderWords } from '../../words/console-folders.ts'
import { deletedWords } from '../../words/console-deleted.ts'
import { ownerWords } from '../../words/console-owners.ts'
import { consoleWords } from '../../words/console.ts'
import { unsentWords } from '../../words/console-unsent.ts'
import { keyWords } from '../../words/keys.ts'
import { overviewWords } from '../../words/overview.ts'
import { healthWords } from '../../words/health.ts'
import { settingsWords } from '../../words/settings.ts'
import { renewalWords } from '../../words/renewals.ts'
import { toChangeWords } from '../../words/to-change.ts'
import { treeMarksOf } from '../folders/folder-states.tsx'
import { CarryStatus, TOP } from './carry-status.tsx'
import { branches, openBranches } from '../state/branches.ts'
import { creating } from '../state/creating.ts'
import { derived } from '../state/derived.ts'
import { bring, folderLoad, refusalOf } from '../state/carry.ts'
import { clients } from '../state/clients.ts'
import { folderOnScreen, pathTo, sectionOf, type Screen } from '../state/screens.ts'
import { unsent } from '../state/unsent.ts'
import { waiting } from '../state/waiting.ts'
import {
  archivedFolders,
  canEdit,
  folderAt,
  folders,
  hasLevel,
  may,
  renewals,
  joinRequests,
  oversees,
  shownUnder,
  toChangeCount,
  totals,
  unlocked,
} from '../state/world.ts'

/** A parent's number counts the logins below too, as its pane does. */
const badgeOf = (logins: number) => (logins > 0 ? String(logins) : null)

const nodesUnder = (parent: string | null): TreeNode[] =>
  shownUnder(parent).map((folder) => {
    const children = nodesUnder(folder.folder)
    return {
      id: folder.folder,
      label: folder.name,
      children,
      marks: treeMarksOf(folder),
      badge: badgeOf(totals.value.get(folder.folder) ?? 0),
      // A folder without subfolders is a client, which has a colour of its own.
      hue: children.length === 0 ? folder.hue : null,
    }
  })

/** Kept while no folder changes: another screen draws the sidebar anew, and not two thousand folders. */
const nodes = derived(() => nodesUnder(null))

const carry: TreeCarry = {
  loadOf: folderLoad,
  takes: (load, id) => refusalOf(load, id) === null,
  bring,
  onRefused: (id) => {
    toast(carryWords().may.not(folderAt(id)?.name ?? ''))
  },
}

/** The console's navigation: the tree of folders, then the sections such as teams and people. */
export function Sidebar({ screen }: { readonly screen: Screen }) {
  const t = consoleWords()
  const f = folderWords()
  const section = sectionOf(screen)
  // Whoever decides nothing here is spared the policy, which they can only read.
  const decides = unlocked.value?.me.role !== 'member'
  return (
    <nav class="c-side" aria-label={t.sections}>
      {(oversees.value || section === 'overview') && (
        <div class="c-side-first">
          <Section
            to={pathTo({ at: 'overview' })}
            icon={LayoutDashboard}
            label={overviewWords().title}
            here={section === 'overview'}
          />
        </div>
      )}
      <div class="c-side-head" data-over={heldOver.value === TOP && carried.value !== null}>
        <DropPlace
          id={TOP}
          takes={(load) => refusalOf(load, null) === null}
          onDrop={(load) => {
            bring(load, null)
          }}
        />
        <Section to={pathTo({ at: 'folders' })} icon={FolderTree} label={t.folders} here={section === 'folders'} />
        {may.value.createTopFolder && (
          <IconButton
            icon={FolderPlus}
            label={f.newFolder}
            onClick={() => {
              creating.value = { is: 'folder', parent: null }
            }}
          />
        )}
      </div>
      <div class="c-tree">
        {folders.value.length > 0 && (
          <Tree
            label={t.folders}
            nodes={nodes.value}
            open={openBranches.value}
            onOpen={(open) => {
              branches.value = open
            }}
            carry={carry}
            selected={folderOnScreen(screen)}
            onSelect={(folder) => {
              navigate(pathTo({ at: 'folder', folder }))
            }}
          />
        )}
      </div>
      <CarryStatus />
      <div class="c-sections">
        {(clients.value.length > 0 || archivedFolders.value.length > 0 || oversees.value || section === 'clients') && (
          <Section
            to={pathTo({ at: 'clients' })}
            icon={Building2}
            label={clientListWords().clients}
            here={section === 'clients'}
          />
        )}
        <Section to={pathTo({ at: 'teams' })} icon={Users} label={t.teams} here={section === 'teams'} />
        <Section
          to={pathTo({ at: 'people' })}
          icon={UserRound}
          label={t.people}
          here={section === 'people'}
          badge={joinRequests.value.length}
        />
        {(waiting.value.length > 0 || section === 'waiting') && (
          <Section
            to={pathTo({ at: 'waiting' })}
            icon={Hourglass}
            label={ownerWords().waiting}
            here={section === 'waiting'}
            badge={waiting.value.length}
          />
        )}
        {(unsent.value.length > 0 || section === 'unsent') && (
          <Section
            to={pathTo({ at: 'unsent' })}
            icon={CloudUpload}
            label={unsentWords().title}
            here={section === 'unsent'}
            badge={unsent.value.length}
          />
        )}
        {((toChangeCount.value ?? 0) > 0 || section === 'to-change') && (
          <Section
            to={pathTo({ at: 'to-change' })}
            icon={RectangleEllipsis}
            label={toChangeWords().title}
            here={section === 'to-change'}
            badge={toChangeCount.value ?? 0}
          />
        )}
        {(folders.value.some(canEdit) || section === 'deleted') && (
          <Section
            to={pathTo({ at: 'deleted' })}
            icon={Trash2}
            label={deletedWords().title}
            here={section === 'deleted'}
          />
        )}
        {(folders.value.some((folder) => hasLevel(folder, 'read')) || section === 'health') && (
          <Section
            to={pathTo({ at: 'health' })}
            icon={HeartPulse}
            label={healthWords().title}
            here={section === 'health'}
          />
        )}
        {(renewals.value.length > 0 || section === 'renewals') && (
          <Section
            to={pathTo({ at: 'renewals' })}
            icon={RotateCcwKey}
            label={renewalWords().section}
            here={section === 'renewals'}
            badge={renewals.value.length}
          />
        )}
        {(decides || section === 'policy') && (
          <Section to={pathTo({ at: 'policy' })} icon={Scale} label={ownerWords().policy} here={section === 'policy'} />
        )}
        <div class="c-own">
          <Section to={pathTo({ at: 'keys' })} icon={KeyRound} label={keyWords().myKeys} here={section === 'keys'} />
          <Section
            to={pathTo({ at: 'settings' })}
            icon={SlidersHorizontal}
            label={settingsWords().title}
            here={section === 'settings'}
          />
        </div>
      </div>
    </nav>
  )
}

type SectionProps = {
  readonly to: string
  readonly icon: LucideIcon
  readonly label: string
  readonly here: boolean
  /** How many things in the section wait for somebody's decision. */
  readonly badge?: number
}

function Section({ to, icon: Icon, label, here, badge = 0 }: SectionProps) {
  return (
    <a class="c-section" href={`#${to}`} aria-current={here ? 'page' : undefined}>
      <Icon size={16} aria-hidden="true" />
      <span>{label}</span>
      {badge > 0 && <Badge kind="accent">{String(badge)}</Badge>}
    </a>
  )
}
