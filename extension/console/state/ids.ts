import type {
  ConsoleView,
  FolderView,
  GrantView,
  InvitationView,
  ItemRow,
  PersonView,
  TeamView,
} from '../../messages/views.ts'

export type FolderId = FolderView['folder']
export type ItemId = ItemRow['item']
export type TeamId = TeamView['team']
export type MemberId = PersonView['member']
export type InvitationId = InvitationView['invitation']
export type Grantee = GrantView['to']
export type Level = GrantView['level']
export type Role = PersonView['role']
export type Policy = ConsoleView['policy']
