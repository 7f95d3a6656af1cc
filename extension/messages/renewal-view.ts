/** The name of a team or folder, and of somebody to whom its new key could not be sealed. */
export type UndeliveredView = { of: string; to: string }

/** A stale team or folder: somebody who lost access still has its newest key. `since` in ms since 1970. */
export type RenewalView = {
  kind: 'team' | 'folder'
  id: string
  /** Null where this device does not know the name. `open`: whether the person can see the team or folder. */
  name: string | null
  open: boolean
  since: number
  /** Whose client could re-key it: `you` is this person, `names` are others, `more` is how many others besides. */
  you: boolean
  names: string[]
  more: number
}
