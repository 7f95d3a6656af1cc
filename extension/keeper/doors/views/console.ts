import { get, has, idsIn } from '../../../../shared/bytes/table.ts'
import type { FolderId } from '../../../../shared/bytes/ids.ts'
import { mayTakeKeys } from '../../../../shared/access/keys.ts'
import { mayErase, maySetProfile } from '../../../../shared/access/profile.ts'
import { isOver } from '../../../../shared/access/expired.ts'
import { namedFolders, namedTeams } from '../../../../shared/access/visible.ts'
import { firstPolicy } from '../../../../shared/ledger/replay/owners.ts'
import { isOwner } from '../../../../shared/ledger/replay/context.ts'
import {
  atLeast,
  isClosed,
  isCurrent,
  isMember,
  levelOf,
  levelsOf,
  membersOf,
  registerOf,
  upFrom,
} from '../../../../shared/ledger/replay/level.ts'
import { mayInvite, mayInviteSomebody, mayLetIn, stands } from '../../../../shared/ledger/replay/people.ts'
import type { Grant, LedgerState } from '../../../../shared/ledger/replay/state.ts'
import type {
  ConsoleView,
  FolderItems,
  FolderView,
  GrantView,
  InvitationView,
  ItemRow,
  PersonView,
  TeamView,
} from '../../../messages/views.ts'
import type { Keeper } from '../../keeper.ts'
import type { Open } from '../../vault/open.ts'
import { byName } from '../../match/logins-for.ts'
import { scopeOf } from '../../match/match-rules.ts'
import { shownEdit, shownOverviews } from '../../vault/shown-edits.ts'
import { archivedHow } from '../../vault/archived.ts'
import { hueOfClient } from '../../vault/names.ts'
import { shelfOf, stateOf } from '../../vault/vault.ts'
import type { Vault } from '../../vault/vault.ts'
import { granteeName } from './names.ts'
import { orphanViews, proposalViews, returnedViews } from './owners.ts'
import { mayHavePersonal, personalView, recoverableViews } from './recovery.ts'
import { statusView } from './status.ts'
import { countToChange, toChangeIn } from './to-change.ts'
import { unsentRows } from './unsent.ts'
import { renewalViews } from './renewals.ts'

const nothing: Omit<ConsoleView, 'status'> = {
  folders: [],
  teams: [],
  people: [],
  invitations: [],
  policy: firstPolicy,
  proposals: [],
  renewals: [],
  orphans: [],
  returned: [],
  personal: { mayCreate: false, owners: 0 },
  recoverable: [],
  may: { invite: false, remove: false, createTopFolder: false, setRoles: false, setPolicy: false },
  unsent: [],
  unsentDropped: 0,
  toChange: null,
}

/** What the console shows, or nothing but the status while locked. */
export async function consoleView(keeper: Keeper): Promise<ConsoleView> {
  const status = await statusView(keeper)
  const open = keeper.shown
  if (open === null) return { status, ...nothing }
  const role = get(stateOf(open.vault).members, open.vault.me)?.role
  const isOwner = role === 'owner'
  return {
    status,
    folders: folders(open),
    teams: teams(open),
    people: people(open),
    invitations: invitations(keeper, open),
    policy: stateOf(open.vault).policy,
    proposals: proposalViews(keeper, open),
    renewals: renewalViews(open),
    orphans: orphanViews(open),
    returned: await returnedViews(open),
    personal: mayHavePersonal(open.vault),
    recoverable: recoverableViews(open.vault),
    may: {
      invite: mayInviteSomebody(stateOf(open.vault), open.vault.me) || isOwner || role === 'admin',
      remove: isOwner || role === 'admin',
      createTopFolder: isOwner,
      setRoles: isOwner,
      setPolicy: isOwner,
    },
    unsent: unsentRows(open.vault),
    unsentDropped: open.vault.unsent.dropped,
    toChange: countToChange(open, keeper.tell),
  }
}

function folders({ vault }: Open): FolderView[] {
  const state = stateOf(vault)
  const named = new Set(
    namedFolders(state, vault.me).filter((folder) => get(state.folders, folder)?.isRegister === false),
  )
  const levelAt = levelsOf(state, vault.me)
  return [...named].flatMap((folder): FolderView[] => {
    const found = get(state.folders, folder)
    if (found === null) return []
    const shelf = shelfOf(vault, folder)
    const isTopmost = found.parent === null || !named.has(found.parent)
    return [
      {
        folder,
        parent: isTopmost ? null : found.parent,
        name: vault.folderNames.get(folder) ?? '…',
        hue: hueOfClient(vault, folder),
        about: found.personal === null ? clientIn(vault, folder) : null,
        archived: archivedHow(vault, folder, isTopmost ? null : found.parent),
        level: levelAt(folder),
        grants: found.grants.map((grant) => grantView(vault, state, grant)),
        unseenAbove: isTopmost ? peopleAbove(state, found.parent) : 0,
        stale: found.staleSince !== null,
        closed: found.closedSince !== null ? 'itself' : isClosed(state, folder) ? 'above' : 'no',
        witnessed: found.witnessed,
        personal: found.personal === vault.me ? personalView(vault, found) : null,
        refused: shelf.refused,
        mayAnchor: shelf.refused !== null && found.cuts.length > 0 && isOwner(state, vault.me),
        hasRegister: registerOf(state, folder) !== null,
        items: shownOverviews(vault, folder).size,
      },
    ]
  })
}

/** What the folder says of its client; null where this person does not read that. */
function clientIn({ abouts }: Vault, folder: FolderId): FolderView['about'] {
  const said = abouts.get(folder)
  if (said === undefined) return null
  const { archived: _, ...about } = said
  return about
}

function grantView(vault: Vault, state: LedgerState, grant: Grant): GrantView {
  const { to, level, from, until } = grant
  const when = isCurrent(grant, state.time) ? 'current' : isOver(grant, state.time) ? 'over' : 'to-come'
  const name = granteeName(vault, to)
  return { to, level, starts: from, ends: until, state: when, name, people: membersOf(state, to).length }
}

/** How many people have a level here and below by folders above, which this person does not see: nobody is left out unsaid. */
const peopleAbove = (state: LedgerState, parent: FolderId | null): number =>
  parent === null
    ? 0
    : new Set(
        [...upFrom(state, parent)].flatMap((above) =>
          (get(state.folders, above)?.grants ?? [])
            .filter((grant) => isCurrent(grant, state.time))
            .flatMap(({ to }) => membersOf(state, to)),
        ),
      ).size

function teams({ vault }: Open): TeamView[] {
  const state = stateOf(vault)
  const named = new Set(namedFolders(state, vault.me))
  return namedTeams(state, vault.me).flatMap((team): TeamView[] => {
    const found = get(state.teams, team)
    if (found === null) return []
    const managesHome = atLeast(levelOf(state, vault.me, found.home), 'manage')
    return [
      {
        team,
        name: vault.teamNames.get(team) ?? '…',
        home: found.home,
        members: idsIn(found.members),
        unseenFolders: idsIn(found.grants).filter((folder) => !named.has(folder)).length,
        managesHome,
        canManage: managesHome && has(found.members, vault.me),
        stale: found.staleSince !== null,
      },
    ]
  })
}

function people({ vault }: Open): PersonView[] {
  const state = stateOf(vault)
  const all = get(state.members, vault.me)?.role !== 'member'
  const seen = new Set(namedTeams(state, vault.me))
  const named = new Set(namedFolders(state, vault.me))
  return idsIn(state.members).flatMap((member): PersonView[] => {
    const found = get(state.members, member)
    const profile = vault.profiles.get(member)
    if (found === null || (!all && profile === undefined)) return []
    const inTeams = idsIn(found.teams).filter((team) => seen.has(team))
    const isUnseen = (folder: FolderId) =>
      !named.has(folder) &&
      get(state.folders, folder)?.isRegister === false &&
      get(state.folders, folder)?.personal === null
    return [
      {
        member,
        name: profile?.name ?? null,
        email: profile?.email ?? null,
        role: found.role,
        removed: !isMember(state, member),
        erased: vault.erased.members.has(member),
        teams: inTeams,
        unseen: {
          teams: found.teams.count - inTeams.length,
          folders: idsIn(found.grants).filter(isUnseen).length,
        },
        maySetProfile: maySetProfile(state, vault.me, member),
        mayErase: profile !== undefined && mayErase(state, vault.me, member),
        canTakeKeys: mayTakeKeys(state, vault.me, member),
      },
    ]
  })
}

function invitations(keeper: Keeper, { vault, desk }: Open): InvitationView[] {
  const state = stateOf(vault)
  return idsIn(state.invitations).flatMap((invitation): InvitationView[] => {
    const found = get(state.invitations, invitation)
    if (found === null || found.usedBy !== null || !stands(state, found)) return []
    const join = keeper.joins.joins.find((one) => one.invitation === invitation)
    const who = join ?? keeper.joins.invitees.find((one) => one.invitation === invitation)
    const { role, teams: into, expires, replaces } = found
    const may = mayInvite(state, vault.me, found)
    return [
      {
        invitation,
        name: who?.name ?? '',
        email: who?.email ?? '',
        role,
        teams: [...into],
        expires,
        replaces,
        mayCancel: may || found.invitedBy === vault.me,
        mayRenew: may && who !== undefined,
        mayLetIn: mayLetIn(state, vault.me, found),
        state: join !== undefined ? 'asked' : expires < desk.now() ? 'expired' : 'open',
        askedAt: join?.askedAt ?? null,
      },
    ]
  })
}

/** The items of one folder, or why it is refused. */
export function folderView({ vault }: Open, folder: FolderId): FolderItems {
  const { refused, journal } = shelfOf(vault, folder)
  if (refused !== null) return { folder, refused }
  const toChange = toChangeIn(vault, folder)
  const items = [...shownOverviews(vault, folder)].map(([item, { overview: all, unsent }]): ItemRow => {
    const { passwordIn: _, ...overview } = all
    const state = get(journal.items, item)
    const edit = shownEdit(vault, folder, item)
    const by = edit === null ? state?.changedBy : vault.me
    return {
      folder,
      item,
      ...overview,
      urls: overview.urls.map((url) => ({ ...url, scope: scopeOf(url) })),
      revision: state?.revision ?? 0,
      changedAt: edit?.at ?? state?.changedAt ?? 0,
      changedBy: by === undefined ? null : (vault.profiles.get(by)?.name ?? null),
      unsent,
      toChange: toChange.get(item) ?? null,
    }
  })
  return { folder, items: items.sort(byName) }
}
