/** A new key by name, and for whom it could not be sealed. */
export type UndeliveredView = { of: string; to: string }

/** A team or folder whose newest key is out with somebody who left. `since` in ms since 1970. */
export type RenewalView = {
  kind: 'team' | 'folder'
  id: string
  /** Null where this desk knows no name; `open` where the person sees it. */
  name: string | null
  open: boolean
  since: number
  /** Whose client could renew it: this person, others by name, and so many more. */
  you: boolean
  names: string[]
  more: number
}
