import { gained } from './taken-out.ts'
import type { TakenOut } from './taken-out.ts'

const owners = 'shared/ledger/replay/owners.ts'
const context = 'shared/ledger/replay/context.ts'
const managersInvite = 'shared/ledger/replay/managers-invite.test.ts'
const s14 = 'tests/hostile-server/s14-colleagues.test.ts'

/** Who may do what, by the rules of the ledger alone (S14): the author's signature is true in all of these. */
export const rights: TakenOut[] = [
  {
    s: 'S3',
    check: 'nobody grants to themselves',
    edits: [
      { file: 'shared/ledger/replay/grants.ts', find: "need(!isAuthor(context, act.to), 'to-oneself')", put: '' },
    ],
    test: 'shared/ledger/replay/folders.test.ts',
    title: 'nobody grants to themselves',
    gains: "expected 'accepted'",
  },
  {
    s: 'S14',
    check: 'whoever may list nobody brings into a team only whom they were told',
    edits: [
      {
        file: 'server/store/people.ts',
        find: 'if (await isTrueProfile(before, profile)) known.add(',
        put: 'known.add(',
      },
    ],
    test: 'server/routes/find-person.test.ts',
    title: 'M3 S14: an id from the ledger is brought in by nobody who was not told its profile',
    gains: 'to match object',
  },
  {
    s: 'S1',
    check: 'a cancelled invitation lets nobody in',
    edits: [
      {
        file: 'shared/ledger/replay/people.ts',
        find: "  need(!invitation.isCancelled, 'invitation-cancelled')\n",
        put: '',
      },
      { file: 'shared/ledger/replay/people.ts', find: '!isCancelled && isMember(', put: 'isMember(' },
    ],
    test: 'shared/ledger/replay/deleted.test.ts',
    title: 'a cancelled invitation lets nobody in',
    gains: "expected 'accepted'",
  },
  {
    s: 'S14',
    check: 'an auditor is granted nothing',
    edits: [
      {
        file: 'shared/ledger/replay/context.ts',
        find: "need(memberOf(state, member).role !== 'auditor', 'auditor')",
        put: 'void memberOf(state, member)',
      },
    ],
    test: 'shared/ledger/replay/deleted.test.ts',
    title: 'an auditor is in no team and is granted nothing',
    gains: "expected 'accepted'",
  },
  {
    s: 'S14',
    check: 'who deletes a folder stands above it',
    edits: [
      {
        file: 'shared/ledger/replay/folders.ts',
        find: '  needRightAbove(state, context, folder.parent)\n  if (folder.isRegister',
        put: '  if (folder.isRegister',
      },
    ],
    test: 'shared/ledger/replay/deleted.test.ts',
    title: 'a folder is deleted with its grants by who stands above it',
    gains: "expected 'accepted'",
  },
  {
    s: 'S14',
    check: 'who deletes a team stands above what it manages',
    edits: [
      {
        file: 'shared/ledger/replay/teams.ts',
        find: "  needLevel(state, context, home, 'manage')\n  needRightToAppoint(state, act.team, context)\n",
        put: '',
      },
    ],
    test: 'shared/ledger/replay/deleted.test.ts',
    title: 'one deletes a team whose members one may set',
    gains: "expected 'accepted'",
  },
  {
    s: 'S14',
    check: 'one appoints below, not beside',
    edits: [{ file: context, find: "if (level !== 'manage') needLevel", put: 'if (level !== null) needLevel' }],
    test: 'shared/ledger/replay/folders.test.ts',
    title: 'one appoints below, not beside',
    gains: "expected 'accepted'",
  },
  {
    s: 'S14',
    check: 'whoever grants a folder manages it',
    edits: [
      {
        file: 'shared/ledger/replay/grants.ts',
        find: "  needLevel(state, context, act.folder, 'manage')\n  needRightToSet(state, context, act.folder, act.level)\n",
        put: '',
      },
    ],
    test: s14,
    title: 'forge no grant, no name, no folder and no team',
    gains: gained.believed,
  },
  {
    s: 'S14',
    check: 'whoever renames a folder manages it',
    edits: [
      {
        file: 'shared/ledger/replay/folders.ts',
        find: "  needLevel(state, context, act.folder, 'manage')\n  need(folder.staleSince === null, 'stale')\n",
        put: '',
      },
    ],
    test: s14,
    title: 'forge no grant, no name, no folder and no team',
    gains: gained.believed,
  },
  {
    s: 'S14',
    check: 'an admin invites members only',
    edits: [
      {
        file: 'shared/ledger/replay/people.ts',
        find: "  if (role !== 'member') return false\n",
        put: '',
      },
    ],
    test: s14,
    title: 'an admin and the server give themselves no folder',
    gains: gained.believed,
  },
  {
    s: 'S14',
    check: 'managers invite only where the policy lets them',
    edits: [{ file: 'shared/ledger/replay/people.ts', find: 'state.policy.managersInvite && ', put: '' }],
    test: managersInvite,
    title: 'a manager invites nobody until the policy lets managers invite',
    gains: "expected 'accepted'",
  },
  {
    s: 'S14',
    check: 'a manager invites into teams that they manage alone',
    edits: [{ file: 'shared/ledger/replay/people.ts', find: ' && teams.every(managedBy(state, by))', put: '' }],
    test: managersInvite,
    title: 'a manager invites members, and into teams of which they manage every home',
    gains: "expected 'accepted'",
  },
  {
    s: 'S14',
    check: 'a manager lets in nobody whom somebody else invited',
    edits: [
      {
        file: 'shared/ledger/replay/people.ts',
        find: 'invitation.invitedBy === by && mayInvite(state, by, invitation)',
        put: 'mayInvite(state, by, invitation)',
      },
    ],
    test: managersInvite,
    title: 'a manager lets in whom they invited, and nobody whom somebody else did',
    gains: "expected 'accepted'",
  },
  {
    s: 'S14',
    check: 'a manager is told of nobody whom somebody else invited',
    edits: [
      {
        file: 'server/store/people.ts',
        find: 'get(state.invitations, invitation)?.invitedBy === by',
        put: 'get(state.invitations, invitation)?.invitedBy !== null',
      },
    ],
    test: 'tests/headless/managers-invite.test.ts',
    title: 'M3 S14: with it they invite into their team, let the newcomer in, and another manager learns of neither',
    gains: 'to deeply equal',
  },
  {
    s: 'S14',
    check: 'nobody adds themselves to a team of a home that they do not manage',
    edits: [
      {
        file: 'shared/ledger/replay/teams.ts',
        find: "  needLevel(state, context, team.home, 'manage')\n  needRightToAppoint(state, act.team, context)\n",
        put: '',
      },
      {
        file: 'shared/ledger/replay/teams.ts',
        find: "  need(!act.added.includes(context.author), 'to-oneself')\n",
        put: '',
      },
    ],
    test: s14,
    title: 'forge no grant, no name, no folder and no team',
    gains: gained.believed,
  },
  {
    s: 'S14',
    check: 'a team is re-keyed by a member of it',
    edits: [
      {
        file: 'shared/ledger/replay/teams.ts',
        find: "  need(has(team.members, context.author), 'not-allowed')\n",
        put: '',
      },
    ],
    test: 'shared/ledger/replay/teams.test.ts',
    title: 'H1 S14: nobody joins a team by re-keying it',
    gains: "expected 'accepted'",
  },
  {
    s: 'S14',
    check: 'who joins a team that manages a folder is for those above that folder',
    edits: [
      {
        file: 'shared/ledger/replay/teams.ts',
        find: "team.home, 'manage')\n  needRightToAppoint(state, act.team, context)\n",
        put: "team.home, 'manage')\n",
      },
    ],
    test: 'shared/ledger/replay/teams.test.ts',
    title: 'H2 S14: who joins a team that manages folders',
    gains: "expected 'accepted'",
  },
  {
    s: 'S12',
    check: 'an entry is no heavier than everybody can judge',
    edits: [{ file: context, find: "need(cost.weight <= entryLimits.weight, 'too-heavy')", put: '' }],
    test: 'shared/ledger/replay/ledger.test.ts',
    title: 'H4 S12: an entry has so many acts',
    gains: "expected 'accepted'",
  },
  {
    s: 'S14',
    check: 'nobody sets their own name',
    edits: [
      {
        file: 'shared/ledger/replay/people.ts',
        find: "(author === 'admin' && (role === 'member' || role === 'auditor')), 'not-allowed')",
        put: "author === 'admin' || act.member === context.author, 'not-allowed')",
      },
    ],
    test: 'shared/ledger/replay/keys.test.ts',
    title: 'M4 S14: names are set by owners',
    gains: "expected 'accepted'",
  },
  {
    s: 'S14',
    check: 'a journal is anchored by two owners',
    edits: [
      {
        file: 'shared/ledger/replay/folders.ts',
        find: 'Context): LedgerState {\n  needOwners(state, context)\n  const folder = folderOf(state, act.folder)\n  need(folder.cuts',
        put: 'Context): LedgerState {\n  const folder = folderOf(state, act.folder)\n  need(folder.cuts',
      },
    ],
    test: 'shared/ledger/replay/stale.test.ts',
    title: 'H3 S14 P7: whatever a cut has said, everybody can be removed',
    gains: "expected 'accepted'",
  },
  {
    s: 'S14',
    check: 'what is weighty has two owners behind it',
    edits: [
      {
        file: context,
        find: "need(context.owners >= Math.min(2, state.owners.count), 'needs-two-owners')",
        put: '',
      },
    ],
    // Of the shipped client's test already the way to three owners would be another.
    test: 'shared/ledger/replay/owners.test.ts',
    title: 'S14: two owners make a third, and one alone does not',
    gains: "expected 'accepted'",
  },
  {
    s: 'S14',
    check: 'a proposal is approved by another owner than its own',
    edits: [{ file: owners, find: "need(found.by !== context.author, 'needs-two-owners')", put: '' }],
    test: s14,
    title: 'one owner of three, or with an admin, and the server do not do what takes two',
    gains: gained.believed,
  },
  {
    s: 'S14',
    check: 'a weaker policy takes two owners',
    edits: [{ file: owners, find: 'if (isWeaker(now, policy)) needOwners(state, context)', put: '' }],
    test: s14,
    title: 'one owner of three, or with an admin, and the server do not do what takes two',
    gains: gained.believed,
  },
]
