import { signal } from '@preact/signals'
import type { FolderId } from './ids.ts'

/** Whether the import stands open, and below which folder it begins; null for the top. */
export const importing = signal<{ below: FolderId | null } | null>(null)

/** Whether an export stands open, and of which folder with all below it; null for all folders. */
export const exporting = signal<{ of: FolderId | null } | null>(null)

/** Whether an import would be lost with this page: a file is read and not yet made whole. */
export const importUnderway = signal(false)
