import type { FolderId } from '../../shared/bytes/ids.ts'

/** A client: a folder with logins for this person. Its subfolders belong to the same client. */
export type ClientView = { folder: FolderId; name: string; hue: number; path: string[] }
