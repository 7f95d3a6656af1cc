/** What the worker sends to pages: plain data, made again at each change. Pages hold nothing else, and no key. */
import type { FolderId, InvitationId, ItemId, MemberId, TeamId } from '../../shared/bytes/ids.ts'
import type { Grantee, LedgerHead, Level, Policy, Role } from '../../shared/ledger/acts.ts'
import type { Credentials } from '../../shared/protocol/credentials.ts'
import type { AboutClient } from '../../shared/vault/about-client.ts'
import type { Address } from '../../shared/vault/item.ts'
import type { ItemFields } from './item-fields.ts'
import type { UnsentState } from './login-row.ts'
import type { PopupView } from './popup-view.ts'
import type { MayHavePersonal, PersonalView, RecoverableView } from './recovery-view.ts'
import type { RenewalView } from './renewal-view.ts'
import type { Status } from './status-view.ts'
import type { ToChangeWhy } from './to-change-view.ts'

export type { AboutClient } from '../../shared/vault/about-client.ts'
export type { ItemFields } from './item-fields.ts'
export type { LoginRow, UnsentState } from './login-row.ts'
export type { PopupView } from './popup-view.ts'
export type { Connection, ForkView, LockReason, SeenView, Status, Warning } from './status-view.ts'

/** A grant. `starts` and `ends` in ms since 1970, null for no bound; `state` at the later of this device's clock and the ledger's. */
export type GrantView = {
  to: Grantee
  /** Null where this person may not see it; `people`: how many it stands for. */
  name: string | null
  people: number
  level: Level
  starts: number | null
  ends: number | null
  state: 'current' | 'to-come' | 'over'
}

export type FolderView = {
  folder: FolderId
  /** Null for the topmost folders that this person sees. */
  parent: FolderId | null
  /** `…` where the name is not here, or is not the one that the ledger names: a warning says so. */
  name: string
  /** The colour of its bar, by which a client is told apart. */
  hue: number
  /** Null where this person reads the name alone, and for a personal folder. */
  about: AboutClient | null
  /** Null for a folder of which this person reads the name, by the organisation's register, and no login. */
  level: Level | null
  grants: GrantView[]
  /** How many people have access here by folders above that this person does not see; counted at the topmost one that they see. */
  unseenAbove: number
  stale: boolean
  /** Whether the folder is closed itself, or below a closed one. A closed folder can be read, and neither changed nor filled. */
  closed: 'no' | 'itself' | 'above'
  /** Whether it was put away itself, or with one above it: it is offered and filled nowhere, and access is as it was. */
  archived: 'no' | 'itself' | 'above'
  witnessed: boolean
  /** Null for a folder that can be shared. */
  personal: PersonalView | null
  /** The code of what did not verify, else null. A refused folder shows no items. */
  refused: string | null
  /** The ledger's cuts of the journal contradict what this device knows: this owner may propose which head is valid. */
  mayAnchor: boolean
  /** Whether its managers keep its requests and forms themselves. */
  hasRegister: boolean
  items: number
}

export type TeamView = {
  team: TeamId
  name: string
  home: FolderId
  members: MemberId[]
  /** How many of the folders granted to it this person cannot name. */
  unseenFolders: number
  /** Whether this person manages its home: they may take people out of it, and delete it. */
  managesHome: boolean
  /** Whether they are also in it, and so have its key: they may bring people in, and rename it. */
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
  /** Whether name and e-mail are deleted at the server for good. */
  erased: boolean
  teams: TeamId[]
  /** How many teams they are in, and folders they were granted by name, that the viewer cannot name. */
  unseen: { teams: number; folders: number }
  /** Whether this person may set the member's name and e-mail; `mayErase`: delete those of a former member. */
  maySetProfile: boolean
  mayErase: boolean
  /** Whether this person may see and revoke the member's FIDO keys. */
  canTakeKeys: boolean
}

/** A person's FIDO key, by the server's account. `inUse`: it unlocked this device. */
/** `label`: the name that the person gave their own key on this desk, else null. */
export type KeyView = Credentials[number] & { inUse: boolean; label: string | null }

export type InvitationView = {
  invitation: InvitationId
  name: string
  email: string
  role: Role
  teams: TeamId[]
  expires: number
  /** The membership under lost keys of the person who comes back: it is removed when they are approved. */
  replaces: MemberId | null
  /** `asked`: the newcomer has enrolled a key and waits for approval. */
  state: 'open' | 'asked' | 'expired'
  /** Whether this person may cancel it, and make another in its place. */
  mayCancel: boolean
  mayRenew: boolean
  mayLetIn: boolean
  askedAt: number | null
}

/** An act that one owner proposed. `what` is for the sentence on the screen. A name is null where this person may not see it. */
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
  /** `mine`: this person proposed it, and may only withdraw it. `approve`: this person is another owner. `look`: neither. */
  may: 'approve' | 'mine' | 'look'
}

/**
 * A person who came back under new keys. `teams` and `folders`: those that the old membership had and the new one lacks, and that the
 * viewer manages, with the old dates.
 */
export type ReturnedView = {
  member: MemberId
  name: string | null
  teams: { team: TeamId; name: string }[]
  folders: { folder: FolderId; name: string; level: Level; starts: number | null; ends: number | null }[]
}

/** All that the console shows, except the items, which come by folder. */
export type ConsoleView = {
  status: Status
  folders: FolderView[]
  teams: TeamView[]
  people: PersonView[]
  invitations: InvitationView[]
  policy: Policy
  /** Proposals that wait for a second owner, oldest first. Everybody sees them. */
  proposals: ProposalView[]
  /** Teams and folders that wait to be re-keyed, oldest first. */
  renewals: RenewalView[]
  /** For owners: folders that nobody manages any more, which two owners can adopt. `name` is null where this owner cannot open it. */
  orphans: { folder: FolderId; name: string | null; path: string[] }[]
  personal: MayHavePersonal
  recoverable: RecoverableView[]
  /** People who came back under new keys, and the access that this person may give them again. */
  returned: ReturnedView[]
  /** `invite`: and approve whom they invited. `remove`: owners and admins, who approve everybody. The others are for owners. */
  may: { invite: boolean; remove: boolean; createTopFolder: boolean; setRoles: boolean; setPolicy: boolean }
  /** This person's edits that wait on this device, in the order in which they are sent. */
  unsent: UnsentRow[]
  /** How many logins `items.to-change` lists; null while the ledger is still being looked through. */
  toChange: number | null
  /** How many edits were dropped because the person lost access to the folder, until they have read that. */
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
  /** The failure code of why it was not sent. */
  why: string
}

/** A text field, one address, or one custom field by its label, that both sides changed. A value is null where that side removed it. */
export type Clash = { key: string; field: keyof ItemFields; label: string; mine: string | null; theirs: string | null }
/** A field that only one side changed: that side's value is taken. */
export type MergedField = { key: string; field: keyof ItemFields; label: string; from: 'mine' | 'theirs' }
/** One waiting edit, and what the person must choose, null for nothing. Made for the console only, on demand. */
export type UnsentLook = {
  changes: { key: string; field: keyof ItemFields; label: string; value: string | null }[]
  question:
    | { is: 'both-changed'; revision: number; by: string | null; clashes: Clash[]; taken: MergedField[] }
    | { is: 'they-deleted'; by: string | null }
    | { is: 'i-delete'; revision: number; by: string | null }
    | null
}

export type ItemRow = {
  folder: FolderId
  item: ItemId
  name: string
  username: string
  kind: ItemFields['kind']
  tags: string[]
  /** `scope`: what the address covers by its match rule. */
  urls: (Address & { scope: string })[]
  revision: number
  changedAt: number
  changedBy: string | null
  /** The state of the item's unsent edit, or null. The row shows the values of a `waiting` edit. */
  unsent: UnsentState | null
  /** Why its password is to be changed; null where it is not, for who may not edit it, and while that is not known yet. */
  toChange: ToChangeWhy | null
}
export type FolderItems = { folder: FolderId; items: ItemRow[] } | { folder: FolderId; refused: string }

type LoginPart = 'username' | 'password' | 'otp' | 'custom'
/**
 * What was filled. `missing`: the page had a field and the item no value for it, or the reverse. `sent`: the form was submitted, as the
 * login's `afterFill` says.
 */
export type FillOutcome = { filled: LoginPart[]; missing: LoginPart[]; sent: boolean }

export type Views = {
  status: Status
  console: ConsoleView
  folder: FolderItems
  popup: PopupView
}
