import type { FolderId } from '../../shared/bytes/ids.ts'

/** A client: a folder that holds logins for this person; what lies below it is the client's too. */
export type ClientView = { folder: FolderId; name: string; path: string[] }
