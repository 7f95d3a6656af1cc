import { get } from '../../../shared/bytes/table.ts'
import { toBase64url } from '../../../shared/bytes/base64url.ts'
import { newInvitationId, newTeamId } from '../../../shared/bytes/ids.ts'
import type { FolderId, MemberId, TeamId } from '../../../shared/bytes/ids.ts'
import { Failure } from '../../../shared/bytes/failure.ts'
import { inviteeInput, profileInput } from '../../../shared/crypto/contexts.ts'
import { invitationSigner } from '../../../shared/crypto/derive.ts'
import { sha256 } from '../../../shared/crypto/hash.ts'
import { newTeamSeed } from '../../../shared/crypto/keys.ts'
import { randomBytes } from '../../../shared/crypto/random.ts'
import { hueOf } from '../../../shared/rules/hue.ts'
import { plainFacts } from '../../../shared/vault/about-client.ts'
import { levels } from '../../../shared/ledger/acts.ts'
import type { LedgerHead } from '../../../shared/ledger/acts.ts'
import { isMember, registersIn } from '../../../shared/ledger/replay/level.ts'
import { Refused } from '../../../shared/ledger/replay/state.ts'
import type { Join } from '../../../shared/protocol/enrol.ts'
import type { Intent } from '../../messages/intent.ts'
import { archiveFolder, describeFolder, needNotArchived } from './archive.ts'
import { folderKeyOf, newTeamGeneration, preview } from './draft.ts'
import type { Draft } from './draft.ts'
import { personalOf } from '../../../shared/ledger/replay/recovery.ts'
import { splitPersonal } from './recovery.ts'
import { makeRegisterOf } from './register.ts'
import { fitsOneEntry } from './entry-budget.ts'
import { nameFolder, nameTeam } from './names.ts'
import { createFolder, createFolders, newFolder } from './new-folders.ts'
import { approve, approveMany, cancelMany } from './newcomers.ts'
import { wrapFolder, wrapTeam } from './seal-keys.ts'
import { approveProposal, pushOwned } from './owner-acts.ts'
import { leaveAll, setMembers } from './team-members.ts'
import type { IntentResult } from './tries.ts'
import { shelfOf, stateOf } from '../vault/vault.ts'

/** An invitation is valid for three days. */
const INVITATION_LIFE = 3 * 24 * 3_600_000

const nothing: IntentResult = { folder: null, folders: null, team: null, invitation: null, proposed: false }

/**
 * Adds the acts, wraps and sealed names of an intent to the draft. Returns the ids of what it makes.
 * @param joins the newcomers who wait, as the person saw them
 * @param journalHead returns the newest head of a folder's journal
 * @throws Refused by the ledger's rules; Failure `unknown-folder`, `unknown-team`, `invitation-unknown`, `remove-first`, `has-logins`,
 *   `archived`, `no-key`, and what sealing throws
 */
export async function draftIntent(
  draft: Draft,
  intent: Intent,
  joins: readonly Join[],
  journalHead: (folder: FolderId) => Promise<LedgerHead>,
): Promise<IntentResult> {
  const { vault } = draft
  const state = stateOf(vault)
  switch (intent.do) {
    case 'create-folder':
      return { ...nothing, folder: await createFolder(draft, intent.parent, intent.name) }
    case 'create-folders':
      return { ...nothing, folders: await createFolders(draft, intent.folders) }
    case 'create-personal':
      return { ...nothing, folder: await createPersonal(draft, intent.name, intent.recoverable) }
    case 'allow-recovery':
      await splitPersonal(draft, needPersonal(draft))
      return nothing
    case 'recover-folder':
      pushOwned(draft, { act: 'folder recovered', folder: intent.folder, to: intent.to })
      return nothing
    case 'rename-folder': {
      const found = get(state.folders, intent.folder)
      const revision = (found?.description.revision ?? 0) + 1
      const key = folderKeyOf(draft, intent.folder)
      const isShared = found?.personal === null
      const about = vault.abouts.get(intent.folder) ?? plainFacts(hueOf(intent.folder))
      const description = await nameFolder(draft, intent.folder, key, revision, { name: intent.name, about }, isShared)
      draft.acts.push({ act: 'folder described', folder: intent.folder, revision, description })
      return nothing
    }
    case 'describe-client':
      await describeFolder(draft, intent.folder, {
        ...intent.about,
        archived: vault.abouts.get(intent.folder)?.archived ?? 'no',
      })
      return nothing
    case 'archive-folder':
      await archiveFolder(draft, intent.folder, intent.archived)
      return nothing
    case 'create-team': {
      const home = intent.home ?? (await createFolder(draft, null, intent.name))
      return { ...nothing, team: await createTeam(draft, home, intent.name) }
    }
    case 'rename-team': {
      const home = get(state.teams, intent.team)?.home
      if (home === undefined) throw new Failure('unknown-team')
      const revision = (get(state.teams, intent.team)?.description.revision ?? 0) + 1
      const description = await nameTeam(draft, intent.team, home, revision, intent.name)
      draft.acts.push({ act: 'team described', team: intent.team, revision, description })
      return nothing
    }
    case 'grant': {
      const { folder, to, level, from = null, until = null } = intent
      const held = get(state.folders, folder)?.grants.find(
        (grant) => grant.to.kind === to.kind && grant.to.id === to.id,
      )
      draft.acts.push({ act: 'folder granted', folder, to, level, from, until })
      const lowers = held !== undefined && levels.indexOf(level) < levels.indexOf(held.level)
      // The key of a grant that starts later is delivered when it starts.
      const begins = from === null || from <= state.time
      if (!lowers && begins) await wrapFolder(draft, preview(draft).state, folder, [to], false)
      return nothing
    }
    case 'revoke':
      draft.acts.push({ act: 'folder revoked', folder: intent.folder, to: intent.to })
      return nothing
    case 'invite':
      return { ...nothing, invitation: await invite(draft, intent) }
    case 'cancel-invitation':
      draft.acts.push({ act: 'invitation cancelled', invitation: intent.invitation })
      return nothing
    case 'approve':
      await approve(draft, intent.invitation, joins)
      return nothing
    case 'approve-many':
      await approveMany(draft, intent.invitations, joins)
      return nothing
    case 'cancel-invitations':
      cancelMany(draft, intent.invitations)
      return nothing
    case 'set-members':
      await setMembers(draft, intent.team, intent.added, intent.removed)
      return nothing
    case 'set-profile':
      await setProfile(draft, { member: intent.member, name: intent.name, email: intent.email })
      return nothing
    case 'remove-member':
      pushOwned(draft, { act: 'member removed', member: intent.member })
      return nothing
    case 'remove-members':
      removeMembers(draft, intent.members)
      return nothing
    case 'set-role':
      if (intent.role === 'auditor') leaveAll(draft, intent.member)
      pushOwned(draft, { act: 'member role set', member: intent.member, role: intent.role })
      return nothing
    case 'move-folder':
      needNotArchived(draft, intent.folder, intent.parent)
      draft.acts.push({ act: 'folder moved', folder: intent.folder, parent: intent.parent })
      return nothing
    case 'delete-team':
      draft.acts.push({ act: 'team deleted', team: intent.team })
      return nothing
    case 'delete-folder':
      needNoLogins(draft, intent.folder)
      for (const folder of registersIn(state, intent.folder)) draft.acts.push({ act: 'folder deleted', folder })
      draft.acts.push({ act: 'folder deleted', folder: intent.folder })
      return nothing
    case 'close-folder':
      draft.acts.push({ act: 'folder closed', folder: intent.folder })
      return nothing
    case 'reopen-folder':
      pushOwned(draft, { act: 'folder reopened', folder: intent.folder })
      return nothing
    case 'witness-folder':
      draft.acts.push({ act: 'folder witnessed', folder: intent.folder, witnessed: intent.witnessed })
      return nothing
    case 'adopt-folder':
      pushOwned(draft, { act: 'folder adopted', folder: intent.folder, by: intent.by })
      return nothing
    case 'create-register':
      return { ...nothing, folder: await makeRegisterOf(draft, intent.folder) }
    case 'anchor-journal': {
      const { sequence, hash: head } = await journalHead(intent.folder)
      pushOwned(draft, { act: 'journal anchored', folder: intent.folder, sequence, head })
      return nothing
    }
    case 'set-policy':
      pushOwned(draft, { act: 'policy set', policy: intent.policy })
      return nothing
    case 'approve-proposal':
      await approveProposal(draft, intent.proposed)
      return nothing
    case 'withdraw-proposal':
      draft.acts.push({ act: 'withdrawn', proposed: intent.proposed })
      return nothing
  }
}

/** Creates a personal folder. `recoverable`: its key is also split among the owners, where the policy allows that. */
async function createPersonal(draft: Draft, name: string, recoverable: boolean): Promise<FolderId> {
  const made = await newFolder(draft, name, new Set(), false)
  draft.acts.push({ act: 'personal folder created', ...made })
  await wrapFolder(draft, preview(draft).state, made.folder, [{ kind: 'member', id: draft.vault.me }], false)
  if (recoverable) await splitPersonal(draft, made.folder)
  return made.folder
}

function needPersonal({ vault }: Draft): FolderId {
  const folder = personalOf(stateOf(vault), vault.me)
  if (folder === null) throw new Failure('unknown-folder')
  return folder
}

async function createTeam(draft: Draft, home: FolderId, name: string): Promise<TeamId> {
  const { me } = draft.vault
  const team = newTeamId()
  const made = await newTeamGeneration(draft, team, newTeamSeed(), 1)
  const description = await nameTeam(draft, team, home, 1, name)
  draft.acts.push({ act: 'team created', team, home, members: [me], ...made, description })
  await wrapTeam(draft, preview(draft).state, team, [me])
  return team
}

/** The rules do not see logins: a folder is deleted only once this device has read all of it and found none. */
function needNoLogins({ vault }: Draft, folder: FolderId): void {
  const { refused, overviews } = shelfOf(vault, folder)
  const waits = vault.unsent.edits.some((edit) => edit.folder === folder)
  if (refused !== null || overviews.size > 0 || waits) throw new Failure('has-logins')
}

async function invite(draft: Draft, intent: Extract<Intent, { do: 'invite' }>) {
  const { name, email, role, teams, replaces = null, cancels = null } = intent
  const id = newInvitationId()
  const secret = randomBytes(32)
  const { publicKey } = await invitationSigner(secret)
  const expires = draft.time + INVITATION_LIFE
  const [person, salt] = [{ invitation: id, name, email }, randomBytes(32)]
  const invitee = await sha256(inviteeInput({ ...person, org: draft.vault.org, salt }))
  if (cancels !== null) draft.acts.push({ act: 'invitation cancelled', invitation: cancels })
  draft.acts.push({ act: 'member invited', invitation: id, key: publicKey, role, teams, expires, replaces, invitee })
  draft.invitees.push({ ...person, salt: toBase64url(salt) })
  return { id, secret: toBase64url(secret) }
}

/**
 * Removes as many of these members as one entry holds; teams and folders are then re-keyed once for all of them. Skips those who
 * have left already. Throws Refused `not-a-member` where all have.
 */
function removeMembers(draft: Draft, members: readonly MemberId[]): void {
  const state = stateOf(draft.vault)
  for (const member of new Set(members)) {
    if (!isMember(state, member)) continue
    draft.acts.push({ act: 'member removed', member })
    if (fitsOneEntry(draft) || draft.acts.length === 1) continue
    draft.acts.pop()
    draft.hasMoreEntries = true
    return
  }
  if (draft.acts.length === 0) throw new Refused('not-a-member')
}

/** Sets a member's name and address. The ledger gets their hash with a new salt; the server gets them in clear, beside the ledger. */
async function setProfile(draft: Draft, of: { member: MemberId; name: string; email: string }): Promise<void> {
  const salt = randomBytes(32)
  const profile = await sha256(profileInput({ org: draft.vault.org, ...of, salt }))
  draft.acts.push({ act: 'member profile set', member: of.member, profile })
  draft.profiles.push({ ...of, salt: toBase64url(salt) })
}
