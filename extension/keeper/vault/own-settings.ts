import { defaultSettings } from '../../messages/settings.ts'
import type { DeskSettings } from '../../messages/settings.ts'

/** What a person has set for themselves on this desk, and the names that they gave their FIDO keys. */
export type OwnSettings = { desk: DeskSettings; keyNames: Map<string, string> }

export const newSettings = (): OwnSettings => ({ desk: defaultSettings, keyNames: new Map() })
