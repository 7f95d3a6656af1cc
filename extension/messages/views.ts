/** What the worker tells pages: plain data, made anew at every change. Pages hold nothing else and no key. */
import type { FolderId, InvitationId, ItemId, MemberId, TeamId } from '../../shared/bytes/ids.ts'
import type { Grantee, LedgerHead, Level, Policy, Role } from '../../shared/ledger/acts.ts'
import type { Credentials } from '../../shared/protocol/credentials.ts'
import type { Address } from '../../shared/vault/item.ts'
import type { ItemFields } from './item-fields.ts'
import type { UnsentState } from './login-row.ts'
import type { PopupView } from './popup-view.ts'
import type { MayHavePersonal, PersonalView, RecoverableView } from './recovery-view.ts'
import type { RenewalView } from './renewal-view.ts'
import type { Status } from './status-view.ts'

export type { ItemFields } from './item-fields.ts'
export type { LoginRow, UnsentState } from './login-row.ts'
export type { PopupView } from './popup-view.ts'
export type { Connection, ForkView, LockReason, SeenView, Status, Warning } from './status-view.ts'

/** `starts` and `ends` in ms since 1970, null for no bound; `state` by this desk's clock and the ledger's. */
export type GrantView = {
  to: Grantee
  name: string
  level: Level
  starts: number | null
  ends: number | null
  state: 'current' | 'to-come' | 'over'
}

export type FolderView = {
  folder: FolderId
  /** Null at the top of what this person sees. */
  parent: FolderId | null
  name: string
  level: Level
  grants: GrantView[]
  /** Set by an ancestor's grants: who reaches this folder through the tree above. */
  inherited: (GrantView & { from: FolderId })[]
  stale: boolean
  /** Itself closed, or below a closed one; a closed client is read by those who reach it, and nothing else. */
  closed: 'no' | 'itself' | 'above'
  witnessed: boolean
  /** Null for one that can be shared. */
  personal: PersonalView | null
  /** The code of what did not verify; a refused folder shows no items. */
  refused: string | null
  /** What the ledger's cuts say of its journal and what this desk knows do not fit: this owner may have two owners settle it. */
  mayAnchor: boolean
  items: number
}

export type TeamView = {
  team: TeamId
  name: string
  home: FolderId
  members: MemberId[]
  canManage: boolean
  stale: boolean
}

export type PersonView = {
  member: MemberId
  /** Null when the profile may not be seen, is erased, or does not match the ledger's hash. */
  name: string | null
  email: string | null
  role: Role
  removed: boolean
  /** Name and e-mail are deleted at the server, for good. */
  erased: boolean
  teams: TeamId[]
  /** Whether name and e-mail are ours to set; of somebody who left, to erase. */
  maySetProfile: boolean
  mayErase: boolean
  /** Whether this person's keys are ours to see and take away. */
  canTakeKeys: boolean
}

/** A FIDO key that opens Cloison for a person, as the server knows it. `inUse`: it opened this desk. */
export type KeyView = Credentials[number] & { inUse: boolean }

export type InvitationView = {
  invitation: InvitationId
  name: string
  email: string
  role: Role
  teams: TeamId[]
  expires: number
  /** Who comes back under new keys by it: their old ones are removed when they are let in. */
  replaces: MemberId | null
  /** `asked`: the newcomer has registered a key and waits for a click. */
  state: 'open' | 'asked' | 'expired'
  askedAt: number | null
}

/** An act that one owner proposed; `what` is for the sentence. A name is null where this person may not know it. */
export type ProposalView = {
  proposed: LedgerHead
  by: string | null
  at: number
  /** ms since 1970, by the ledger's time. */
  expires: number
  what:
    | { do: 'add-owner'; invitation: InvitationId; name: string | null }
    | { do: 'remove-owner'; name: string | null }
    | { do: 'set-role'; name: string | null; from: Role; to: Role }
    | { do: 'set-policy'; from: Policy; to: Policy }
    | { do: 'adopt-folder'; folder: string | null; by: string | null }
    | { do: 'reopen-folder'; folder: string | null }
    | { do: 'anchor-journal'; folder: string | null }
    | { do: 'recover-folder'; name: string | null }
  /** `mine`: proposed by this person, who may only withdraw it. `approve`: this person is another owner. */
  may: 'approve' | 'mine' | 'look'
}

/** `teams` and `folders` are those that this person manages and that the old keys were in, not yet put back; dates as they were. */
export type ReturnedView = {
  member: MemberId
  name: string | null
  teams: { team: TeamId; name: string }[]
  folders: { folder: FolderId; name: string; level: Level; starts: number | null; ends: number | null }[]
}

/** The console's whole world but the items, which come by folder. */
export type ConsoleView = {
  status: Status
  folders: FolderView[]
  teams: TeamView[]
  people: PersonView[]
  invitations: InvitationView[]
  policy: Policy
  /** What waits for a second owner, for everybody to see, oldest first. */
  proposals: ProposalView[]
  /** What waits for a new key, oldest first. */
  renewals: RenewalView[]
  /** Folders that nobody manages any more, for owners: two of them adopt each. `name` null where this owner cannot open it. */
  orphans: { folder: FolderId; name: string | null; path: string[] }[]
  personal: MayHavePersonal
  recoverable: RecoverableView[]
  /** People who came back under new keys, and what those who manage it may put back. */
  returned: ReturnedView[]
  /** Owners and admins invite, approve and remove; only owners create folders at the top and touch the rest. */
  may: { invite: boolean; createTopFolder: boolean; setRoles: boolean; setPolicy: boolean }
  /** Edits of this person that the server does not have yet, in the order in which they go. */
  unsent: UnsentRow[]
  /** How many were dropped with the access to their folder, until the person has read so. */
  unsentDropped: number
}

export type UnsentRow = {
  folder: FolderId
  item: ItemId
  name: string
  path: string[]
  does: 'create' | 'change' | 'delete'
  at: number
  state: UnsentState
  /** The code of what it waits for. */
  why: string
}

/** A text, one address, or one field of the person's own by its label, changed by both sides; null where one took it out. */
export type Clash = { key: string; field: keyof ItemFields; label: string; mine: string | null; theirs: string | null }
/** One that only one side changed: taken over by itself. */
export type Taken = { key: string; field: keyof ItemFields; label: string; from: 'mine' | 'theirs' }
/** What one edit holds, and what it asks, opened only for the console and only on demand. */
export type UnsentLook = {
  changes: { key: string; field: keyof ItemFields; label: string; value: string | null }[]
  question:
    | { is: 'both-changed'; revision: number; by: string | null; clashes: Clash[]; taken: Taken[] }
    | { is: 'they-deleted'; by: string | null }
    | { is: 'i-delete'; revision: number; by: string | null }
    | null
}

export type ItemRow = {
  folder: FolderId
  item: ItemId
  name: string
  username: string
  /** `scope`: what the address stands for by its rule. */
  urls: (Address & { scope: string })[]
  revision: number
  changedAt: number
  changedBy: string | null
  /** Set while an edit of it is not sent; what waits for the server alone is shown as it will be. */
  unsent: UnsentState | null
}
export type FolderItems = { folder: FolderId; items: ItemRow[] } | { folder: FolderId; refused: string }

type LoginPart = 'username' | 'password' | 'otp' | 'custom'
/** `missing`: the page had a field and the item no value, or the reverse. `sent`: the form was sent, as the login says. */
export type FillOutcome = { filled: LoginPart[]; missing: LoginPart[]; sent: boolean }

export type Views = {
  status: Status
  console: ConsoleView
  folder: FolderItems
  popup: PopupView
}
