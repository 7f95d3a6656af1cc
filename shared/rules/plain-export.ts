/** How much a member may take out in clear in one file, from the strictest on. */
export const plainExports = ['never', 'folder', 'bulk'] as const
export type PlainExport = (typeof plainExports)[number]

/** How many folders one file in clear may hold. */
const mostFolders: Record<PlainExport, number> = { never: 0, folder: 1, bulk: Infinity }

/** Whether the policy lets one file in clear hold the logins of so many folders. */
export const mayExportInClear = (policy: PlainExport, folders: number): boolean => folders <= mostFolders[policy]

/** Whether `after` lets more out in clear than `before`. */
export const allowsMoreInClear = (before: PlainExport, after: PlainExport): boolean =>
  mostFolders[after] > mostFolders[before]
